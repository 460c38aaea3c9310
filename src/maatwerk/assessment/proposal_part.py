"""A way out as it is handed over: what it does, on which ground, who may, what only a person answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.assessment.members_part import named
from maatwerk.assessment.model import GroundUsed, Proposal
from maatwerk.assessment.outcome_part import euros_text, shown
from maatwerk.basics.text import say
from maatwerk.criteria.wording import filled
from maatwerk.expressions.values import Truth
from maatwerk.outcome.outcome import amount
from maatwerk.proposals.lasting import lasting
from maatwerk.proposals.propose import authorities, rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.findings.view import View
    from maatwerk.proposals.way import Way
    from maatwerk.ruleset.model import ExceptionRule, Ground


def proposal(view: View, way: Way, roles: Sequence[str]) -> Proposal:
    """One way out in words and figures."""
    rules = view.situation.ruleset
    exceptions = [rules.exceptions[name] for name in way.exceptions]
    grounds = [rules.grounds[name] for name in way.grounds]
    outcome = rules.outcomes[way.result.id]
    paid = amount(way.after, outcome)
    return Proposal(
        id="+".join(way.exceptions or way.grounds),
        exceptions=way.exceptions,
        grounds=tuple(GroundUsed(id=each.name, article=each.article, rung=each.rung) for each in grounds),
        sets_aside=tuple(named(rules, member) for member in way.criteria),
        outcome_after=outcome.name,
        amount_after=euros_text(paid.low) if outcome.amount and paid.known else None,
        shown_after=shown(way.after, outcome),
        resolves=way.resolves,
        remains=way.remains,
        authority=max(authorities(rules, way), key=lambda role: rank(role, roles)),
        four_eyes=_four_eyes(view, way, exceptions, grounds),
        conditions=tuple(filled(each.conditions, way.after) for each in exceptions if each.conditions),
        until=_until(way, exceptions),
        questions=tuple(dict.fromkeys(question for each in grounds for question in each.questions)),
        third_parties=_third_parties(view, exceptions, grounds),
        say=_say(view, way, exceptions),
        ask_jurist=way.ask_jurist,
        track="licht" if exceptions and all(each.track == "licht" for each in exceptions) else "zwaar",
        text_after=filled(outcome.text, way.after),
    )


def with_own_ids(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Each with an id that no other has: one ground can be used for several departures (`pw_18_1`, `pw_18_1-2`)."""
    made: list[Proposal] = []
    for each in proposals:
        same = sum(before.id.partition("-")[0] == each.id for before in made)
        made.append(each.model_copy(update={"id": f"{each.id}-{same + 1}"}) if same else each)
    return tuple(made)


def _four_eyes(view: View, way: Way, exceptions: list[ExceptionRule], grounds: list[Ground]) -> bool:
    """A ground asks for two people, or an exception does above an amount (euros a year gained)."""
    if any(each.four_eyes for each in grounds):
        return True
    low, before = way.result.euros.low, view.result.euros.low
    gained = low - before if low is not None and before is not None else None
    limits = [each.four_eyes_above for each in exceptions if each.four_eyes_above is not None]
    return any(gained is None or limit == 0 or gained > limit for limit in limits)


def _until(way: Way, exceptions: list[ExceptionRule]) -> str | None:
    """The earliest end date of the exceptions used (ISO); None when there is none."""
    found = lasting(way.after, exceptions)
    return found.last.isoformat() if found else None


def _third_parties(view: View, exceptions: list[ExceptionRule], grounds: list[Ground]) -> str | None:
    """What to answer about others: the exception's own text when others may be hit, or the ground's weighing."""
    own = [
        filled(each.third_parties, view.situation) or say("assessment.third_parties")
        for each in exceptions
        if (each.third_parties or each.third_parties_if) and view.situation.test(each.third_parties_if) is not Truth.NO
    ]
    if own:
        return " ".join(own)
    return say("assessment.third_parties") if any(each.third_parties for each in grounds) else None


def _say(view: View, way: Way, exceptions: list[ExceptionRule]) -> str:
    if way.ask_jurist:
        return say("assessment.ask_jurist_say")
    if exceptions:
        return " ".join(filled(each.say, way.after) for each in exceptions)
    return say("assessment.general_say", outcome=filled(view.situation.ruleset.outcomes[way.result.id].text, way.after))
