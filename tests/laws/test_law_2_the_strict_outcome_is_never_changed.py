"""Law 2. The strict outcome is never changed: an exception is a second decision, and names what it sets aside."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from maatwerk.register import Register
from maatwerk.register.decisions import body_of, decision_from, payload_of
from tests.laws.office import A_LAW, AT, choosable, decided, handed_over
from tests.properties.brute import outcomes
from tests.properties.worlds import World, all_worlds, counter, some_worlds, strict

if TYPE_CHECKING:
    from maatwerk.decision.model import Decision
    from maatwerk.register.seal import Json

NUMBERS = count()


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return Register.open(tmp_path_factory.mktemp("register") / "register.db")


def taken(world: World) -> list[Decision]:
    """Every decision that one person may take."""
    told = handed_over(world)
    return [decided(world, told, each, at=AT.replace(microsecond=next(NUMBERS))) for each in choosable(told)]


def faults(world: World, decision: Decision, body: Json) -> list[str]:
    """What a decision and its line in the register say of the strict outcome that is not so, computed apart."""
    by_the_rule = outcomes(world.situation())
    chosen = next((each for each in decision.assessment.proposals if each.id == decision.choice), None)
    right = {
        "outcome_before": {body["outcome_before"]} == by_the_rule,
        "assessment": strict(decision.assessment) == strict(world.assessed()),
        "outcome_after": body["outcome_after"] == (chosen.outcome_after if chosen else body["outcome_before"]),
        "linked": not chosen or (body["choice"], bool(body["grounds"])) == ("except", True),
        "exceptions": body["exceptions"] == (list(chosen.exceptions) if chosen else []),
    }
    return [name for name, holds in right.items() if not holds]


@A_LAW
@given(all_worlds(blank=0.0))
def test_a_registered_decision_keeps_the_outcome_of_the_rules_beside_its_own(register: Register, world: World) -> None:
    for made in taken(world):
        receipt = register.record(made)
        stored = register.decision(receipt.number)
        assert faults(world, decision_from(stored), stored.body) == []


@A_LAW
@given(all_worlds(blank=0.0))
def test_deciding_changes_nothing_of_what_the_rules_give(world: World) -> None:
    before = strict(world.assessed())
    taken(world)
    assert strict(world.assessed()) == before


def test_the_card_for_cash_names_the_refusal_that_it_sets_aside(tmp_path: Path) -> None:
    register = Register.open(tmp_path / "register.db")
    made = decided(counter(), handed_over(counter(), notes=()), "contant_betalen")
    body = register.decision(register.record(made).number).body
    assert (body["outcome_before"], body["outcome_after"]) == ("niet_uitreiken", "uitreiken")
    assert (body["exceptions"], faults(counter(), made, body)) == (["contant_betalen"], [])


def test_an_exception_written_over_the_rule_would_be_found_out() -> None:
    """The twin: a program that keeps the new outcome only, in the register or in the assessment itself."""
    found = set()
    for world in some_worlds(16, blank=0.0):
        for made in taken(world):
            over = {**body_of(made), "outcome_before": made.outcome}
            found |= set(faults(world, made, over))
            outcome = made.assessment.outcome.model_copy(update={"id": made.outcome})
            forged = made.model_copy(update={"assessment": made.assessment.model_copy(update={"outcome": outcome})})
            found |= set(faults(world, forged, body_of(made)))
            assert payload_of(made)["assessment"]["outcome"]["id"] == made.assessment.outcome.id
    assert found >= {"outcome_before", "assessment"}
