"""Step 6: a named person decides, with reasons. The only place where a decision is made.

Following a doubtful outcome needs reasons too (comply or explain, Awb 3:46). An exception on the light track needs one
choice and nothing more; the refusal of a counter act needs one line that the resident may read.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Literal

from maatwerk.basics.errors import NoSuchChoice, NotAllowed, StillOpen
from maatwerk.basics.text import say
from maatwerk.decision.facts_used import facts_used, lists_used
from maatwerk.decision.model import Answer, Decider, Decision
from maatwerk.decision.objection import decided_on_objection, may_on_objection
from maatwerk.outcome.outcome import UNKNOWN
from maatwerk.story import facts_hash, view_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from maatwerk.assessment.model import Assessment, Point, Proposal
    from maatwerk.case.model import Case, ContactMoment
    from maatwerk.organisation.people import People, Person
    from maatwerk.ruleset.model import Ruleset

FOLLOW, OTHER = "follow", "other"
EMPTY = frozenset({"", "-", ".", "x", "nvt", "n.v.t.", "n.v.t", "geen", "niet van toepassing", "zie boven", "n/a"})
"""What counts as no answer at all."""

AnswerKind = Literal["contact", "question", "third_parties", "point", "reasons"]


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """One thing the person must answer. `key` names it in the answers: `question:geschikt`, `point:A`."""

    key: str
    kind: AnswerKind
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decides, when, and what they say. `answers`: key of `ToAnswer` → words."""

    person: Person
    people: People
    at: datetime
    reasons: str
    answers: Mapping[str, str]
    contact_moment: ContactMoment | None = None
    no_contact_reason: str = ""
    earlier: Decision | None = None
    """The decision that was objected to, where this case is about an objection."""


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
        ToAnswer(f"point:{each.letter}", "point", say("decide.point", letter=each.letter, text=" ".join(each.texts)))
        for each in left
        if each.weight != "licht"
    ]
    light = [point for point in left if point.weight == "licht"]
    if light:
        text = " ".join(text for point in light for text in point.texts)
        letters = "+".join(point.letter for point in light)
        asked.append(ToAnswer(f"point:{letters}", "point", say("decide.point", letter=letters, text=text)))
    return asked


def track_of(assessment: Assessment, chosen: Proposal | None) -> Literal["licht", "zwaar"]:
    """The light track only when both the outcome and what is chosen are a counter act."""
    light = assessment.track == "licht" and (chosen is None or chosen.track == "licht")
    return "licht" if light else "zwaar"


def decide(ruleset: Ruleset, case: Case, assessment: Assessment, choice: str, by: Decided) -> Decision:
    """Make a decision, or none at all: NoSuchChoice (code 2), NotAllowed (5), StillOpen (3 for facts, 4 for points)."""
    _current(ruleset, case, assessment)
    if assessment.outcome.id == UNKNOWN:
        raise StillOpen(say("decide.unknown"), exit_code=3)
    chosen = proposal_of(assessment, choice)
    _may(by, chosen, choice)
    may_on_objection(case, by.person.id, by.earlier)
    _answered(questions_to_answer(assessment, choice), by)
    return _decision(ruleset, case, assessment, choice, by)


def intended(ruleset: Ruleset, case: Case, assessment: Assessment, by: Decided, choice: str = FOLLOW) -> Decision:
    """What would be decided now, for a letter on the way to it or to look at. No decision, and never registered."""
    return _decision(ruleset, case, assessment, choice, by)


def _current(ruleset: Ruleset, case: Case, assessment: Assessment) -> None:
    if assessment.ruleset.status != "vastgesteld":
        raise NotAllowed(say("decide.draft", ruleset=ruleset.id))
    same_rules = assessment.ruleset.rules_hash == ruleset.identity.rules_hash
    if not same_rules or assessment.facts_hash != facts_hash(ruleset, case):
        raise NotAllowed(say("decide.stale"))


def _may(by: Decided, chosen: Proposal | None, choice: str) -> None:
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


def _answered(asked: Sequence[ToAnswer], by: Decided) -> None:
    open_ones = [each for each in asked if not _has_answer(each, by)]
    if open_ones:
        raise StillOpen(say("decide.open", questions="\n".join(f"  - {_indented(each.text)}" for each in open_ones)))


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")


def _has_answer(asked: ToAnswer, by: Decided) -> bool:
    if asked.kind == "contact":
        return by.contact_moment is not None or meaningful(by.no_contact_reason)
    return meaningful(by.reasons if asked.kind == "reasons" else by.answers.get(asked.key, ""))


def meaningful(text: str) -> bool:
    """Whether someone wrote something: not empty, not "n.v.t." or the like."""
    return text.strip().lower() not in EMPTY


def _decision(ruleset: Ruleset, case: Case, assessment: Assessment, choice: str, by: Decided) -> Decision:
    chosen = proposal_of(assessment, choice)
    asked = questions_to_answer(assessment, choice)
    return Decision(
        case=case.id,
        choice=choice,
        sort="except" if chosen else "follow",
        outcome=chosen.outcome_after if chosen else assessment.outcome.id,
        amount=chosen.amount_after if chosen else assessment.outcome.amount,
        track=track_of(assessment, chosen),
        reasons=by.reasons.strip(),
        answers=tuple(
            Answer(about=each.key, question=each.text, answer=by.answers.get(each.key, "").strip())
            for each in asked
            if each.kind in ("question", "third_parties", "point")
        ),
        contact_moment=by.contact_moment,
        no_contact_reason=by.no_contact_reason.strip(),
        decider=Decider(id=by.person.id, name=by.person.name, role=by.person.function),
        facts=facts_used(view_of(ruleset, case, today=by.at.date()).situation, case),
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
