"""Amounts, numbers, days and moments as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.formatting import amount, day, moment, number, percentage, rounded


@pytest.mark.parametrize(
    ("euros", "expected"),
    [
        (Fraction(2401, 2), "€\u00a01.200,50"),
        (Decimal(449), "€\u00a0449,00"),
        (Fraction(-9), "€\u00a0-9,00"),
        (Fraction(1, 3), "€\u00a00,33"),
        (Fraction(1, 200), "€\u00a00,01"),
        (
            Decimal("123456789012345678901234567890123456789.45"),
            "€\u00a0123.456.789.012.345.678.901.234.567.890.123.456.789,45",
        ),
    ],
)
def test_an_amount_is_printed_as_the_dutch_do(euros: Fraction | Decimal, expected: str) -> None:
    assert amount(euros, "nl") == expected


def test_whole_euros_may_leave_the_cents_out() -> None:
    assert amount(Fraction(1449), "nl", whole=True) == "€\u00a01.449"
    assert amount(Fraction(-1449), "nl", whole=True) == "€\u00a0-1.449"
    assert amount(Fraction(1449), "en", whole=True) == "€1,449"
    assert amount(Fraction(14491, 10), "nl", whole=True) == "€\u00a01.449,10"


def test_an_amount_in_english_has_a_point() -> None:
    assert amount(Fraction(2401, 2), "en") == "€1,200.50"


def test_a_number_has_no_needless_zeros() -> None:
    assert [number(Fraction(2469, 2), "nl"), number(24, "nl"), number(Fraction(2, 3), "en")] == [
        "1.234,5",
        "24",
        "0.67",
    ]


def test_a_share_is_printed_as_a_percentage() -> None:
    assert percentage(Fraction(1, 200), "nl") == "0,5\u00a0%"


def test_a_day_has_its_month_in_words() -> None:
    assert [day(date(2026, 2, 17), "nl"), day(date(2026, 2, 17), "en")] == ["17 februari 2026", "17 February 2026"]


def test_a_moment_is_on_the_dutch_clock() -> None:
    assert moment(datetime(2026, 2, 18, 13, 7, tzinfo=UTC), "nl") == "18 februari 2026, 14.07 uur"
    assert moment(datetime(2026, 7, 18, 13, 7, tzinfo=UTC), "en") == "18 July 2026, 15:07"


def test_a_moment_without_a_zone_is_on_the_dutch_clock_already() -> None:
    assert moment(datetime(2026, 2, 18, 14, 7), "nl") == "18 februari 2026, 14.07 uur"  # noqa: DTZ001 - the point


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        amount(0.1, "nl")  # type: ignore[arg-type]


@given(st.integers(-(10**40), 10**40))
def test_cents_are_printed_exactly(cents: int) -> None:
    printed = amount(Fraction(cents, 100), "en")

    assert int(printed.replace("€", "").replace(",", "").replace(".", "")) == cents


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_never_off_by_more_than_half(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(rounded(value, decimals)) - value) <= Fraction(1, 2 * 10**decimals)
