"""Cells of example tables: what is given, and what may be expected."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.types import YES_NO
from maatwerk.ruleset.cells import UNKNOWN, PlainValue, UnreadableError, read_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.build import Draft
    from maatwerk.ruleset.entries import Desk, Entry
    from maatwerk.ruleset.tables import Row

DEFAULTS = "standaard"
EXPECTED = "=> "
AFTER, TOGETHER = " na ", "+"
DIGITS = 12
"""So many digits a number in a case file has at most, before the comma."""
DECIMALS = {"tarief": 8}
"""And so many decimals, where that is not two: see docs/limits.md and `case.typed`."""


def expected_name(column: Entry) -> str:
    """What a column `=> naam` expects."""
    return column.value.removeprefix(EXPECTED).strip()


def what_and_after(name: str) -> tuple[str, tuple[str, ...]]:
    """What is expected, and after which exceptions (`bedrag na a + b`); without these: by the letter of the rules."""
    what, _, exceptions = name.partition(AFTER)
    return what.strip(), tuple(sorted(each.strip() for each in exceptions.split(TOGETHER))) if exceptions else ()


def computed(draft: Draft, per: str = "") -> dict[str, Type]:
    """What can be expected besides the outcome: calculations and criteria, of the case or of each record of a list."""
    calculations, criteria = draft.parts["calculations"].values(), draft.parts["criteria"].values()
    return {item.name: item.type.as_result() for item in calculations if item.per == per} | {
        item.name: YES_NO for item in criteria if item.per == per
    }


def read_cells(row: Row, types: Mapping[str, Type], desk: Desk) -> dict[str, PlainValue | None]:
    """The facts of one row; None = unknown, a cell that is empty or cannot be read is left out."""
    found: dict[str, PlainValue | None] = {}
    for name, type_ in types.items():
        cell = row[name]
        if cell.value == UNKNOWN:
            found[name] = None
        elif cell.value:
            value = read_cell(cell, type_, desk)
            found.update({name: value} if value is not None and _fits(value, cell, type_, desk) else {})
    return found


def _fits(value: PlainValue, cell: Entry, type_: Type, desk: Desk) -> bool:
    """M229: whether a case file can hold this number; a row with any other is no case that can be."""
    most = DECIMALS.get(type_.sort, 2)
    written = value * 100 if type_.sort == "percentage" and isinstance(value, Fraction) else value
    if not isinstance(written, Fraction):
        return True
    fits: bool = (written * 10**most).denominator == 1 and abs(written) < 10**DIGITS
    if not fits:
        desk.report("M229", cell.place, found=cell.value, digits=DIGITS, most=most)
    return fits


def read_cell(cell: Entry, type_: Type, desk: Desk) -> PlainValue | None:
    """The value of a cell; None after a problem."""
    try:
        return read_value(cell.value, type_)
    except UnreadableError as fault:
        desk.report(fault.code, cell.place, hint=fault.hint, found=cell.value, **fault.values)
        return None
