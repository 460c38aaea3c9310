"""Law 1. The machine never decides: only `decide`, by a named human with reasons, makes a decision."""

from __future__ import annotations

import ast
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from maatwerk.basics.errors import NotAllowed
from maatwerk.decision.deciding import proposal_of
from maatwerk.register import Register
from tests.laws.office import A_LAW, AT, HIGHEST, LOWEST, NOTES, PEOPLE, choosable, decided, handed_over
from tests.properties.worlds import World, all_worlds, counter
from tests.register.registers import decision

if TYPE_CHECKING:
    from maatwerk.register.entry import Entry

SOURCES = Path(__file__).parents[2] / "src" / "maatwerk"
NUMBERS = count()


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return Register.open(tmp_path_factory.mktemp("register") / "register.db")


def decisions(register: Register) -> tuple[Entry, ...]:
    return register.entries("decision_taken")


def of_no_human(entries: tuple[Entry, ...]) -> list[str]:
    """The decisions that nobody in the people file took."""
    known = {(person.id, person.function) for person in PEOPLE.person}
    return [each.number for each in entries if (each.body["person"]["id"], each.body["person"]["role"]) not in known]


def makers(folder: Path, name: str) -> set[str]:
    """The modules that call something by this name."""
    calls = ((file, node.func) for file in folder.rglob("*.py") for node in ast.walk(ast.parse(file.read_text()))
             if isinstance(node, ast.Call))  # fmt: skip
    return {file.relative_to(folder).as_posix() for file, called in calls
            if name in (getattr(called, "id", ""), getattr(called, "attr", ""))}  # fmt: skip


@A_LAW
@given(all_worlds())
def test_checking_and_asking_decides_nothing(register: Register, world: World) -> None:
    before = decisions(register)
    told = world.assessed(adopted=True, ask=True, notes=NOTES)
    register.trace_of_stopped_check(told, at=AT)
    assert decisions(register) == before


@A_LAW
@given(all_worlds(blank=0.0))
def test_each_decision_has_a_human_with_a_name_and_is_one_entry(register: Register, world: World) -> None:
    before, told = len(decisions(register)), handed_over(world)
    for choice in choosable(told):
        made = decided(world, told, choice, at=AT.replace(microsecond=next(NUMBERS)))
        assert made.decider.name == HIGHEST.name
        register.record(made)
    after = decisions(register)
    assert len(after) == before + len(choosable(told))
    assert of_no_human(after) == []


@A_LAW
@given(all_worlds(blank=0.0))
def test_who_has_too_low_a_role_decides_no_exception(world: World) -> None:
    told = handed_over(world)
    for choice in choosable(told):
        chosen = proposal_of(told, choice)
        if chosen is not None and chosen.authority != LOWEST.role:
            with pytest.raises(NotAllowed):
                decided(world, told, choice, person=LOWEST)


def test_a_decision_is_made_in_one_place_only() -> None:
    assert makers(SOURCES, "Decision") == {"decision/deciding.py"}
    assert makers(SOURCES, "append_decision") == {"register/book.py"}


def test_at_the_counter_the_key_of_a_person_decides() -> None:
    told = handed_over(counter(), notes=())
    assert choosable(told) == ["follow", "contant_betalen"]
    assert decided(counter(), told, "contant_betalen").decider.id == HIGHEST.id


def test_a_machine_that_decides_would_be_found_out(tmp_path: Path) -> None:
    """The twin: a program that registers by itself what it proposes, and a module that makes decisions besides."""
    register = Register.open(tmp_path / "register.db")
    register.append_decision(decision(person={"id": "maatwerk", "role": "programma"}), {}, at=AT)
    assert of_no_human(decisions(register)) == [decisions(register)[0].number]
    (tmp_path / "sneller.py").write_text("def sneller(wat):\n    return Decision(choice=wat.proposals[0].id)\n")
    assert makers(tmp_path, "Decision") == {"sneller.py"}
