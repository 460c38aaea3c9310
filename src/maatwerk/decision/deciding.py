"""Step 6: a named person decides, with reasons. The only place where a decision is made.

Following a doubtful outcome needs reasons too (comply or explain, Awb 3:46). An exception on the light track needs one
choice and nothing more; the refusal of a counter act needs one line that the resident may read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import metadata
from typing import TYPE_CHECKING, Literal

from maatwerk.basics import formatting
from maatwerk.basics.clock import dutch_day
from maatwerk.basics.errors import NoSuchAnswer, NoSuchChoice, NotAllowed, StillOpen
from maatwerk.basics.text import say
from maatwerk.decision.answering import IN_THE_FILE, Answers, Period, ToAnswer, keys_asked, not_asked, still_open
from maatwerk.decision.facts_used import facts_used, lists_used
from maatwerk.decision.model import Answer, Decider, Decision
from maatwerk.decision.objection import decided_on_objection, may_on_objection
from maatwerk.outcome.outcome import UNKNOWN
from maatwerk.story import assess, sealed, view_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from maatwerk.assessment.model import Assessment, Point, Proposal
    from maatwerk.case.model import Case
    from maatwerk.organisation.people import People, Person
    from maatwerk.ruleset.model import Ruleset

FOLLOW, OTHER = "follow", "other"


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decides, when, and what they say. `earlier`: the decision objected to, where the case is about one."""

    person: Person
    people: People
    at: datetime
    given: Answers = field(default_factory=Answers)
    earlier: Decision | None = None

    @property
    def on(self) -> date:
        """The day on which is decided, in the Netherlands."""
        return dutch_day(self.at)


def proposal_of(assessment: Assessment, choice: str) -> Proposal | None:
    """The proposal that is chosen; None for `follow` and `other`. NoSuchChoice when it is neither."""
    if choice in (FOLLOW, OTHER):
        return None
    found = next((each for each in assessment.proposals if each.id == choice), None)
    if found is None:
        raise NoSuchChoice(say("decide.no_such_choice", choices=", ".join(_choices(assessment))))
    return found


def _choices(assessment: Assessment) -> tuple[str, ...]:
    return (*(each.id for each in assessment.proposals if not each.ask_jurist), FOLLOW, OTHER)


def questions_to_answer(assessment: Assessment, choice: str) -> tuple[ToAnswer, ...]:
    """Everything that this choice asks of the person, in order.

    On the heavy track a decision that is not what the resident hoped for always has reasons in a person's own words
    (Awb 3:46); a grant by the letter of the rules gives its own.
    """
    chosen = proposal_of(assessment, choice)
    if track_of(assessment, chosen) == "licht":
        return () if chosen or not doubtful(assessment) else (_reasons(),)
    asked = [ToAnswer("contact", "contact", say("decide.contact"))]
    if chosen:
        asked += [ToAnswer(f"question:{name}", "question", _question(name)) for name in chosen.questions]
        if chosen.third_parties:
            asked.append(ToAnswer("third_parties", "third_parties", chosen.third_parties))
    asked += _points(points_left(assessment, chosen))
    if chosen or doubtful(assessment) or assessment.no_room or choice == OTHER:
        asked.append(_reasons())
    return tuple(asked)


def doubtful(assessment: Assessment) -> bool:
    """Whether following the rule needs reasons: something was noticed, or a lawful way out is left aside.

    And where the two reasoners differ: then nothing is proposed, and a person follows the rule by her own judgement.
    """
    left_aside = any(not each.ask_jurist for each in assessment.proposals)
    return bool(assessment.points) or left_aside or not assessment.reasoner.agreed


def _question(name: str) -> str:
    known = ("geschikt", "noodzakelijk", "evenwichtig")
    return say(f"decide.question.{name}") if name in known else name.replace("_", " ").capitalize() + "?"


def _reasons() -> ToAnswer:
    return ToAnswer("reasons", "reasons", say("decide.reasons"))


def points_left(assessment: Assessment, chosen: Proposal | None) -> tuple[Point, ...]:
    """The points that the choice itself does not answer."""
    resolved = set(chosen.resolves) if chosen else set()
    return tuple(point for point in assessment.points if not set(point.codes) <= resolved)


def _points(left: Sequence[Point]) -> list[ToAnswer]:
    """Heavy and ordinary points one by one; the light ones together."""
    asked = [
        ToAnswer(f"point:{each.key}", "point", say("decide.point", letter=each.letter, text=" ".join(each.texts)))
        for each in left
        if each.weight != "licht"
    ]
    light = [point for point in left if point.weight == "licht"]
    if light:
        text = " ".join(text for point in light for text in point.texts)
        letters, keys = "+".join(point.letter for point in light), ",".join(point.key for point in light)
        asked.append(ToAnswer(f"point:{keys}", "point", say("decide.point", letter=letters, text=text)))
    return asked


def track_of(assessment: Assessment, chosen: Proposal | None) -> Literal["licht", "zwaar"]:
    """The light track only when both the outcome and what is chosen are a counter act."""
    light = assessment.track == "licht" and (chosen is None or chosen.track == "licht")
    return "licht" if light else "zwaar"


