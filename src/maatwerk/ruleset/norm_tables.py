"""The tables of norms: one value a row, from a day on; with column `bij` a table that is read with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from maatwerk.expressions.lexer import NAME
from maatwerk.ruleset.cells import NormKey, UnreadableError, read_key, read_value
from maatwerk.ruleset.forms import DATE_FORM
from maatwerk.ruleset.model import Norm, NormRow
from maatwerk.ruleset.tables import empty_cells
from maatwerk.ruleset.typename import read_type

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from fractions import Fraction

    from maatwerk.basics.problems import Place
    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.entries import Desk, Entry
    from maatwerk.ruleset.tables import Row, Tables

LEFT_OPEN = "gemeente"  # a building block leaves the value to the ruleset that uses it
SORTS = frozenset({"bedrag", "getal", "percentage", "datum", "tarief"})


def read_norms(tables: Tables, desk: Desk) -> list[Norm]:
    """The norms in all rows of a document. What cannot be read becomes a broken name of the tables."""
    found: dict[str, _NormRows] = {}
    for row in tables.norms:
        written = row["norm"]
        if not NAME.fullmatch(written.value):
            desk.report("M021", written.place, name=written.value)
        else:
            found.setdefault(written.value, _NormRows(written.value, written.place, desk)).add(row)
    norms = {name: rows.norm() for name, rows in found.items()}
    tables.broken.update({name: found[name].place for name, norm in norms.items() if norm is None})
    return [norm for norm in norms.values() if norm]


class _NormRows:
    """The rows of one norm."""

    def __init__(self, name: str, place: Place, desk: Desk) -> None:
        self.name, self.place, self.desk = name, place, desk
        self.type: Type | None = None
        self.rows: list[NormRow] = []
        self.left_open: list[Entry] = []
        self.is_broken = False

    def add(self, row: Row) -> None:
        before = len(self.desk.problems)
        if not empty_cells(row, self.desk) and self._takes_type(row["soort"]) and self.type:
            self._take(row, self.type)
        self.is_broken = self.is_broken or len(self.desk.problems) > before

    def _takes_type(self, written: Entry) -> bool:
        """The type that is written, or that of the row before of this norm."""
        if not written.value:
            if self.type is None and not self.is_broken:
                self.desk.report("M011", written.place, name="soort")
            return self.type is not None
        type_ = read_type(written, self.desk)
        if type_ is not None and (type_.sort not in SORTS or type_.or_empty):
            self.desk.report("M034", written.place, found=written.value)
            return False
        if type_ is not None and self.type not in {None, type_}:
            self.desk.report("M035", written.place, name=self.name)
            return False
        self.type = type_ or self.type
        return type_ is not None

    def _take(self, row: Row, type_: Type) -> None:
        valid_from, cell = DATE_FORM.read(row["vanaf"], self.desk), row["waarde"]
        keys = self._keys(row.get("bij"))
        if cell.value == LEFT_OPEN:
            self._leave_open(cell)
            return
        value = _value(cell, type_, self.desk)
        if value is not None and valid_from is not None and keys is not None:
            self.rows.append(NormRow(valid_from, value, row["bron"].value, cell.place, keys))

    def _leave_open(self, cell: Entry) -> None:
        self.left_open.append(cell)
        if not self.desk.header.is_building_block:
            self.desk.report("M037", cell.place, name=self.name)

    def _keys(self, cell: Entry | None) -> tuple[NormKey, ...] | None:
        """What stands in column `bij`; it must be like the row before."""
        try:
            keys = tuple(read_key(part) for part in cell.value.split(";")) if cell and cell.value else ()
        except UnreadableError as fault:
            if cell:
                self.desk.report(fault.code, cell.place, hint=fault.hint, found=cell.value, **fault.values)
            return None
        if self.rows and cell and [type(key) for key in keys] != [type(key) for key in self.rows[0].keys]:
            self.desk.report("M046", cell.place, name=self.name)
            return None
        return keys

    def norm(self) -> Norm | None:
        if self.left_open and self.rows:
            self.desk.report("M038", self.left_open[0].place, name=self.name)
            return None
        if self.type is None or self.is_broken:
            return None
        return Norm(self.name, self.type, tuple(_in_order(self.rows, self.desk)), self.place)


def _value(cell: Entry, type_: Type, desk: Desk) -> Fraction | date | None:
    try:
        return cast("Fraction | date", read_value(cell.value, type_))
    except UnreadableError as fault:
        desk.report(fault.code, cell.place, hint=fault.hint, found=cell.value, **fault.values)
        return None


def _in_order(rows: list[NormRow], desk: Desk) -> Iterator[NormRow]:
    seen: set[tuple[object, ...]] = set()
    for row in sorted(rows, key=lambda row: (row.valid_from, row.keys)):
        if (row.valid_from, row.keys) in seen:
            desk.report("M036", row.place, day=row.valid_from.isoformat())
        seen.add((row.valid_from, row.keys))
        yield row
