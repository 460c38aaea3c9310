"""The tables of facts, norms and examples. Each is known by its first header cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from maatwerk.expressions.lexer import NAME
from maatwerk.problems import Place
from maatwerk.ruleset.cells import UnreadableError, read_value
from maatwerk.ruleset.entries import Desk, cell_entry
from maatwerk.ruleset.forms import DATE_FORM, NAMES, TEXT, one_of, with_english
from maatwerk.ruleset.model import Fact, Norm, NormRow
from maatwerk.ruleset.typename import read_type
from maatwerk.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from fractions import Fraction

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.entries import Entry
    from maatwerk.ruleset.markdown import Line, Table

FACT_COLUMNS = ("gegeven", "soort", "vraag", "herkomst", "wie", "privacy")
QUESTION_EN = "vraag_en"  # may be left out, as every English twin
NORM_COLUMNS = ("norm", "soort", "vanaf", "waarde", "bron")
LATER_COLUMNS = ("bij",)
EXAMPLES = "geval"
PRIVACY = ("gewoon", "financieel", "bijzonder", "strafrechtelijk", "derde")
_MAY_BE_EMPTY = frozenset({QUESTION_EN, "herkomst", "bron", "soort"})
Row = dict[str, "Entry"]


@dataclass(frozen=True, slots=True)
class ExampleTable:
    """A table of examples as written: its columns and its rows, in order."""

    columns: tuple[Entry, ...]
    rows: tuple[Row, ...]


@dataclass
class Tables:
    """What the tables of one document hold. `broken` names are defined, but not well."""

    facts: list[Fact]
    norms: list[Norm]
    examples: list[ExampleTable]
    broken: dict[str, Place]


def read_tables(tables: Sequence[Table], desk: Desk) -> Tables:
    """Read every table; one of an unknown kind is a problem."""
    found = Tables([], [], [], {})
    rows_of_norms: list[Row] = []
    for table in tables:
        first = table.header[0] if table.header else None
        kind = first.text.lower() if first else ""
        if kind == FACT_COLUMNS[0]:
            _facts(_rows(table, FACT_COLUMNS, desk), found, desk)
        elif kind == NORM_COLUMNS[0]:
            rows_of_norms += _rows(table, NORM_COLUMNS, desk)
        elif kind == EXAMPLES:
            found.examples.append(_examples(table, desk))
        elif first:
            desk.report("M030", _place(first, desk), hint=nearest(kind, ("gegeven", "norm", "geval")), name=first.text)
    _norms(rows_of_norms, found, desk)
    return found


def _place(cell: Line, desk: Desk) -> Place:
    return Place(desk.file, cell.number, cell.column, max(1, len(cell.text)))


def _rows(table: Table, columns: tuple[str, ...], desk: Desk) -> list[Row]:
    """The rows under these columns, none when the header is not right."""
    names = [cell.text.lower() for cell in table.header]
    may_be = (*columns, QUESTION_EN) if columns == FACT_COLUMNS else columns
    for cell, name in zip(table.header, names, strict=True):
        if name in LATER_COLUMNS:
            desk.report("M013", _place(cell, desk), name=name)
        elif name not in may_be or names.count(name) > 1:
            desk.report("M031", _place(cell, desk), hint=nearest(name, may_be), name=cell.text)
    missing = [column for column in columns if column not in names]
    for column in missing:
        desk.report("M032", _place(table.header[0], desk), name=column)
    rows = [_row(cells, names, desk) for cells in table.rows if cells]
    return [] if missing else [row for row in rows if row]


def _row(cells: tuple[Line, ...], names: Sequence[str], desk: Desk) -> Row:
    if len(cells) != len(names):
        desk.report("M033", _place(cells[0], desk), found=len(cells), expected=len(names))
        return {}
    return {name: cell_entry(name, desk.file, cell) for name, cell in zip(names, cells, strict=True)}


def _empty_cells(row: Row, desk: Desk) -> bool:
    empty = [name for name, cell in row.items() if not cell.value and name not in _MAY_BE_EMPTY]
    for name in empty:
        desk.report("M011", row[name].place, name=name)
    return bool(empty)


def _facts(rows: list[Row], found: Tables, desk: Desk) -> None:
    for row in rows:
        name = row["gegeven"]
        fact = None if _empty_cells(row, desk) else _fact(row, desk)
        if fact:
            found.facts.append(fact)
        elif NAME.fullmatch(name.value):
            found.broken[name.value] = name.place


def _fact(row: Row, desk: Desk) -> Fact | None:
    before = len(desk.problems)
    name, who = row["gegeven"], NAMES.read(row["wie"], desk)
    if "." in name.value:
        desk.report("M013", name.place, name=name.value)
    elif not NAME.fullmatch(name.value):
        desk.report("M021", name.place, name=name.value)
    type_ = read_type(row["soort"], desk)
    privacy = one_of(*PRIVACY).read(row["privacy"], desk)
    question = with_english(TEXT.read(row["vraag"], desk), row.get(QUESTION_EN), desk)
    if len(desk.problems) > before or type_ is None:
        return None
    return Fact(name.value, type_, question, row["herkomst"].value, who, privacy, name.place)


def _norms(rows: list[Row], found: Tables, desk: Desk) -> None:
    types: dict[str, Type | None] = {}
    values: dict[str, list[NormRow]] = {}
    places: dict[str, Place] = {}
    for row in rows:
        written = row["norm"]
        read = None if _empty_cells(row, desk) else _norm_row(row, types, desk)
        if NAME.fullmatch(written.value):
            places.setdefault(written.value, written.place)
            values.setdefault(written.value, []).extend([read] if read else [])
    for name, place in places.items():
        type_ = types.get(name)
        if type_ is None or not values[name]:
            found.broken[name] = place
        else:
            found.norms.append(Norm(name, type_, tuple(_in_order(values[name], desk)), place))


def _norm_row(row: Row, types: dict[str, Type | None], desk: Desk) -> NormRow | None:
    name = row["norm"].value
    if not NAME.fullmatch(name):
        desk.report("M021", row["norm"].place, name=name)
        return None
    type_ = _type_of_norm(row, types, desk)
    valid_from = DATE_FORM.read(row["vanaf"], desk)
    if type_ is None or valid_from is None:
        return None
    value = _value(row["waarde"], type_, desk)
    place = row["waarde"].place
    return None if value is None else NormRow(valid_from, value, row["bron"].value, place)


def _type_of_norm(row: Row, types: dict[str, Type | None], desk: Desk) -> Type | None:
    """The type that is written, or that of the row before of this norm."""
    name, written = row["norm"].value, row["soort"]
    if not written.value:
        if name not in types:
            desk.report("M011", written.place, name="soort")
        return types.setdefault(name, None)
    type_ = read_type(written, desk)
    if type_ is not None and type_.sort not in {"bedrag", "getal", "percentage", "datum"}:
        desk.report("M034", written.place, found=written.value)
        type_ = None
    if name in types and types[name] not in {None, type_}:
        desk.report("M035", written.place, name=name)
        return types[name]
    types[name] = type_
    return type_


def _value(cell: Entry, type_: Type, desk: Desk) -> Fraction | date | None:
    if cell.value == "gemeente":
        desk.report("M013", cell.place, name="gemeente")
        return None
    try:
        return cast("Fraction | date", read_value(cell.value, type_))
    except UnreadableError as fault:
        desk.report(fault.code, cell.place, hint=fault.hint, found=cell.value, **fault.values)
        return None


def _in_order(rows: list[NormRow], desk: Desk) -> Iterator[NormRow]:
    seen: set[date] = set()
    for row in sorted(rows, key=lambda row: row.valid_from):
        if row.valid_from in seen:
            desk.report("M036", row.place, day=row.valid_from.isoformat())
        seen.add(row.valid_from)
        yield row


def _examples(table: Table, desk: Desk) -> ExampleTable:
    columns = tuple(cell_entry("", desk.file, cell) for cell in table.header)
    names = [column.value for column in columns]
    for column in columns:
        if names.count(column.value) > 1 or not column.value:
            desk.report("M031", column.place, name=column.value)
    rows = (_row(cells, names, desk) for cells in table.rows if cells)
    return ExampleTable(columns, tuple(row for row in rows if row))
