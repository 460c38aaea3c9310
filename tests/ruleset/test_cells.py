"""Values as people write them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, YES_NO, Type
from maatwerk.ruleset.cells import PlainValue, UnreadableError, read_value, write_value

COLOUR = Type("keuze", options=("rood", "blauw"))


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("€ 1.681,80", AMOUNT, Fraction(168180, 100)),
        ("1.681,80", AMOUNT, Fraction(168180, 100)),
        ("€449", AMOUNT, Fraction(449)),
        ("€\u00a0449", AMOUNT, Fraction(449)),
        ("0", AMOUNT, Fraction(0)),
        ("1200", NUMBER, Fraction(1200)),
        ("1.200", NUMBER, Fraction(1200)),
        ("0,125", NUMBER, Fraction(1, 8)),
        ("5%", PERCENTAGE, Fraction(1, 20)),
        ("110 %", PERCENTAGE, Fraction(11, 10)),
        ("2026-02-28", DATE, date(2026, 2, 28)),
        ("ja", YES_NO, True),
        ("nee", YES_NO, False),
        ("blauw", COLOUR, "blauw"),
        ("-5", Type("bedrag", below_zero=True), Fraction(-5)),
    ],
)
def test_a_value_is_read_as_it_is_written(text: str, type_: Type, expected: PlainValue) -> None:
    assert read_value(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "code"),
    [
        ("1.5", AMOUNT, "M218"),
        ("1,234", AMOUNT, "M218"),
        ("1.23,4", AMOUNT, "M218"),
        ("€", AMOUNT, "M218"),
        ("1" * 5000, AMOUNT, "M218"),
        ("-1", AMOUNT, "M224"),
        ("٣", NUMBER, "M219"),
        ("1e3", NUMBER, "M219"),
        ("5", PERCENTAGE, "M221"),
        ("2026-02-30", DATE, "M220"),
        ("31-01-2026", DATE, "M220"),
        ("20260131", DATE, "M220"),
        ("Ja", YES_NO, "M222"),
        ("true", YES_NO, "M222"),
        ("groen", COLOUR, "M223"),
    ],
)
def test_what_is_no_such_value_is_refused(text: str, type_: Type, code: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_value(text, type_)

    assert refused.value.code == code


@given(st.integers(0, 10**12))
def test_every_amount_that_is_written_is_read_back(cents: int) -> None:
    amount = Fraction(cents, 100)

    assert read_value(write_value(amount, AMOUNT), AMOUNT) == amount


@given(st.integers(0, 10**9), st.integers(0, 6))
def test_every_number_and_percentage_that_is_written_is_read_back(digits: int, decimals: int) -> None:
    number = Fraction(digits, 10**decimals)

    assert read_value(write_value(number, NUMBER), NUMBER) == number
    assert read_value(write_value(number, PERCENTAGE), PERCENTAGE) == number
