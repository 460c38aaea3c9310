"""Norms by date and tables of norms, read with what may not be known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.oracle.known import EMPTY, PERHAPS, Value, everything
from tests.oracle.points import FIRST, LAST
from tests.oracle.rules import Norm


def in_force(norm: Norm, on: Value) -> Value:
    """A norm on a day, or on any of these days. A day without a row: unknown."""
    if on in (EMPTY, PERHAPS):
        on = (FIRST, LAST)
    rows = sorted((day, value) for day, _, value in norm.rows)
    until = [*(day for day, _ in rows[1:]), None]
    found = [value for (day, value), end in zip(rows, until, strict=True)
             if day <= on[1] and (end is None or end > on[0])]  # fmt: skip
    if not found or on[0] < rows[0][0]:
        return everything(norm.sort, below=False)
    return min(found), max(found)


def in_table(norm: Norm, keys: Sequence[Value], on: Value) -> Value:
    """A table: for each key the row of an option, or that with the highest limit not above it. No row: unknown."""
    rows = {limit if isinstance(limit, tuple) else (limit,): value for _, limit, value in norm.rows}
    found = _in_rows(rows, keys)
    if on[0] < min(day for day, _, _ in norm.rows) or None in found:
        return everything(norm.sort, below=False)
    return min(found), max(found)


def _in_rows(rows: Mapping[Any, Fraction], keys: Sequence[Value]) -> list[Any]:
    """The amounts that these keys can mean; None among them where there may be no row."""
    if not keys:
        return list(rows.values())
    cells = sorted({row[0] for row in rows})
    key = keys[0]
    if isinstance(key, frozenset):
        chosen = [cell if cell in cells else None for cell in key]
    elif key in (EMPTY, PERHAPS):
        chosen = [None]
    else:  # the cell in which the lowest key lies, and those that begin between the lowest and the highest
        chosen = [max((cell for cell in cells if cell <= key[0]), default=None)]
        chosen += [cell for cell in cells if key[0] < cell <= key[1]]
    found: list[Any] = []
    for cell in chosen:
        inner = {row[1:]: value for row, value in rows.items() if row[0] == cell}
        found += [None] if cell is None else _in_rows(inner, keys[1:])
    return found
