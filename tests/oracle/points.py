"""What the functions and operators of the language give for known arguments, and where a value has no end."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

BIG = Fraction(10) ** 40
"""Stands for infinity: nothing that is written comes near."""
FAR = Fraction(10) ** 20
FIRST, LAST = date.min, date.max


def ends(low: Any, high: Any) -> tuple[Any, Any]:  # noqa: ANN401 - numbers or dates
    """The two ends of an interval, with everything far away at the same place."""
    return tidy(low), tidy(high)


def tidy(value: Any) -> Any:  # noqa: ANN401 - a number or a date
    """Infinity is one number, and one part of infinity is nothing."""
    if isinstance(value, date):
        return value
    if abs(value) >= FAR:
        return BIG if value > 0 else -BIG
    return Fraction(0) if abs(value) * FAR <= 1 else value


def half_up(value: Fraction) -> int:
    """The nearest whole number, a half away from zero."""
    sign = -1 if value < 0 else 1
    return sign * ((2 * abs(value.numerator) + value.denominator) // (2 * value.denominator))


def down(value: Fraction) -> int:
    """The whole number below."""
    return value.numerator // value.denominator


def up(value: Fraction) -> int:
    """The whole number above."""
    return -(-value.numerator // value.denominator)


def counted(measure: Callable[[date, date], int]) -> Callable[[date, date], Fraction]:
    """Time between two days; without end when one of them is."""

    def between(first: date, second: date) -> Fraction:
        if first == FIRST or second == LAST:
            return BIG
        return -BIG if first == LAST or second == FIRST else Fraction(measure(first, second))

    return between


def months(first: date, second: date) -> int:
    """Whole months from the first day to the second."""
    return (second.year * 12 + second.month) - (first.year * 12 + first.month) - (1 if second.day < first.day else 0)


def later(day: date, days: Fraction) -> date:
    """So many days later."""
    if day in (FIRST, LAST):
        return day
    if abs(days) > 3_000_000:
        return LAST if days > 0 else FIRST
    return day + timedelta(days=int(days))


def months_later(word: str) -> Callable[[date, Fraction], date]:
    """So many months later; `word` says where 31 goes in a shorter month."""

    def moved(day: date, count: Fraction) -> date:
        if day in (FIRST, LAST):
            return day
        number = day.year * 12 + day.month - 1 + int(count)
        year, month = number // 12, number % 12 + 1
        if not 1 <= year <= 9999:
            return LAST if count > 0 else FIRST
        length = monthrange(year, month)[1]
        if day.day <= length:
            return date(year, month, day.day)
        return date(year, month, length) + timedelta(days=1 if word == "omhoog" else 0)

    return moved


def of_day(change: Callable[[date], Any], low: Any, high: Any) -> Callable[[date], Any]:  # noqa: ANN401 - as the change
    """Something of a day; of a day without end it has no end either."""
    return lambda day: low if day == FIRST else high if day == LAST else change(day)


MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "neg": lambda a: -a,
    "min": min,
    "max": max,
    "afronden": lambda x, step: half_up(x / step) * step,
    "afronden_omlaag": lambda x, step: down(x / step) * step,
    "afronden_omhoog": lambda x, step: up(x / step) * step,
    "leeftijd_op": counted(lambda born, day: months(born, day) // 12),
    "maanden_tussen": counted(months),
    "dagen_tussen": counted(lambda first, second: second.toordinal() - first.toordinal()),
    "jaar": of_day(lambda day: Fraction(day.year), -BIG, BIG),
    "eerste_dag_van_maand": of_day(lambda day: day.replace(day=1), FIRST, LAST),
    "eerste_dag_van_jaar": of_day(lambda day: day.replace(month=1, day=1), FIRST, LAST),
    "plus_dagen": later,
    "per_maand": lambda x: x / 12,
    "per_jaar": lambda x: x * 12,
}


def function(op: str, word: str) -> Callable[..., Any]:
    """The function of this name."""
    if op == "dag_van_jaar":
        place = MONTHS.index(word) + 1
        return lambda day, number: day if day in (FIRST, LAST) else day.replace(month=place, day=int(number))
    return months_later(word) if op == "plus_maanden" else FUNCTIONS[op]


def before(a: Sequence[Any], b: Sequence[Any]) -> set[bool]:
    """Whether a lies before b: known when the intervals lie apart."""
    if a[1] < b[0]:
        return {True}
    return {False} if a[0] >= b[1] else {True, False}


def same(a: Sequence[Any], b: Sequence[Any]) -> set[bool]:
    """Whether a is b."""
    if a[1] < b[0] or b[1] < a[0]:
        return {False}
    return {True} if a[0] == a[1] == b[0] == b[1] else {True, False}


COMPARED: dict[str, Callable[[Sequence[Any], Sequence[Any]], set[bool]]] = {
    "<": before,
    ">": lambda a, b: before(b, a),
    "<=": lambda a, b: {not each for each in before(b, a)},
    ">=": lambda a, b: {not each for each in before(a, b)},
    "=": same,
    "!=": lambda a, b: {not each for each in same(a, b)},
}
