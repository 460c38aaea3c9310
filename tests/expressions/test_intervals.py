"""Arithmetic on spans: whatever is really so stays inside, below zero and without ends too."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.expressions.functions import FUNCTIONS, apply
from maatwerk.expressions.intervals import (
    FINEST,
    LARGEST,
    add,
    compared,
    divide,
    highest,
    hull,
    lowest,
    multiply,
    negative,
)
from maatwerk.expressions.values import Choice, NumberSpan, Span, Truth, Words
from tests.expressions.test_properties import around
from tests.strategies.expressions import COMPARATORS

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.expressions.tree import Comparator

numbers = st.integers(-12, 12).map(lambda whole: Fraction(whole, 4))
dates = st.dates() | st.sampled_from([date.min, date.max, date(2012, 2, 29), date(2026, 1, 31)])


@st.composite
def spans_with_point(draw: st.DrawFn, values: st.SearchStrategy[Any] = numbers) -> tuple[Span[Any], Span[Any]]:
    """A span, and one point in it."""
    point, one, other = draw(values), draw(values | st.none()), draw(values | st.none())
    low = None if one is None else min(point, one)
    return Span(low, None if other is None else max(point, other)), Span.point(point)


@pytest.mark.parametrize("operation", [add, multiply, divide])
@given(spans_with_point(), spans_with_point())
def test_the_result_for_what_is_so_lies_in_the_result_for_what_may_be(
    operation: Callable[[NumberSpan, NumberSpan], NumberSpan],
    left: tuple[NumberSpan, NumberSpan],
    right: tuple[NumberSpan, NumberSpan],
) -> None:
    assert around(operation(left[0], right[0]), operation(left[1], right[1]))


@given(spans_with_point(), spans_with_point())
def test_least_greatest_and_opposite_keep_what_is_so_inside(
    left: tuple[NumberSpan, NumberSpan], right: tuple[NumberSpan, NumberSpan]
) -> None:
    assert around(lowest([left[0], right[0]]), lowest([left[1], right[1]]))
    assert around(highest([left[0], right[0]]), highest([left[1], right[1]]))
    assert around(negative(left[0]), negative(left[1]))


@pytest.mark.parametrize("comparator", COMPARATORS)
@given(left=spans_with_point(), right=spans_with_point())
def test_a_comparison_that_is_known_is_right(
    comparator: Comparator, left: tuple[NumberSpan, NumberSpan], right: tuple[NumberSpan, NumberSpan]
) -> None:
    assert compared(left[0], comparator, right[0]) in (Truth.UNKNOWN, compared(left[1], comparator, right[1]))


OF_DAYS = [name for name, each in FUNCTIONS.items() if each.parameters[0].type is not None]


@pytest.mark.parametrize("name", OF_DAYS)
@pytest.mark.parametrize("last_word", ["omlaag", "omhoog", "oktober"])
@given(first=spans_with_point(dates), other_day=spans_with_point(dates), count=spans_with_point())
def test_every_function_of_days_keeps_what_is_so_inside(
    name: str,
    last_word: str,
    first: tuple[Span[date], Span[date]],
    other_day: tuple[Span[date], Span[date]],
    count: tuple[NumberSpan, NumberSpan],
) -> None:
    kinds = [parameter.type for parameter in FUNCTIONS[name].parameters]
    second = [other_day if kind is not None and kind.sort == "datum" else count for kind in kinds[1:]]
    wide, so = ([first[which], *(each[which] for each in second)] for which in (0, 1))

    assert around(apply(name, wide, last_word), apply(name, so, last_word))


@pytest.mark.parametrize("name", ["afronden", "afronden_omlaag", "afronden_omhoog"])
@given(value=spans_with_point(), step=spans_with_point())
def test_rounding_keeps_what_is_so_inside(
    name: str, value: tuple[NumberSpan, NumberSpan], step: tuple[NumberSpan, NumberSpan]
) -> None:
    assert around(apply(name, [value[0], step[0]]), apply(name, [value[1], step[1]]))


def test_what_holds_two_spans_has_no_end_where_one_of_them_has_none() -> None:
    three, five, seven = Fraction(3), Fraction(5), Fraction(7)

    assert Span(None, seven) == hull([Span(None, five), Span(three, seven)])
    assert Span(three, None) == hull([Span(three, seven), Span(five, None)])
    assert Span(three, seven) == hull([Span(three, five), Span(five, seven)])


def test_what_holds_two_options_is_both_and_two_texts_are_no_known_text() -> None:
    assert Choice(frozenset({"a", "b"})) == hull([Choice(frozenset({"a"})), Choice(frozenset({"b"}))])
    assert Words(None) == hull([Words("a"), Words("b")])
    assert Truth.UNKNOWN is hull([Truth.YES, Truth.NO])


LARGE, FINE = 2**LARGEST, 2**FINEST


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        (Fraction(LARGE - 1), True),
        (Fraction(LARGE), True),
        (Fraction(2 * LARGE), False),
        (Fraction(1, FINE // 2 - 1), True),
        (Fraction(1, FINE // 2), True),
        (Fraction(1, FINE), False),
        (Fraction(2 * LARGE + 1, 4), True),
    ],
)
def test_a_number_larger_or_finer_than_anything_that_is_paid_is_no_end(number: Fraction, *, kept: bool) -> None:
    end = number if kept else None

    assert Span(end, end) == multiply(Span.point(number), Span.point(Fraction(1)))
