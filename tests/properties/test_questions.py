"""Every question asked matters, and no question that matters is left out."""

from __future__ import annotations

from itertools import product
from random import Random  # noqa: TID251 - seeded
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maatwerk.findings.detect import look
from maatwerk.outcome.outcome import amount
from maatwerk.proposals.propose import room
from maatwerk.story import ROLES
from tests.properties.worlds import OPEN, World, all_worlds, counter, laptop, world_of, worlds
from tests.strategies.cases import Answer, answers

if TYPE_CHECKING:
    from maatwerk.findings.view import View

MOST_COMPLETIONS = 24
MOST_QUESTIONS = 60


def asked(world: World) -> list[str]:
    return [each.fact for each in world.assessed(ask=True).questions]


def asked_to_the_end(world: World, dice: Random) -> World:
    """The world after every question was answered; each time the first half of them, so the most useful ones."""
    for _ in range(MOST_QUESTIONS):
        questions = asked(world)
        if not questions:
            break
        for name in questions[: (len(questions) + 1) // 2]:
            world = world.told(name, dice.choice(answers(world.ruleset, name)))
    return world


def settled(view: View) -> tuple[object, ...]:
    """What a question may still change: the outcome, what is paid and shown, the findings, whether a way is open."""
    seen = look(view)
    codes = frozenset((each.code, each.criteria) for each in seen.noticed if each.kind in ("onbedoeld", "onredelijk"))
    open_way = any(way.exceptions for way in room(view, seen, ROLES).ways)
    if view.outcome is None:
        return view.result.id, codes, open_way
    shown = tuple(view.situation.value(name) for name in (*view.outcome.also, *view.outcome.show))
    return view.result.id, amount(view.situation, view.outcome), shown, codes, open_way


def mattering(world: World, unknown: list[str]) -> set[str]:
    """The facts that for some answers to the others change something: every combination tried."""
    options = [answers(world.ruleset, name) for name in unknown]
    said: dict[tuple[Answer, ...], tuple[object, ...]] = {}
    for values in product(*options):
        full = world
        for name, value in zip(unknown, values, strict=True):
            full = full.told(name, value)
        said[values] = settled(full.view())
    found = set()
    for place, name in enumerate(unknown):
        for values, result in said.items():
            others = (said[(*values[:place], value, *values[place + 1 :])] for value in options[place])
            if any(other != result for other in others):
                found.add(name)
    return found


def small(world: World, dice: Random) -> tuple[World, list[str]]:
    """The world with some of its yes/no facts and choices unknown, few enough to try all answers."""
    facts = world.ruleset.facts
    names = [name for name in facts if facts[name].type.sort in ("ja_nee", "keuze")]
    unknown, completions = [], 1
    for name in dice.sample(names, len(names)):
        completions *= len(answers(world.ruleset, name))
        if completions <= MOST_COMPLETIONS:
            unknown.append(name)
            world = world.untold(name)
    return world, unknown


def test_nothing_is_asked_of_someone_whose_identity_is_not_known() -> None:
    assert asked(counter()) == []
    assert asked(counter().untold("kan_pinnen").told("identiteit_vast", "nee")) == []


def test_at_the_counter_asking_ends_with_an_outcome() -> None:
    nothing = World(counter().ruleset, {})
    assert asked_to_the_end(nothing, Random(1)).assessed().outcome.id != OPEN


def test_every_question_about_the_laptop_that_matters_is_asked() -> None:
    names = ["volgt_onderwijs", "eerder_gekregen", "laptop_bruikbaar", "laptop_gestolen"]
    world = laptop().told("vorige_laptop_op", "2024-01-15")
    for name in names:
        world = world.untold(name)
    assert mattering(world, names) <= set(asked(world))


@settings(max_examples=max(15, settings().max_examples // 3))
@given(worlds(blank=0.6), st.integers())
def test_asking_ends_with_a_known_outcome_and_no_more_questions(world: World, seed: int) -> None:
    told = asked_to_the_end(world, Random(seed)).assessed(ask=True)
    assert told.questions == ()
    assert told.outcome.id != OPEN


@given(all_worlds(blank=0.0), st.integers())
def test_no_question_that_matters_is_left_out(world: World, seed: int) -> None:
    before, unknown = small(world, Random(seed))
    assert mattering(before, unknown) - set(asked(before)) == set()


@pytest.mark.parametrize(("seed", "case", "order"), [(0, 71_838_000, 0), (221, 221, 0), (72, 72, 72), (161, 0, 161)])
def test_questions_that_were_once_left_out_are_asked(seed: int, case: int, order: int) -> None:
    """An exception that helps with another only; a set that waits for a calculation; verdicts that turn together."""
    before, unknown = small(world_of(seed, case, blank=0.0), Random(order))
    assert mattering(before, unknown) - set(asked(before)) == set()


def test_few_questions_are_asked_in_vain() -> None:
    """How exact the questions are: of those asked in these cases, at most one in twenty-five could change nothing."""
    total = superfluous = 0
    for seed in range(100):
        before, unknown = small(world_of(seed, seed, blank=0.0), Random(seed))
        questions = set(asked(before))
        total += len(questions)
        superfluous += len(questions - mattering(before, unknown))
    assert total > 50
    assert superfluous * 25 <= total


def test_a_question_left_out_would_be_found_out() -> None:
    """The twin: a program that asks all questions but the first."""
    missed = 0
    for seed in range(40):
        before, unknown = small(world_of(seed, seed, blank=0.0), Random(seed))
        missed += len(mattering(before, unknown) - set(asked(before)[1:]))
    assert missed > 0
