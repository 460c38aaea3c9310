"""Arithmetic on the end points of spans. Each result holds every result that is still possible, and no known one flips.

An end that is None is infinite. Minus and plus infinity are written as (-1, 0) and (1, 0) beside (0, number), so that
Python's order of pairs is the order of the numbers.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

from maatwerk.expressions.values import PERHAPS_EMPTY, Choice, Empty, NumberSpan, Span, Truth, Value, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from maatwerk.expressions.tree import Comparator

Bound = TypeVar("Bound", Fraction, "date")
_End = tuple[int, Fraction]
_ZERO = Fraction(0)
LARGEST, FINEST = 1_000, 20_000  # bits: some 300 digits before the comma; squares of squares would fill all memory


def add(left: NumberSpan, right: NumberSpan) -> NumberSpan:
    """All sums."""
    return Span(_sum(left.low, right.low), _sum(left.high, right.high))


def _sum(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else _held(left + right)


def negative(span: NumberSpan) -> NumberSpan:
    """All numbers with their sign turned."""
    return Span(None if span.high is None else -span.high, None if span.low is None else -span.low)


def multiply(left: NumberSpan, right: NumberSpan) -> NumberSpan:
    """All products. Nothing times no end is nothing: infinity itself is never reached."""
    ends = [_product(one, other) for one, other in product(_ends(left), _ends(right))]
    low, high = min(ends), max(ends)
    return Span(None if low[0] else _held(low[1]), None if high[0] else _held(high[1]))


def _held(number: Fraction) -> Fraction | None:
    """The number, or no end where it is larger or finer than anything that can be paid: an end less is never wrong."""
    large = number.numerator.bit_length() - number.denominator.bit_length() > LARGEST
    return None if large or number.denominator.bit_length() > FINEST else number


def _ends(span: NumberSpan) -> tuple[_End, _End]:
    low = (-1, _ZERO) if span.low is None else (0, span.low)
    high = (1, _ZERO) if span.high is None else (0, span.high)
    return low, high


def _product(left: _End, right: _End) -> _End:
    if left == (0, _ZERO) or right == (0, _ZERO):
        return (0, _ZERO)
    if not left[0] and not right[0]:
        return (0, left[1] * right[1])
    return (_sign(left) * _sign(right), _ZERO)


def _sign(end: _End) -> int:
    return end[0] or (1 if end[1] > 0 else -1)


def divide(left: NumberSpan, right: NumberSpan) -> NumberSpan:
    """All quotients; unknown when the divisor may be 0."""
    if (right.low is None or right.low <= 0) and (right.high is None or right.high >= 0):
        return Span(None, None)
    low = _ZERO if right.high is None else 1 / right.high
    high = _ZERO if right.low is None else 1 / right.low
    return multiply(left, Span(low, high))


def hull(values: Sequence[Value]) -> Value:
    """The smallest value that holds all of these: one span, one set of options, or unknown where yes and no differ."""
    first = values[0]
    if all(value == first for value in values):
        return first
    if any(isinstance(value, Empty) for value in values):
        return PERHAPS_EMPTY
    if isinstance(first, Span):
        spans: list[Span[Any]] = [value for value in values if isinstance(value, Span)]
        return _span_around(spans)
    if isinstance(first, Choice):
        return Choice(frozenset().union(*(value.options for value in values if isinstance(value, Choice))))
    return Words(None) if isinstance(first, Words) else Truth.UNKNOWN


def _span_around(spans: Sequence[Span[Bound]]) -> Span[Bound]:
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    return Span(
        min(lows) if len(lows) == len(spans) else None,
        max(highs) if len(highs) == len(spans) else None,
    )


def lowest(spans: Sequence[Span[Bound]]) -> Span[Bound]:
    """The least of one number (or date) out of each span."""
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    return Span(min(lows) if len(lows) == len(spans) else None, min(highs, default=None))


def highest(spans: Sequence[Span[Bound]]) -> Span[Bound]:
    """The greatest of one number (or date) out of each span."""
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    return Span(max(lows, default=None), max(highs) if len(highs) == len(spans) else None)


def compared(left: Value, comparator: Comparator, right: Value) -> Truth:
    """Whether a comparison holds: yes or no once the two sides lie apart (or are the same point), else unknown.

    With nothing (`leeg`) on one side it never is.
    """
    if isinstance(left, Empty) or isinstance(right, Empty):
        return Truth.UNKNOWN
    match comparator:
        case "=":
            return _same(left, right)
        case "!=":
            return _same(left, right).inverted()
        case "<":
            return _before(left, right)
        case ">":
            return _before(right, left)
        case "<=":
            return _before(right, left).inverted()
        case ">=":
            return _before(left, right).inverted()


def _same(left: Value, right: Value) -> Truth:
    if left.known and left == right:
        return Truth.YES
    return Truth.NO if _apart(left, right) else Truth.UNKNOWN


def _apart(left: Value, right: Value) -> bool:
    if isinstance(left, Choice) and isinstance(right, Choice):
        return not left.options & right.options
    if isinstance(left, Span) and isinstance(right, Span):
        return Truth.YES in (_before(left, right), _before(right, left))
    return left.known and right.known


def _before(left: Value, right: Value) -> Truth:
    if not isinstance(left, Span) or not isinstance(right, Span):
        return Truth.UNKNOWN
    return _span_before(left, right)


def _span_before(left: Span[Any], right: Span[Any]) -> Truth:
    if left.high is not None and right.low is not None and left.high < right.low:
        return Truth.YES
    if left.low is not None and right.high is not None and left.low >= right.high:
        return Truth.NO
    return Truth.UNKNOWN
