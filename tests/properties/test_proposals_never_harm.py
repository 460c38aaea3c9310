"""A way out is lawful, and never worse for the resident: in rank nor in euros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from maatwerk.criteria.members import criterion_of
from maatwerk.expressions.values import Truth
from maatwerk.ruleset.grounds import fits
from tests.properties.brute import better, outcomes, worth
from tests.properties.worlds import OPEN, World, all_worlds, counter, short, some_worlds

if TYPE_CHECKING:
    from maatwerk.assessment.model import Proposal
    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import ExceptionRule


NOTES = ("Kijk ook naar de zorg.",)


def replaced(world: World, exception: ExceptionRule) -> dict[str, Expression]:
    """What `vervang` computes otherwise; of a field or calculation per record only where `mag_als` holds."""
    rules, situation = world.ruleset, world.situation()
    per = next((rules.criteria[name].per for name in exception.criteria if rules.criteria[name].per), "")
    members = [member for name in exception.criteria if rules.criteria[name].per for member in situation.members(name)]
    numbers = {each.partition("#")[2] for each in members
               if situation.test_in(each, exception.allowed_if) is Truth.YES}  # fmt: skip
    inside = (
        {*rules.lists[per].fields, *(key for key, each in rules.calculations.items() if each.per)} if per else set()
    )
    return {key: new for name, new in exception.replaces
            for key in ([f"{name}#{number}" for number in numbers] if name in inside else [name])}  # fmt: skip


def departed(world: World, proposal: Proposal) -> Situation:
    """The case with what a proposal does, done again from the text of its exceptions: set aside, `vervang`, `wordt`."""
    rules, situation = world.ruleset, world.situation()
    exceptions = [rules.exceptions[name] for name in proposal.exceptions]
    for each in exceptions:
        situation = situation.replacing(replaced(world, each)) if each.replaces else situation
        situation = situation.becoming(each.becomes) if each.becomes else situation
    aside = {name for each in exceptions if not each.replaces and not each.becomes for name in each.criteria}
    members = [each for each in short(proposal.sets_aside) if not exceptions or criterion_of(each) in aside]
    return situation.flipped(each for each in members if situation.verdict(each) is world.situation().verdict(each))


def harmful(world: World) -> list[str]:
    """The proposals that are not known to be better, or not what they say, computed apart."""
    now = worth(world.situation())
    wrong = []
    for each in world.assessed(notes=NOTES).proposals:
        after = departed(world, each)
        then = worth(after)
        is_better = isinstance(now, tuple) and isinstance(then, tuple) and better(then, now)
        if not is_better or outcomes(after) != {each.outcome_after}:
            wrong.append(each.id)
    return wrong


def is_inside(world: World, exception: ExceptionRule) -> bool:
    """Whether what it replaces stands in a record: what is replaced for the whole case may turn every record."""
    of_the_case = {name for name, each in world.ruleset.calculations.items() if not each.per}
    return not {name for name, _ in exception.replaces} & {*world.ruleset.facts, *of_the_case}


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
    for each in world.assessed(notes=NOTES).proposals:
        assert each.outcome_after not in (OPEN, "")
        assert each.sets_aside
        grounds = [rules.grounds[ground.id] for ground in each.grounds]
        for name in map(criterion_of, short(each.sets_aside)):
            assert any(fits(ground, rules.criteria[name]) for ground in grounds)
            assert rules.criteria[name].kind != "kenmerk"


@given(all_worlds())
def test_an_exception_is_offered_only_where_it_may_be_used(world: World) -> None:
    situation = world.situation()
    for each in world.assessed().proposals:
        for exception in (world.ruleset.exceptions[name] for name in each.exceptions):
            about = [
                name for name in short(each.sets_aside) if criterion_of(name) in exception.criteria and "#" in name
            ]
            members = [member for name in exception.criteria for member in situation.members(name)]
            asked = [name for name in members if "#" in name] or members
            said = {name: situation.test_in(name, exception.allowed_if) for name in asked}
            assert Truth.YES in said.values()
            assert {said[name] for name in about if not exception.replaces or is_inside(world, exception)} <= {
                Truth.YES
            }


def test_a_step_in_the_procedure_is_never_departed_from() -> None:
    steps = [told for world in some_worlds(150) if (told := world.assessed()).outcome.kind == "tussenstap"]
    assert len(steps) > 0
    assert {(each.proposals, each.decisive, each.no_room) for each in steps} == {((), (), None)}


def test_proposing_what_is_not_better_would_be_found_out() -> None:
    """The twin: a program that sets every refused criterion aside, better or not."""
    wrong = 0
    for world in some_worlds(60, blank=0.0):
        situation = world.situation()
        now = worth(situation)
        for name in (member for each in world.ruleset.criteria for member in situation.members(each)):
            then = worth(situation.flipped([name]))
            wrong += not (isinstance(now, tuple) and isinstance(then, tuple) and better(then, now))
    assert wrong > 0


def test_the_generated_cases_have_proposals_alone_and_combined() -> None:
    sizes = {len(each.exceptions) for world in some_worlds(150, blank=0.0)
             for each in world.assessed().proposals}  # fmt: skip
    assert {0, 1, 2} <= sizes
