"""How far one comparison is from the other answer: in which period, from which limit, within which margin."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.distances import Gap, is_fixed, within_margin
from maatwerk.expressions.values import Truth
from tests.expressions.test_shortfall import DEFINITIONS, GIVEN, distances, lacking
from tests.expressions.world import World


def test_an_age_that_may_not_be_so_takes_the_nearest_birthday() -> None:
    assert [[2]] == distances("leeftijd = 14", Truth.NO, geboren=date(2012, 8, 30))


@pytest.mark.parametrize("text", ["inkomen <= € 1.690", "€ 1.690 >= inkomen"])
def test_the_period_is_that_of_the_side_that_has_one(text: str) -> None:
    (gap,) = lacking(text).alternatives[0]

    assert ("maand", Fraction(1690)) == (gap.period, gap.limit)


def test_a_limit_of_one_euro_and_one_below_zero_have_a_margin_too() -> None:
    assert within_margin(Gap("euro", Fraction("0.05"), Fraction(1), "a"), Fraction(5, 100), 0)
    assert within_margin(Gap("euro", Fraction(5), Fraction(-100), "a"), Fraction(5, 100), 0)
    assert not within_margin(Gap("euro", Fraction(6), Fraction(-100), "a"), Fraction(5, 100), 0)


def test_days_have_no_limit_and_tell_both_sides() -> None:
    (gap,) = lacking("aanvraag <= 2026-08-30").alternatives[0]

    assert Gap("days", Fraction(2), None, "aanvraag", "2026-08-30") == gap


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("€ 100 + norm_alleen", True),
        ("grens", True),
        ("als student dan norm_alleen anders norm_paar", True),
        ("als student dan norm_alleen anders inkomen", False),
        ("als student dan inkomen anders norm_alleen", False),
        ("inkomen + € 1", False),
        ("aantal(giften)", False),
    ],
)
def test_a_limit_is_made_of_norms_and_written_figures_only(text: str, *, fixed: bool) -> None:
    world = World(GIVEN, definitions=DEFINITIONS)

    assert fixed is is_fixed(world.read(text).root, world)
