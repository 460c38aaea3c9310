"""What decides, against brute force: every set of criteria flipped, every filling of what is not known."""

from __future__ import annotations

from hypothesis import given

from maatwerk.criteria.situation import Situation
from maatwerk.outcome.decisive import decisive_sets
from maatwerk.outcome.outcome import judge
from tests.properties.brute import decisive, outcomes, worth
from tests.properties.worlds import World, all_worlds, counter, laptop, some_worlds


def found(situation: Situation) -> set[frozenset[str]]:
    return {frozenset(each.criteria) for each in decisive_sets(situation, judge(situation))}


def test_paying_by_card_decides_at_the_counter() -> None:
    assert found(counter().situation()) == {frozenset({"betaald_met_pin"})}
    assert decisive(counter().situation()) == {frozenset({"betaald_met_pin"})}


def test_both_limits_each_decide_for_the_laptop() -> None:
    assert decisive(laptop().situation()) == found(laptop().situation())
    assert len(found(laptop().situation())) > 0


@given(all_worlds())
def test_the_outcome_is_what_every_filling_gives(world: World) -> None:
    possible = outcomes(world.situation())
    assert world.view().result.outcomes.possible == possible


@given(all_worlds())
def test_decisive_sets_are_those_of_the_definition(world: World) -> None:
    assert found(world.situation()) == decisive(world.situation())


@given(all_worlds())
def test_what_a_decisive_set_is_worth_is_what_the_resident_misses(world: World) -> None:
    situation = world.situation()
    now = worth(situation)
    for each in decisive_sets(situation, judge(situation)):
        then = worth(situation.flipped(each.criteria))
        assert isinstance(now, tuple)
        assert isinstance(then, tuple)
        assert each.loss == then[1] - now[1]


def test_the_generated_rulesets_have_decisive_sets_of_every_size() -> None:
    sizes = {len(each) for world in some_worlds(200) for each in found(world.situation())}
    assert {1, 2, 3} <= sizes
