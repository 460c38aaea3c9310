"""People who decide on generated worlds, and how they do it: each thing asked is answered in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import settings

from maatwerk.api import decide
from maatwerk.case.model import ContactMoment
from maatwerk.decision.deciding import FOLLOW, questions_to_answer
from maatwerk.organisation.people import People, Person
from maatwerk.story import ROLES
from tests.properties.worlds import OPEN, World
from tests.strategies.cases import case_of

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment
    from maatwerk.case.model import Case
    from maatwerk.decision.model import Decision

A_LAW = settings(max_examples=max(15, settings().max_examples // 5))
"""Each law has several properties, and deciding takes longer than looking."""
PEOPLE = People(
    roles={"alles": ROLES},
    person=tuple(Person(id=f"w{number}", name=f"{role} (verzonnen)", role=role, login=f"verzonnen-{number}",
                        initials=role[:2]) for number, role in enumerate(ROLES)),
)  # fmt: skip
LOWEST, HIGHEST = PEOPLE.person[0], PEOPLE.person[-1]
AT = datetime(2026, 8, 1, 12, tzinfo=UTC)
REASONS = "Wij wogen alles af (verzonnen)."
NOTES = ("Zorgt voor haar moeder (verzonnen).",)
TALK = ContactMoment.model_validate(
    {"on": "2026-07-31", "by": "S. Yilmaz (verzonnen)", "channel": "telefoon", "said": "Dat klopt (verzonnen)."}
)


def handed_over(world: World, notes: tuple[str, ...] = NOTES) -> Assessment:
    """The assessment of an adopted ruleset."""
    return world.assessed(adopted=True, notes=notes)


def choosable(assessment: Assessment) -> list[str]:
    """What one person may choose: to follow the rule, and each proposal for one pair of eyes."""
    if assessment.outcome.id == OPEN:
        return []
    alone = [each.id for each in assessment.proposals if not each.ask_jurist and not each.four_eyes]
    return [FOLLOW, *alone]


def answers_to(assessment: Assessment, choice: str) -> dict[str, str]:
    """Words for everything that this choice asks."""
    return {each.key: f"Hierom: {each.key}." for each in questions_to_answer(assessment, choice)}


def noted(world: World, assessment: Assessment) -> Case:
    """The case with what a person saw, as the assessment has it."""
    seen = tuple(each.text for each in assessment.findings if each.code == "door_mens_gezien")
    return replace(case_of(world.ruleset, world.given), notes=seen)


def decided(world: World, assessment: Assessment, choice: str, **other: Any) -> Decision:  # noqa: ANN401 - of `decide`
    """The decision of the person with the highest role, who answers everything unless a test says otherwise."""
    given = {"person": HIGHEST, "people": PEOPLE, "at": AT, "reasons": REASONS, "contact_moment": TALK}
    answers = {"answers": answers_to(assessment, choice)}
    return decide(world.ruleset, noted(world, assessment), assessment, choice=choice, **{**given, **answers, **other})
