"""Reading what was printed gives the same rules."""

from __future__ import annotations

from hypothesis import given

from maatwerk.loading.analysis import analysed
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_text
from tests.properties.worlds import SHIPPED, World, shipped_ruleset, worlds
from tests.strategies.rulesets import LIBRARY, ruleset_of, seeds


def again(ruleset: Ruleset) -> Ruleset:
    """The ruleset printed and read."""
    reading = read_text(print_ruleset(ruleset), ruleset.file, LIBRARY)
    assert reading.ruleset is not None, reading.problems
    return analysed(reading.ruleset)


def test_shipped_rulesets_can_be_printed_and_read() -> None:
    for ruleset in map(shipped_ruleset, SHIPPED):
        assert again(ruleset).identity.rules_hash == ruleset.identity.rules_hash
        assert again(ruleset).identity.examples_hash == ruleset.identity.examples_hash


@given(seeds())
def test_printing_and_reading_keeps_the_rules_hash(seed: int) -> None:
    ruleset = ruleset_of(seed)
    assert again(ruleset).identity.rules_hash == ruleset.identity.rules_hash


@given(seeds())
def test_printing_twice_gives_the_same_text(seed: int) -> None:
    ruleset = ruleset_of(seed)
    assert print_ruleset(again(ruleset)) == print_ruleset(ruleset)


@given(worlds())
def test_printed_rules_judge_alike(world: World) -> None:
    told, twin = world.assessed(), world.in_rules(again(world.ruleset)).assessed()
    assert twin.outcome == told.outcome
    assert twin.criteria == told.criteria


def test_other_rules_have_another_hash() -> None:
    assert len({ruleset_of(seed).identity.rules_hash for seed in range(50)}) == 50
