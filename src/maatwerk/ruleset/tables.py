"""The tables of facts, norms and examples. Each is known by its first header cell. Norms: see norm_tables.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place
from maatwerk.basics.suggest import nearest
from maatwerk.expressions.lexer import NAME
from maatwerk.ruleset.entries import Desk, cell_entry
from maatwerk.ruleset.forms import NAMES, TEXT, one_of, with_english
from maatwerk.ruleset.model import Fact, RecordList, Text
from maatwerk.ruleset.names import list_and_field
from maatwerk.ruleset.typename import LIST, OPTIONS_IN_ENGLISH, read_type, with_option_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.entries import Entry
    from maatwerk.ruleset.markdown import Line, Table

FACT_COLUMNS = ("gegeven", "soort", "vraag", "herkomst", "wie", "privacy")
NORM_COLUMNS = ("norm", "soort", "vanaf", "waarde", "bron")
MAY_ADD = {"gegeven": ("vraag_en", OPTIONS_IN_ENGLISH), "norm": ("bij",)}  # columns that need not be there
EXAMPLES = "geval"
PRIVACY = ("gewoon", "financieel", "bijzonder", "strafrechtelijk", "derde")
_MAY_BE_EMPTY = frozenset({"herkomst", "bron", "soort", "vraag_en", OPTIONS_IN_ENGLISH, "bij"})
Row = dict[str, "Entry"]


@dataclass(frozen=True, slots=True)
class ExampleTable:
    """A table of examples as written: its columns and its rows, in order."""

    columns: tuple[Entry, ...]
    rows: tuple[Row, ...]


@dataclass
class Tables:
    """What the tables of one document hold. `fields` are facts of a list; `broken` names are defined, but not well."""

    facts: list[Fact] = field(default_factory=list)
    lists: list[RecordList] = field(default_factory=list)
    fields: list[Fact] = field(default_factory=list)
    norms: list[Row] = field(default_factory=list)
    examples: list[ExampleTable] = field(default_factory=list)
    broken: dict[str, Place] = field(default_factory=dict)


def read_tables(tables: Sequence[Table], desk: Desk) -> Tables:
    """Read every table; one of an unknown kind is a problem."""
    found = Tables()
    for table in tables:
        first = table.header[0] if table.header else None
        kind = first.text.lower() if first else ""
        if kind == FACT_COLUMNS[0]:
            _facts(_rows(table, FACT_COLUMNS, desk), found, desk)
        elif kind == NORM_COLUMNS[0]:
            found.norms += _rows(table, NORM_COLUMNS, desk)
        elif kind == EXAMPLES:
            found.examples.append(_examples(table, desk))
        elif first:
            desk.report("M030", _place(first, desk), hint=nearest(kind, ("gegeven", "norm", "geval")), name=first.text)
    _check_lists(found, desk)
    return found


def _place(cell: Line, desk: Desk) -> Place:
    return Place(desk.file, cell.number, cell.column, max(1, len(cell.text)))


def _rows(table: Table, columns: tuple[str, ...], desk: Desk) -> list[Row]:
    """The rows under these columns, none when the header is not right."""
    names = [cell.text.lower() for cell in table.header]
    for cell, name in zip(table.header, names, strict=True):
        if name not in (*columns, *MAY_ADD[columns[0]]) or names.count(name) > 1:
            desk.report("M031", _place(cell, desk), hint=nearest(name, columns), name=cell.text)
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


def empty_cells(row: Row, desk: Desk) -> bool:
    """Whether a cell is empty that may not be."""
    empty = [name for name, cell in row.items() if not cell.value and name not in _MAY_BE_EMPTY]
    for name in empty:
        desk.report("M011", row[name].place, name=name)
    return bool(empty)


def _facts(rows: list[Row], found: Tables, desk: Desk) -> None:
    for row in rows:
        name = row["gegeven"]
        _, short = list_and_field(name.value)
        fact = None if empty_cells(row, desk) else _fact(row, desk)
        match fact:
            case None:
                found.broken.update({short: name.place} if NAME.fullmatch(short) else {})
            case RecordList():
                found.lists.append(fact)
            case Fact(list=""):
                found.facts.append(fact)
            case Fact():
                found.fields.append(fact)


def _fact(row: Row, desk: Desk) -> Fact | RecordList | None:
    """One row: a fact, a list of records, or a field of a list (`lijst.veld`, which is named by its last part)."""
    before = len(desk.problems)
    name, who = row["gegeven"], NAMES.read(row["wie"], desk)
    of_list, dot, short = name.value.rpartition(".")
    for part in (of_list, short) if dot else (short,):
        if not NAME.fullmatch(part):
            desk.report("M021", name.word(part) if part else name.place, name=part)
    is_list = " ".join(row["soort"].value.split()) == LIST
    if is_list and dot:
        desk.report("M045", row["soort"].place, name=short)
    type_ = None if is_list else _type(row, desk)
    privacy = one_of(*PRIVACY).read(row["privacy"], desk)
    question = _question(row, desk)
    if len(desk.problems) > before:
        return None
    source, place = row["herkomst"].value, name.at(len(of_list) + len(dot), len(short))
    if type_ is None:
        return RecordList(short, question, source, who, privacy, {}, place)
    return Fact(short, type_, question, source, who, privacy, place, list=of_list)


def _type(row: Row, desk: Desk) -> Type | None:
    type_, english = read_type(row["soort"], desk), row.get(OPTIONS_IN_ENGLISH)
    return with_option_words(type_, english, desk) if type_ and english and english.value else type_


def _question(row: Row, desk: Desk) -> Text:
    question: Text = TEXT.read(row["vraag"], desk)
    english = row.get("vraag_en")
    return with_english(question, english, desk) if english and english.value else question


def _check_lists(found: Tables, desk: Desk) -> None:
    """Each field belongs to a list of the same document."""
    lists = {each.name for each in found.lists}
    for fact in found.fields:
        if fact.list not in lists | found.broken.keys():
            desk.report("M044", fact.place, hint=nearest(fact.list, lists), name=fact.list)


def _examples(table: Table, desk: Desk) -> ExampleTable:
    columns = tuple(cell_entry("", desk.file, cell) for cell in table.header)
    names = [column.value for column in columns]
    for column in columns:
        if names.count(column.value) > 1 or not column.value:
            desk.report("M031", column.place, name=column.value)
    rows = (_row(cells, names, desk) for cells in table.rows if cells)
    return ExampleTable(columns, tuple(row for row in rows if row))
