"""How much of a year a term is: by that what is paid again and again is counted."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.terms import term_end, years_between, years_of

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), Fraction(1)),
        (date(2024, 1, 1), date(2024, 12, 31), Fraction(1)),
        (date(2026, 3, 1), date(2026, 5, 31), Fraction(1, 4)),
        (date(2026, 3, 1), date(2026, 3, 1), Fraction(1, 365)),
        (date(2026, 3, 1), date(2026, 2, 1), Fraction(0)),
        (date(9999, 12, 1), date.max, Fraction(30, 365)),
    ],
)
def test_a_time_is_counted_in_whole_months_and_days_with_its_first_and_last_day(
    first: date, last: date, years: Fraction
) -> None:
    assert years == years_between(first, last)


@pytest.mark.parametrize(
    ("term", "years"),
    [
        ((3, "maanden"), Fraction(1, 4)),
        ((8, "weken"), Fraction(8, 52)),
        ((2, "jaar"), Fraction(2)),
        ((10, "werkdagen"), None),
    ],
)
def test_a_term_is_counted_in_its_own_unit(term: tuple[int, str], years: Fraction | None) -> None:
    assert years == years_of(term)


@given(first=DAYS, months=st.integers(1, 60))
def test_a_term_in_months_is_as_long_as_the_days_it_ends_before(first: date, months: int) -> None:
    last = term_end(first, (months, "maanden")) - timedelta(days=1)

    assert abs(Fraction(months, 12) - years_between(first, last)) <= Fraction(4, 365)


@given(first=DAYS, days=st.integers(0, 3000))
def test_a_day_more_is_never_less(first: date, days: int) -> None:
    last = first + timedelta(days=days)

    assert years_between(first, last) <= years_between(first, last + timedelta(days=1))
