"""Questions about the records of a list, from what each record gives. Sound when not all records are known.

A record that perhaps counts (its `waar` is unknown) widens a result, and never more than it can. Records that may still
come stand in one more row that perhaps counts: see `unseen`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any

from maatwerk.expressions.intervals import highest, lowest
from maatwerk.expressions.values import NumberSpan, Span, Truth, Value, all_of, as_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maatwerk.expressions.tree import AggregateKind

_ZERO = Fraction(0)
ONE = Span.point(Fraction(1))


@dataclass(frozen=True, slots=True)
class Row:
    """What one record gives: whether it counts (yes or unknown), its value, and its group (None = not known)."""

    counts: Truth
    value: Value
    group: Value | None = None

    @property
    def span(self) -> Span[Any]:
        """Its value as a number or date."""
        return as_span(self.value)

    @property
    def sure(self) -> bool:
        """Whether it counts for sure."""
        return self.counts is Truth.YES


def unseen(kind: AggregateKind, value: Value) -> Row:
    """The row of all records that may still come, when `value` holds what any of them gives."""
    return Row(Truth.UNKNOWN, value if kind in {"voor_alle", "laagste", "hoogste"} else _any_number_of(as_span(value)))


def _any_number_of(span: NumberSpan) -> NumberSpan:
    """Every sum of one or more of these. That none may come is what the row says with `counts`."""
    low = span.low if span.low is not None and span.low >= 0 else None
    return Span(low, span.high if span.high is not None and span.high <= 0 else None)


def aggregate(kind: AggregateKind, rows: Sequence[Row]) -> Value:
    """The answer to a question about a list. `rows` are the records that count or may count."""
    return _ANSWERS[kind](rows)


def _exists(rows: Sequence[Row]) -> Value:
    return all_of(row.counts.inverted() for row in rows).inverted()


def _for_all(rows: Sequence[Row]) -> Value:
    return all_of(_counts_but_fails(row).inverted() for row in rows)


def _counts_but_fails(row: Row) -> Truth:
    fails = row.value.inverted() if isinstance(row.value, Truth) else Truth.UNKNOWN
    return all_of([row.counts, fails])


def _total(rows: Sequence[Row]) -> NumberSpan:
    return _sum(row.span if row.sure else _perhaps(row.span) for row in rows)


def _sum(spans: Iterable[NumberSpan]) -> NumberSpan:
    """All of them together. Over one common denominator: adding fractions one by one is ten times as slow."""
    each = list(spans)
    return Span(_all_added([span.low for span in each]), _all_added([span.high for span in each]))


def _all_added(ends: list[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    common = lcm(*(end.denominator for end in known))
    return Fraction(sum(end.numerator * (common // end.denominator) for end in known), common)


def _perhaps(span: NumberSpan) -> NumberSpan:
    """A number that is added or is not."""
    low = None if span.low is None else min(_ZERO, span.low)
    return Span(low, None if span.high is None else max(_ZERO, span.high))


def _least(rows: Sequence[Row]) -> Value:
    """Of nothing: unknown. With records that perhaps count: all between the answer with and without them."""
    sure, all_spans = [row.span for row in rows if row.sure], [row.span for row in rows]
    return Span(lowest(all_spans).low, lowest(sure).high) if sure else Span(None, None)


def _greatest(rows: Sequence[Row]) -> Value:
    sure, all_spans = [row.span for row in rows if row.sure], [row.span for row in rows]
    return Span(highest(sure).low, highest(all_spans).high) if sure else Span(None, None)


def _greatest_total(rows: Sequence[Row]) -> Value:
    """The highest sum of a group; 0 when there is none. A record of an unknown group may belong to any."""
    if not rows:
        return Span.point(_ZERO)
    groups = {row.group for row in rows if row.group is not None}
    least = [_floor(rows), *(_of_group(rows, group).low for group in groups if _is_sure(rows, group))]
    most = [_of_group(rows, group).high for group in groups]
    if any(row.group is None for row in rows):
        most.append(_of_group(rows, None).high)
    if not any(row.sure for row in rows):
        most.append(_ZERO)
    low = max((end for end in least if end is not None), default=None)
    return Span(low, None if None in most else max(end for end in most if end is not None))


def _is_sure(rows: Sequence[Row], group: Value) -> bool:
    return any(row.sure and row.group == group for row in rows)


def _floor(rows: Sequence[Row]) -> Fraction | None:
    """What the highest sum is at least, whatever the unknown groups are: a sure record stands in some group."""
    taken_off = _sum(_perhaps(row.span) for row in rows).low
    sure = [row.span.low for row in rows if row.sure and row.group is None]
    return None if taken_off is None else taken_off + max([_ZERO, *(low for low in sure if low is not None)])


def _of_group(rows: Sequence[Row], group: Value | None) -> NumberSpan:
    """The sum of a group, with all that may belong to it; None = a group that nobody named."""
    members = [row for row in rows if row.group is None or row.group == group]
    sure = [row.sure and row.group is not None for row in members]
    found = _sum(row.span if is_sure else _perhaps(row.span) for row, is_sure in zip(members, sure, strict=True))
    if any(sure) or found.high != 0:
        return found
    return Span(found.low, highest([row.span for row in members]).high)  # there is a group only with a member


_ANSWERS: dict[AggregateKind, Callable[[Sequence[Row]], Value]] = {
    "aantal": _total,
    "er_is": _exists,
    "som": _total,
    "laagste": _least,
    "hoogste": _greatest,
    "voor_alle": _for_all,
    "hoogste_som": _greatest_total,
}