def decide(ruleset: Ruleset, case: Case, assessment: Assessment, choice: str, by: Decided) -> Decision:
    """Make a decision, or none at all.

    NoSuchChoice (code 2), NoSuchAnswer (1), NotAllowed (5), StillOpen (3 for facts, 4 for points).
    """
    _current(ruleset, case, assessment, by)
    if assessment.outcome.id == UNKNOWN:
        raise StillOpen(say("decide.unknown"), exit_code=3)
    chosen = proposal_of(assessment, choice)
    _may(by, chosen, choice)
    may_on_objection(case, by.person.id, by.earlier)
    _answered(questions_to_answer(assessment, choice), by.given, counting(case, by.on))
    return _decision(ruleset, case, assessment, choice, by)


def intended(ruleset: Ruleset, case: Case, assessment: Assessment, by: Decided, choice: str = FOLLOW) -> Decision:
    """What would be decided now, for a letter on the way to it or to look at. No decision, and never registered."""
    return _decision(ruleset, case, assessment, choice, by)


def counting(case: Case, today: date) -> Period:
    """In which days a contact about this case counts."""
    return Period(case.received, today)


def _current(ruleset: Ruleset, case: Case, assessment: Assessment, by: Decided) -> None:
    """The assessment is whole, of adopted rules, and what these rules and this case give for its day."""
    if assessment.ruleset.status != "vastgesteld":
        raise NotAllowed(say("decide.draft", ruleset=ruleset.id))
    if assessment.checked_on and assessment.checked_on > by.on:
        raise NotAllowed(say("decide.check_to_come", day=formatting.day(assessment.checked_on)))
    if assessment.assessment_hash != sealed(assessment) or not _same_again(ruleset, case, assessment, by.people):
        raise NotAllowed(say("decide.stale"))


def _same_again(ruleset: Ruleset, case: Case, assessment: Assessment, people: People) -> bool:
    """Whether the same comes out now; the questions do not count: nothing is decided by them, and they cost most.

    They are sought only where it does not: the reasoners can differ on what is reasoned for them alone.
    """
    day, roles = assessment.checked_on, people.order()
    return day is not None and any(
        _but_questions(assess(ruleset, case, today=day, adopted=True, roles=roles, ask=ask))
        == _but_questions(assessment)
        for ask in (False, True)
    )


def _but_questions(assessment: Assessment) -> Assessment:
    return assessment.model_copy(update={"questions": (), "assessment_hash": ""})


def _may(by: Decided, chosen: Proposal | None, choice: str) -> None:
    if by.person not in by.people.person:
        raise NotAllowed(say("decide.not_here", name=by.person.name))
    if choice == OTHER:
        raise NotAllowed(say("decide.other_needs_two"))
    if chosen is None:
        return
    if chosen.ask_jurist:
        raise NotAllowed(say("decide.jurist_first"))
    if not by.people.may(by.person, chosen.authority):
        able = ", ".join(person.name for person in by.people.who_may(chosen.authority))
        raise NotAllowed(
            say(
                "decide.not_you",
                name=by.person.name,
                role=by.person.function,
                needed=chosen.authority,
                able=able or say("decide.nobody"),
            )
        )
    if chosen.four_eyes:
        raise NotAllowed(say("decide.four_eyes"))


def _answered(asked: Sequence[ToAnswer], given: Answers, period: Period) -> None:
    if strange := not_asked(asked, given):
        keys = keys_asked(asked) or (say("decide.nothing_asked"),)
        raise NoSuchAnswer(say("decide.not_asked", keys=_listed(strange), asked=_listed(keys)))
    if left := still_open(asked, given, period):
        raise StillOpen(say("decide.open", questions=_listed(each.text for each in left)))


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(f"  - {_indented(text)}" for text in texts)


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")


def _decision(ruleset: Ruleset, case: Case, assessment: Assessment, choice: str, by: Decided) -> Decision:
    chosen, given = proposal_of(assessment, choice), by.given
    asked = questions_to_answer(assessment, choice)
    return Decision(
        case=case.id,
        choice=choice,
        sort="except" if chosen else "follow",
        outcome=chosen.outcome_after if chosen else assessment.outcome.id,
        amount=chosen.amount_after if chosen else assessment.outcome.amount,
        track=track_of(assessment, chosen),
        reasons=given.reasons.strip(),
        answers=tuple(
            Answer(about=each.key, question=each.text, answer=given.to(each.key))
            for each in asked
            if each.kind in IN_THE_FILE
        ),
        contact_moment=given.contact_moment,
        no_contact_reason=given.no_contact_reason.strip(),
        decider=Decider(id=by.person.id, name=by.person.name, role=by.person.function),
        facts=facts_used(view_of(ruleset, case, today=by.on).situation, case),
        lists=lists_used(case),
        resident=case.resident,
        contact=case.contact,
        received=case.received,
        notes=case.notes,
        assessment=assessment,
        at=by.at,
        objection=decided_on_objection(case, by.earlier, chosen, assessment),
        engine_version=metadata.version("maatwerk"),
    )
