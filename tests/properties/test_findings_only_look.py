"""Findings only look: with or without them, the letter of the rules gives the same."""

from __future__ import annotations

from hypothesis import given

from tests.properties.worlds import World, counter, short, some_worlds, strict, worlds
from tests.strategies.documents import block
from tests.strategies.rulesets import read, written

NOTES = ("Deze inwoner zorgt voor haar moeder (verzonnen).",)
SIGNAL = block(
    "Signaal: altijd", als="eis_a of niet eis_a", aard="onredelijk", tekst="Let op.", doe="Kijk nog een keer."
)
CONSEQUENCE = block("Gevolg: zwaarste", bij="uitkomst_0, uitkomst_1", raakt="wonen", ernst="4", wie="kind",
                    tekst="Het kind raakt zijn huis kwijt.")  # fmt: skip


def test_what_a_person_raised_at_the_counter_leaves_the_outcome_as_it_was() -> None:
    assert strict(counter().assessed()) == strict(counter().assessed(notes=NOTES))


@given(worlds())
def test_a_note_changes_no_outcome_and_no_verdict(world: World) -> None:
    told = world.assessed(notes=NOTES)
    assert strict(told) == strict(world.assessed())
    assert "door_mens_gezien" in {each.code for each in told.findings}


@given(worlds())
def test_the_strict_rules_alone_give_the_same_outcome_and_verdicts(world: World) -> None:
    alone = world.in_rules(read(written(world.seed).strict_rules_only())).assessed()
    assert strict(alone) == strict(world.assessed())


@given(worlds(blank=0.0))
def test_one_more_signal_and_consequence_change_no_outcome(world: World) -> None:
    more = world.in_rules(read(written(world.seed).with_blocks(SIGNAL, CONSEQUENCE))).assessed()
    assert strict(more) == strict(world.assessed())
    assert "altijd" in {each.code for each in more.findings}


def test_a_detector_that_changed_a_criterion_would_be_found_out() -> None:
    """The twin: where a finding sets its criteria aside by itself, the strict rules alone say otherwise."""
    changed = 0
    for world in some_worlds(60, blank=0.0):
        view = world.view()
        found = [each for each in world.assessed().findings if each.code == "doel_gemist"]
        for members in (short(each.criteria) for each in found):
            turned = view.situation.flipped(members)
            changed += turned.verdict(members[0]) is not view.situation.verdict(members[0])
    assert changed > 0
