"""Decided is what was checked: the same rules, case and roles, for a day that the decision names, by someone known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from maatwerk.api import check, decide
from maatwerk.basics.errors import NotAllowed
from maatwerk.case.model import Heard, Process
from maatwerk.organisation.people import People, Person
from maatwerk.register import Register
from maatwerk.register.decisions import decision_from
from maatwerk.story import sealed
from tests.findings.small import TODAY, case, ruleset
from tests.test_deciding import ANSWERS, AT, LATE, PEOPLE, REASONS, RULES, TALK

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.assessment.model import Assessment
    from maatwerk.case.model import Case
    from maatwerk.decision.model import Decision

WEEKS_LATER = datetime(2026, 4, 20, 12, tzinfo=UTC)


def late(**more: Any) -> Case:  # noqa: ANN401 - what `case` takes
    return case(ruleset(RULES), **LATE, **more)


def checked(given: Case, on: date = TODAY, roles: tuple[str, ...] = PEOPLE.order(), text: str = RULES) -> Assessment:
    return check(ruleset(text), given, today=on, adopted=True, roles=roles)


def decided(told: Assessment, now: Case, at: datetime = AT, text: str = RULES, **other: Any) -> Decision:  # noqa: ANN401 - of `decide`
    said = {"reasons": REASONS, "answers": ANSWERS, "contact_moment": TALK}
    by = {"person": PEOPLE.find("klantmanager"), "people": PEOPLE, "at": at}
    return decide(ruleset(text), now, told, choice="ziekte", **{**said, **by, **other})


def is_stale(told: Assessment, now: Case, **other: Any) -> bool:  # noqa: ANN401 - of `decide`
    with pytest.raises(NotAllowed) as refused:
        decided(told, now, **other)
    return "verouderd" in str(refused.value)


def test_what_was_checked_can_be_decided() -> None:
    assert "except" == decided(checked(late()), late()).sort


def test_a_hearing_that_is_taken_out_after_the_check_makes_it_stale() -> None:
    assert is_stale(checked(late()), replace(late(), process=Process()))


def test_what_a_person_saw_after_the_check_makes_it_stale() -> None:
    assert is_stale(checked(late()), replace(late(), notes=("Het kind is ernstig ziek (verzonnen).",)))


def test_what_a_person_saw_at_the_check_must_be_in_the_case_by_the_decision() -> None:
    note = "Zorgt voor haar moeder (verzonnen)."
    told = check(ruleset(RULES), late(), today=TODAY, adopted=True, notes=[note], roles=PEOPLE.order())

    assert is_stale(told, late())
    answers = ANSWERS | {"point:door_mens_gezien:zorgt_voor_haar_moeder_verzonnen": "Dat weegt mee."}
    assert (note,) == decided(told, replace(late(), notes=(note,)), answers=answers).notes


@pytest.mark.parametrize("emptied", ["points", "proposals", "findings", "criteria"])
def test_an_assessment_with_something_taken_out_by_hand_is_stale(emptied: str) -> None:
    assert is_stale(checked(late()).model_copy(update={emptied: ()}), late())


@pytest.mark.parametrize("emptied", ["points", "proposals", "findings", "criteria"])
def test_a_new_seal_on_what_was_taken_out_does_not_help(emptied: str) -> None:
    taken_out = checked(late()).model_copy(update={emptied: ()})
    resealed = taken_out.model_copy(update={"assessment_hash": sealed(taken_out)})

    assert is_stale(resealed, late())


def test_an_assessment_that_does_not_say_its_day_is_stale() -> None:
    dayless = checked(late()).model_copy(update={"checked_on": None})

    assert is_stale(dayless.model_copy(update={"assessment_hash": sealed(dayless)}), late())


def test_a_check_with_other_roles_is_stale_where_they_say_something_else() -> None:
    rules = RULES.replace("- bevoegd: klantmanager", "- bevoegd: jurist")  # the lowest role, the other way round
    other_way_round = checked(late(), roles=tuple(reversed(PEOPLE.order())), text=rules)

    assert other_way_round.say_first != checked(late(), text=rules).say_first
    assert is_stale(other_way_round, late(), text=rules)


def test_questions_that_the_check_left_out_are_no_difference() -> None:
    quick = check(ruleset(RULES), late(), today=TODAY, adopted=True, roles=PEOPLE.order(), questions=False)

    assert "except" == decided(quick, late()).sort


def test_the_decision_keeps_the_day_of_the_check_and_the_moment_of_deciding() -> None:
    made = decided(checked(late()), late(), at=WEEKS_LATER)

    assert (TODAY, WEEKS_LATER) == (made.assessment.checked_on, made.at)


def test_the_register_keeps_both_days(tmp_path: Path) -> None:
    made = decided(checked(late()), late(), at=WEEKS_LATER)
    with Register.open(tmp_path / "register.db") as register:
        stored = register.decision(register.record(made).number)

    assert ("2026-03-02", WEEKS_LATER) == (stored.body["checked_on"], stored.at)
    assert made == decision_from(stored)


def test_a_check_for_a_day_to_come_cannot_be_decided_on() -> None:
    with pytest.raises(NotAllowed, match="Die dag moet nog komen"):
        decided(checked(late(), on=date(2026, 3, 3)), late())


def test_just_after_midnight_the_day_is_that_of_the_netherlands() -> None:
    told = checked(late(), on=date(2026, 3, 3))

    assert "except" == decided(told, late(), at=datetime(2026, 3, 2, 23, 30, tzinfo=UTC)).sort


def test_someone_who_does_not_work_here_cannot_decide() -> None:
    ghost = Person(id="spook", name="G. Host (verzonnen)", role="teamleider", login="spook", initials="GH")

    with pytest.raises(NotAllowed, match="Host"):
        decided(checked(late()), late(), person=ghost)


def test_someone_who_gives_herself_another_role_cannot_decide() -> None:
    low = PEOPLE.find("behandelaar")
    assert low is not None
    with pytest.raises(NotAllowed, match=r"people\.toml"):
        decided(checked(late()), late(), person=low.model_copy(update={"role": "teamleider"}))


def test_without_people_nobody_can_decide() -> None:
    nobody = People(roles=PEOPLE.roles, person=())

    with pytest.raises(NotAllowed, match=r"people\.toml"):
        decided(checked(late()), late(), people=nobody)


def test_who_was_heard_can_be_decided_about_with_the_hearing_of_the_check() -> None:
    heard = replace(late(), process=Process(heard=Heard(on=date(2026, 2, 27))))

    assert "except" == decided(checked(heard), heard).sort
