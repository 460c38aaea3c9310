"""An explanation only tells: over generated and shipped rulesets, with records and with unknown facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from maatwerk import check, explain
from maatwerk.explanation.what_if import supposed
from maatwerk.expressions.values import Truth
from tests.properties.worlds import all_worlds
from tests.strategies.cases import TODAY, case_of

if TYPE_CHECKING:
    from tests.properties.worlds import World

FEW = settings(max_examples=25, deadline=None)


@FEW
@given(all_worlds())
def test_every_outcome_that_is_not_given_has_a_reason_why_not(world: World) -> None:
    case = case_of(world.ruleset, world.given)
    found = explain(world.ruleset, case, today=TODAY, steps=False)

    assert set(world.ruleset.outcomes) - {found.outcome.id} == {each.outcome for each in found.why_not}
    assert [] == [each for each in found.why_not if not each.reasons or not each.text]
    assert bool(found.why) == (found.outcome.id != "onbekend")


@FEW
@given(all_worlds())
def test_a_reason_why_not_makes_the_condition_fail(world: World) -> None:
    situation = world.situation()
    found = explain(world.ruleset, case_of(world.ruleset, world.given), today=TODAY, steps=False)

    for each in found.why_not:
        holds = situation.test(world.ruleset.outcomes[each.outcome].when)
        cannot_be = holds is not Truth.YES and found.outcome.id == "onbekend" and each.because != "kan_nog"
        assert (each.because == "niet_voldaan") == (holds is Truth.NO or cannot_be)
        if each.because == "kan_nog":
            assert found.outcome.id == "onbekend"


@FEW
@given(all_worlds())
def test_an_explanation_changes_nothing_of_the_assessment(world: World) -> None:
    case = case_of(world.ruleset, world.given)
    before = check(world.ruleset, case, today=TODAY)
    explain(world.ruleset, case, today=TODAY)

    assert before == check(world.ruleset, case, today=TODAY)
    assert case_of(world.ruleset, world.given) == case


@FEW
@given(all_worlds(blank=0.0))
def test_what_would_change_it_does_when_it_is_put_in(world: World) -> None:
    case = case_of(world.ruleset, world.given)
    found = explain(world.ruleset, case, today=TODAY, steps=False)

    for each in found.would_change[:10]:
        other = supposed(case, world.ruleset, [(change.fact, change.value) for change in each.changes])
        after = check(world.ruleset, other, today=TODAY, questions=False)
        assert each.outcome.id == after.outcome.id, each


@FEW
@given(all_worlds())
def test_facts_as_they_are_change_nothing(world: World) -> None:
    case = case_of(world.ruleset, world.given)
    now = explain(world.ruleset, case, today=TODAY, steps=False)
    changed = [change for each in now.would_change[:1] for change in each.changes]
    there = {change.fact: change.value for change in changed}
    again = explain(world.ruleset, supposed(case, world.ruleset, there.items()), today=TODAY, what=there, steps=False)

    assert again.what_if is None or again.what_if.same
