"""Tables of the records of examples: `geval | <lijst> | <velden>`, one record a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.basics.suggest import nearest
from maatwerk.ruleset.cells import UNKNOWN, PlainValue, is_none
from maatwerk.ruleset.example_cells import DEFAULTS, EXPECTED, computed, expected_name, read_cell, read_cells
from maatwerk.ruleset.model import ExampleRecords
from maatwerk.ruleset.tables import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.build import Draft
    from maatwerk.ruleset.entries import Entry
    from maatwerk.ruleset.tables import ExampleTable, Row

MORE = "+"  # under the list: there may be more records
_LIST = 1  # the column of the list


@dataclass
class _Found:
    """The rows of one list in one example, by number."""

    records: dict[int, tuple[dict[str, PlainValue | None], dict[str, str]]] = field(default_factory=dict)
    is_open: bool = False
    is_none: bool = False

    def read(self) -> ExampleRecords:
        rows = [row for _, row in sorted(self.records.items())]
        return ExampleRecords(tuple(row[0] for row in rows), not self.is_open, tuple(row[1] for row in rows))


def is_of_records(table: ExampleTable, draft: Draft) -> bool:
    """Whether this is a table of the records of a list."""
    return len(table.columns) > _LIST and table.columns[_LIST].value in draft.parts["lists"]


def read_records(tables: Sequence[ExampleTable], draft: Draft) -> dict[str, dict[str, ExampleRecords]]:
    """The records of each list in each example. A row `standaard` gives the fields that other rows leave empty."""
    found: dict[str, dict[str, _Found]] = {}
    for table in tables:
        _read_table(table, found, draft)
    return {case: {name: each.read() for name, each in lists.items()} for case, lists in found.items()}


def check_cases(cases: Collection[str], tables: Sequence[ExampleTable], draft: Draft) -> None:
    """M255: records of a case that no other table of examples has."""
    for row in (row for table in tables for row in table.rows):
        cell = row[EXAMPLES]
        if cell.value not in cases and cell.value != DEFAULTS:
            draft.desk.report("M255", cell.place, hint=nearest(cell.value, cases), name=cell.value)


def _read_table(table: ExampleTable, found: dict[str, dict[str, _Found]], draft: Draft) -> None:
    name = table.columns[_LIST].value
    fields, expected = _columns(table, name, draft)
    rows = [(row, read_cells(row, fields, draft.desk)) for row in table.rows]
    defaults = next((values for row, values in rows if row[EXAMPLES].value == DEFAULTS), {})
    for row, values in rows:
        if row[EXAMPLES].value != DEFAULTS:
            each = found.setdefault(row[EXAMPLES].value, {}).setdefault(name, _Found())
            wanted = _expected_of(row, expected, computed(draft, name), draft)
            _take(each, row, name, {**defaults, **values}, wanted, draft)


def _columns(table: ExampleTable, name: str, draft: Draft) -> tuple[dict[str, Type], list[Entry]]:
    """The columns that are fields of the list, and those that say what is expected of a record."""
    given = [*draft.parts["fields"].values(), *draft.parts["judgements"].values()]
    known = {fact.name: fact.type for fact in given if fact.list == name}
    fields, expected = {}, []
    for column in table.columns[_LIST + 1 :]:
        is_expected = column.value.startswith(EXPECTED)
        short = expected_name(column) if is_expected else column.value
        possible = computed(draft, name) if is_expected else known
        if short in possible:
            expected += [column] if is_expected else []
            fields.update({} if is_expected else {short: known[short]})
        elif short not in draft.broken and not draft.incomplete:
            code = "M256" if is_expected else "M254"
            draft.desk.report(code, column.place, hint=nearest(short, possible), name=short, list=name)
    return fields, expected


def _expected_of(row: Row, columns: Sequence[Entry], types: dict[str, Type], draft: Draft) -> dict[str, str]:
    found = {}
    for column in columns:
        cell, name = row[column.value], expected_name(column)
        if cell.value:
            found[name] = cell.value
        if cell.value and cell.value != UNKNOWN:
            read_cell(cell, types[name], draft.desk)
    return found


def _take(
    found: _Found,
    row: Row,
    name: str,
    values: dict[str, PlainValue | None],
    expected: dict[str, str],
    draft: Draft,
) -> None:
    """Put down one row: a record with its number, `–` for no records, or `+` for perhaps more."""
    cell = row[name]
    most = bounds().records
    number = int(cell.value) if re.fullmatch(r"[0-9]{1,6}", cell.value) else 0
    twice = number in found.records or (found.is_none and not is_none(cell.value))
    if is_none(cell.value) and not found.records:
        found.is_none = True
    elif cell.value == MORE and not found.is_none:
        found.is_open = True
    elif not 1 <= number <= most or twice:
        draft.desk.report("M253", cell.place, found=cell.value, most=most)
        return
    else:
        found.records[number] = (values, expected)
        return
    filled = next((row[column] for column in row if column not in {EXAMPLES, name} and row[column].value), None)
    if filled:
        draft.desk.report("M257", filled.place, found=cell.value)
