"""The value of a dated norm or of a table of norms on a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Choice, DateSpan, Span, Truth, Value

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.ruleset.cells import NormKey
    from maatwerk.ruleset.model import Norm, NormRow


def norm_value(norm: Norm, on: DateSpan) -> Value:
    """A norm on a day: the newest row that began by then. No row = unknown; a day not known = the hull of the rows."""
    rows = [
        row
        for number, row in enumerate(norm.rows)
        if (on.high is None or row.valid_from <= on.high) and not _ended(norm, number, on.low)
    ]
    before_first = on.low is None or not norm.rows or on.low < norm.rows[0].valid_from
    if not rows or before_first:
        return unknown_of(norm.type)
    ends = [row.value for row in rows]
    return Span(min(ends), max(ends))  # type: ignore[type-var, return-value]


def day_or_days(value: Value | None, first: date, until: date | None) -> DateSpan:
    """A day that is known; else those of the days from `first` to `until` that it can be."""
    last = until - timedelta(days=1) if until else None
    span = cast("DateSpan", value) if isinstance(value, Span) else Span(first, last)
    if span.known:
        return span
    low = max(first, span.low or first)
    high = min((each for each in (last, span.high) if each), default=None)
    return Span(low, high) if high is None or low <= high else Span(first, last)


def _ended(norm: Norm, number: int, first: date | None) -> bool:
    later = norm.rows[number + 1 : number + 2]
    return bool(first and later and later[0].valid_from <= first)


def table_value(norm: Norm, keys: tuple[Value, ...], on: DateSpan) -> Value:
    """A table of norms: all rows of the newest `vanaf` together. A key or day that is not known: the hull.

    A day or key for which there is, or may be, no row (an amount below the lowest limit): unknown.
    """
    starts = sorted({row.valid_from for row in norm.rows})
    begun = [day for day in starts if on.high is None or day <= on.high]
    if not begun or on.low is None or on.low < starts[0]:
        return unknown_of(norm.type)
    last = max(day for day in starts if day <= on.low)
    tables = [day for day in begun if day >= last]
    parts = [_matching([row for row in norm.rows if row.valid_from == day], keys) for day in tables]
    if None in parts:
        return unknown_of(norm.type)
    ends = [row.value for part in parts for row in part or ()]
    return Span(min(ends), max(ends))  # type: ignore[type-var, return-value]


def _matching(rows: list[NormRow], keys: tuple[Value, ...], position: int = 0) -> list[NormRow] | None:
    """The rows that the keys from this position on can still mean; None when there may be no row for them."""
    if position == len(keys):
        return rows
    chosen = _chosen({row.keys[position] for row in rows}, keys[position])
    parts = [_matching([row for row in rows if row.keys[position] == each], keys, position + 1) for each in chosen]
    return [row for part in parts for row in part or ()] if parts and None not in parts else None


def _chosen(cells: set[NormKey], key: Value) -> list[NormKey]:
    """Which of these options or lower limits a key can mean; none when it may lie outside them all."""
    match key:
        case Truth():
            wanted: set[NormKey] = {True, False} if key is Truth.UNKNOWN else {key is Truth.YES}
            return list(wanted) if wanted <= cells else []
        case Choice(options=options):
            return list(options) if options <= cells else []
        case Span(low=low, high=high):
            limits: list[Any] = [*cells]  # all of one type: a table has one kind of limit in a column
            limits.sort()
            if low is None or low < limits[0]:
                return []
            start = max(limit for limit in limits if limit <= low)
            return [limit for limit in limits if start <= limit and (high is None or limit <= high)]
        case _:
            return []
