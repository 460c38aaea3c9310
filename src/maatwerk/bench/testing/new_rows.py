"""An example as rows for the tables in which it would stand: a cell that is the default of its table stays empty."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from maatwerk.bench.testing.reread import read_again
from maatwerk.ruleset.build import PROCESS_FACTS
from maatwerk.ruleset.cells import NONE, UNKNOWN, read_value, write_value
from maatwerk.ruleset.example_cells import DEFAULTS, EXPECTED
from maatwerk.ruleset.example_records import MORE
from maatwerk.ruleset.tables import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.cells import PlainValue
    from maatwerk.ruleset.model import Example, ExampleRecords, Ruleset
    from maatwerk.ruleset.tables import ExampleTable


@dataclass(frozen=True, slots=True)
class NewRow:
    """One row for a table: its cells by column, in order, and the width that each column has now."""

    cells: dict[str, str]
    widths: tuple[int, ...]

    def __str__(self) -> str:
        """As Markdown, as wide as the table it is for."""
        cells = (cell.ljust(width) for cell, width in zip(self.cells.values(), self.widths, strict=True))
        return f"| {' | '.join(cells)} |"


class ExampleTables:
    """The tables of examples of a document, as written."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Read the document once. Raises ChangedMeanwhile."""
        self.ruleset = ruleset
        self.tables: Sequence[ExampleTable] = read_again(ruleset).examples

    def expected(self, example: Example) -> tuple[str, ...]:
        """The columns with what is expected, of the table in which an example stands."""
        columns = [column.value for column in self._table_of(example).columns]
        return tuple(column.removeprefix(EXPECTED) for column in columns if column.startswith(EXPECTED))

    def rows(self, like: Example, example: Example) -> tuple[NewRow, ...]:
        """The rows of an example that stands in the same table as another one; then those of its lists."""
        types = {**PROCESS_FACTS, **{name: fact.type for name, fact in self.ruleset.facts.items()}}
        rows = [_row(self._table_of(like), example.name, example.facts, example.expected, types)]
        for table in self.tables:
            name = table.columns[1].value if len(table.columns) > 1 else ""
            if name in example.lists:
                rows += self._records(table, name, example.name, example.lists[name])
        return tuple(rows)

    def _table_of(self, example: Example) -> ExampleTable:
        line = example.place.line
        return next(each for each in self.tables if any(row[EXAMPLES].place.line == line for row in each.rows))

    def _records(self, table: ExampleTable, name: str, case: str, found: ExampleRecords) -> list[NewRow]:
        types = {field: fact.type for field, fact in self.ruleset.lists[name].fields.items()}
        expected = (*found.expected, *({} for _ in found.records[len(found.expected) :]))
        pairs = enumerate(zip(found.records, expected, strict=True), 1)
        rows = [_row(table, case, record, wanted, types, {name: str(number)}) for number, (record, wanted) in pairs]
        if found.complete:
            return rows or [_row(table, case, {}, {}, {}, {name: NONE})]
        return [*rows, _row(table, case, {}, {}, {}, {name: MORE})]


def _row(
    table: ExampleTable,
    case: str,
    facts: Mapping[str, PlainValue | None],
    expected: Mapping[str, str],
    types: Mapping[str, Type],
    fixed: Mapping[str, str] = MappingProxyType({}),
) -> NewRow:
    default = next((row for row in table.rows if row[EXAMPLES].value == DEFAULTS), {})
    cells = {EXAMPLES: case, **fixed, **{f"{EXPECTED}{name}": text for name, text in expected.items()}}
    for name in (column.value for column in table.columns):
        if name in types:
            cells[name] = _cell(facts.get(name), default[name].value if name in default else "", types[name])
    columns = [column.value for column in table.columns]
    return NewRow({name: cells.get(name, "") for name in columns}, tuple(_width(table, name) for name in columns))


def _cell(value: PlainValue | None, default: str, kind: Type) -> str:
    """The value as written; empty where that means the same: the default of the table, or unknown without one."""
    if not default:
        return "" if value is None else write_value(value, kind)
    if value is None:
        return UNKNOWN if default != UNKNOWN else ""
    return "" if default != UNKNOWN and read_value(default, kind) == value else write_value(value, kind)


def _width(table: ExampleTable, name: str) -> int:
    return max(len(name), *(len(row[name].value) for row in table.rows))
