"""The value of a dated norm or of a table of norms on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Choice, DateSpan, Span, Truth, Value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

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


def _ended(norm: Norm, number: int, first: date | None) -> bool:
    later = norm.rows[number + 1 : number + 2]
    return bool(first and later and later[0].valid_from <= first)


def table_value(norm: Norm, keys: tuple[Value, ...], on: DateSpan) -> Value:
    """A table of norms: all rows of the newest `vanaf` together. A key or day that is not known: the hull."""
    starts = sorted({row.valid_from for row in norm.rows})
    begun = [day for day in starts if on.high is None or day <= on.high]
    if not begun or on.low is None or on.low < starts[0]:
        return unknown_of(norm.type)
    last = max(day for day in starts if day <= on.low)
    tables = [day for day in begun if day >= last]
    found = [row for day in tables for row in _matching([r for r in norm.rows if r.valid_from == day], keys)]
    if not found:
        return unknown_of(norm.type)
    ends = [row.value for row in found]
    return Span(min(ends), max(ends))  # type: ignore[type-var, return-value]


def _matching(rows: list[NormRow], keys: tuple[Value, ...]) -> Iterable[NormRow]:
    """The rows that the keys can still mean, key by key: equal options, or the highest lower limit."""
    for position, key in enumerate(keys):
        rows = _by_key(rows, position, key)
    return rows


def _by_key(rows: list[NormRow], position: int, key: Value) -> list[NormRow]:
    match key:
        case Truth():
            return [row for row in rows if key is Truth.UNKNOWN or row.keys[position] is (key is Truth.YES)]
        case Choice():
            return [row for row in rows if row.keys[position] in key.options]
        case Span():
            return [row for row in rows if _in_band(rows, row, position, key)]
        case _:
            return []


def _in_band(rows: list[NormRow], row: NormRow, position: int, key: Span) -> bool:  # type: ignore[type-arg]
    """Whether a number between the ends of `key` can fall in the band that begins at this row's limit."""
    limit = row.keys[position]
    if key.high is not None and limit > key.high:
        return False
    above = [each.keys[position] for each in rows if each.keys[position] > limit]  # type: ignore[operator]
    return not above or key.low is None or key.low < min(above)
