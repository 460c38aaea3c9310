"""A way out is lawful, and never worse for the resident: in rank nor in euros."""

from __future__ import annotations

from hypothesis import given

from maatwerk.ruleset.grounds import fits
from tests.properties.brute import better, worth
from tests.properties.worlds import OPEN, World, all_worlds, counter, some_worlds


def harmful(world: World) -> list[str]:
    """The proposals that are not known to be better, computed apart."""
    situation = world.situation()
    now = worth(situation)
    wrong = []
    for each in world.assessed(notes=("Kijk ook naar de zorg.",)).proposals:
        then = worth(situation.flipped(map(str, each.sets_aside)))
        if not (isinstance(now, tuple) and isinstance(then, tuple) and better(then, now)):
            wrong.append(each.id)
    return wrong


def test_paying_cash_at_the_counter_is_better_than_going_home_without_a_card() -> None:
    proposals = counter().assessed().proposals
    assert [("contant_betalen", "uitreiken")] == [(each.id, each.outcome_after) for each in proposals]
    assert harmful(counter()) == []


@given(all_worlds())
def test_a_proposal_never_harms(world: World) -> None:
    assert harmful(world) == []


@given(all_worlds())
def test_a_proposal_has_a_known_outcome_and_a_ground_for_all_that_it_sets_aside(world: World) -> None:
    rules = world.ruleset
    for each in world.assessed(notes=("Kijk ook naar de zorg.",)).proposals:
        assert each.outcome_after not in (OPEN, "")
        assert each.sets_aside
        grounds = [rules.grounds[ground.id] for ground in each.grounds]
        for name in map(str, each.sets_aside):
            assert any(fits(ground, rules.criteria[name]) for ground in grounds)
            assert rules.criteria[name].kind != "kenmerk"


@given(all_worlds())
def test_an_exception_is_offered_only_where_it_may_be_used(world: World) -> None:
    situation = world.situation()
    for each in world.assessed().proposals:
        for name in each.exceptions:
            assert situation.test(world.ruleset.exceptions[name].allowed_if).value == "ja"


def test_a_step_in_the_procedure_is_never_departed_from() -> None:
    steps = [told for world in some_worlds(300) if (told := world.assessed()).outcome.kind == "tussenstap"]
    assert len(steps) > 0
    assert {(each.proposals, each.decisive, each.no_room) for each in steps} == {((), (), None)}


def test_proposing_what_is_not_better_would_be_found_out() -> None:
    """The twin: a program that sets every refused criterion aside, better or not."""
    wrong = 0
    for world in some_worlds(60, blank=0.0):
        situation = world.situation()
        now = worth(situation)
        for name in world.ruleset.criteria:
            then = worth(situation.flipped([name]))
            wrong += not (isinstance(now, tuple) and isinstance(then, tuple) and better(then, now))
    assert wrong > 0


def test_the_generated_cases_have_proposals_alone_and_combined() -> None:
    sizes = {len(each.exceptions) for world in some_worlds(300, blank=0.0)
             for each in world.assessed().proposals}  # fmt: skip
    assert {0, 1, 2} <= sizes
