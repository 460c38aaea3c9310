"""One value for a stretch of values, as a person would choose it: beside the limit, and whole where that can be."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from maatwerk.expressions.values import Span

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.expressions.types import Type

ONE, MANY, FAR = Fraction(1), Fraction(1000), Fraction(1_000_000)


def plain_value(span: Span[Any], kind: Type, day: date) -> Fraction | date:
    """The value of a stretch that shows most: just above its lower limit, or just below the upper one.

    Where there is no limit at all: the reference date `day`, or nothing (0).
    """
    if kind.sort == "datum":
        return span.low or span.high or day
    low, high = span.low, span.high
    if not low and high is not None:  # from nothing on: what counts is the limit above
        return _whole(floor(high), span) if kind.sort == "getal" else high
    return _whole(ceil(low or 0), span) if kind.sort == "getal" else (low or Fraction(0))


def _whole(number: int, span: Span[Any]) -> Fraction:
    """A whole number where the stretch has it, else the end of the stretch."""
    if (span.low is None or number >= span.low) and (span.high is None or number <= span.high):
        return Fraction(number)
    return span.low if span.low is not None else span.high  # type: ignore[return-value]


def samples(span: Span[Any], kind: Type, day: date) -> tuple[Span[Any], ...]:
    """One value, or some, of a stretch that cannot be cut: then not everything is tried."""
    low, high = span.low, span.high
    ends = [plain_value(span, kind, day), low, high]
    if kind.sort != "datum" and high is None:  # what is multiplied or divided by it shows at one, and at a lot
        ends = [*ends, low + ONE, low + MANY, low + FAR] if low else [ONE, MANY, *ends, FAR]  # FAR: over any limit
    return tuple(Span.point(each) for each in dict.fromkeys(ends) if each is not None)
