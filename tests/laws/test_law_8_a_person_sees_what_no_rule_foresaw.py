"""Law 8. A person sees what no rule foresaw: anyone may raise a finding in words, and it counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from maatwerk.criteria.members import criterion_of
from maatwerk.decision.deciding import FOLLOW
from maatwerk.register import Register
from maatwerk.ruleset.grounds import fits
from tests.laws.office import A_LAW, NOTES, choosable, decided, handed_over
from tests.properties.brute import decisive
from tests.properties.worlds import World, all_worlds, counter, short, some_worlds

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment

CODE = "door_mens_gezien"
WORDS = st.lists(st.text(min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=3, unique=True)


def unheard(told: Assessment, notes: tuple[str, ...]) -> list[str]:
    """The notes that are no finding, or no point of their own with the weight of an ordinary one."""
    findings = [each.text for each in told.findings if each.code == CODE]
    points = [each.texts for each in told.points if each.codes == (CODE,) and each.weight == "gewoon"]
    return [note for note in notes if findings.count(note) != 1 or points.count((note,)) != 1]


def unsought(world: World, told: Assessment) -> set[frozenset[str]]:
    """The sets to something better with a ground for every member, for which no way is shown."""
    rules = world.ruleset
    shown = [set(short(each.sets_aside)) for each in told.proposals]
    founded = {
        each
        for each in decisive(world.situation())
        if told.outcome.kind != "tussenstap"
        and all(
            any(fits(ground, rules.criteria[criterion_of(name)]) for ground in rules.grounds.values()) for name in each
        )
    }
    return {each for each in founded if not any(each <= way for way in shown)}  # fmt: skip


@A_LAW
@given(all_worlds(), WORDS)
def test_every_note_is_a_finding_and_a_point(world: World, words: list[str]) -> None:
    assert unheard(handed_over(world, notes=tuple(words)), tuple(words)) == []


@A_LAW
@given(all_worlds(blank=0.0))
def test_a_note_makes_the_program_seek_a_ground_for_all_that_decides(world: World) -> None:
    assert unsought(world, handed_over(world)) == set()


@A_LAW
@given(all_worlds(blank=0.0))
def test_a_note_takes_no_way_and_no_finding_away(world: World) -> None:
    without, told = handed_over(world, notes=()), handed_over(world)
    ways = [(each.sets_aside, each.grounds, each.outcome_after) for each in told.proposals]
    assert all((each.sets_aside, each.grounds, each.outcome_after) in ways for each in without.proposals)
    assert {each.code for each in without.findings} <= {each.code for each in told.findings}


def test_a_note_at_the_counter_is_registered_with_the_decision(tmp_path: Path) -> None:
    register = Register.open(tmp_path / "register.db")
    made = decided(counter(), handed_over(counter()), FOLLOW)
    assert CODE in register.decision(register.record(made).number).body["findings"]


def test_a_program_that_nods_and_does_nothing_would_be_found_out() -> None:
    """The twin: one that does not hear the note, and one that shows it and looks no further."""
    deaf, idle = 0, 0
    for world in some_worlds(60, blank=0.0):
        without, told = handed_over(world, notes=()), handed_over(world)
        deaf += len(unheard(without, NOTES))
        nodding = told.model_copy(update={"proposals": without.proposals})
        assert unheard(nodding, NOTES) == []
        idle += bool(choosable(told)) and bool(unsought(world, nodding))
    assert deaf == 60
    assert idle > 0
