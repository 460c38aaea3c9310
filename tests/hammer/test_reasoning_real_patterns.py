"""The properties of tests/properties, on many more generated rulesets and cases."""

from __future__ import annotations

from random import Random  # noqa: TID251 - seeded
from typing import TYPE_CHECKING

import pytest

from maatwerk.reasoning.durable import Net
from tests.laws.test_law_3_unknown_is_never_false import learning, lost
from tests.properties.brute import decisive
from tests.properties.patterns import SOURCES, distinct
from tests.properties.test_both_reasoners_agree import SHARE, differences
from tests.properties.test_decisive_sets import found
from tests.properties.test_proposals_never_harm import harmful
from tests.properties.test_questions import asked, mattering, small
from tests.properties.worlds import World, world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.hammer
TIMES = 40
FIRST = 10_000
"""Rulesets that no other test has seen."""


def worlds(number: int, *, blank: float | None = None) -> Iterator[World]:
    return (world_of(FIRST + seed // 5, seed, blank=blank) for seed in range(number))


@pytest.mark.parametrize("name", SOURCES)
def test_both_reasoners_agree_on_two_hundred_thousand_different_patterns(name: str) -> None:
    table, number = SOURCES[name][0], TIMES * SHARE[name]
    assert differences(table, Net(table), distinct(name, number)) == (number, 0)


def test_learning_and_proposing_and_deciding_on_many_worlds() -> None:
    for number, world in enumerate(worlds(5_000, blank=0.5)):
        told = [step.assessed() for step in learning(world, Random(number))]
        assert [lost(told[0], each) for each in told[1:]] == [[]] * (len(told) - 1)
        assert harmful(world) == []
        assert found(world.situation()) == decisive(world.situation())


def test_no_question_that_matters_is_left_out_of_many_worlds() -> None:
    for number, world in enumerate(worlds(3_000, blank=0.0)):
        before, unknown = small(world, Random(number))
        assert mattering(before, unknown) - set(asked(before)) == set(), world
