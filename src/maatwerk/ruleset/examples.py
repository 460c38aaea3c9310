"""The rows of example tables: facts with their values, and what is expected of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.suggest import nearest
from maatwerk.expressions.types import AMOUNT
from maatwerk.ruleset.build import PROCESS_FACTS
from maatwerk.ruleset.cells import UNKNOWN, is_none
from maatwerk.ruleset.example_cells import (
    DEFAULTS,
    EXPECTED,
    computed,
    expected_name,
    read_cell,
    read_cells,
    what_and_after,
)
from maatwerk.ruleset.example_records import check_cases, is_of_records, read_records
from maatwerk.ruleset.kinds import FINDINGS
from maatwerk.ruleset.model import Example
from maatwerk.ruleset.tables import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.build import Draft
    from maatwerk.ruleset.entries import Entry
    from maatwerk.ruleset.tables import ExampleTable, Row

OUTCOME, AMOUNT_COLUMN, FINDINGS_COLUMN, PROPOSALS, GROUNDS = (
    "uitkomst",
    "bedrag",
    "bevindingen",
    "voorstellen",
    "gronden",
)
LISTS = {FINDINGS_COLUMN: ("signals",), PROPOSALS: ("exceptions",), GROUNDS: ("grounds",)}


def read_examples(draft: Draft) -> tuple[Example, ...]:
    """All example rows of a document that was linked. What a row `standaard` says holds for its whole table."""
    of_lists = [table for table in draft.examples if is_of_records(table, draft)]
    records = read_records(of_lists, draft)
    found = tuple(example for table in draft.examples if table not in of_lists for example in _table(table, draft))
    check_cases({example.name for example in found}, of_lists, draft)
    return tuple(replace(example, lists=records.get(example.name, {})) for example in found)


def _table(table: ExampleTable, draft: Draft) -> Iterator[Example]:
    known = _facts(draft)
    facts = _fact_columns(table, draft, known)
    expected = [column for column in table.columns if column.value.startswith(EXPECTED)]
    _check_expected_columns(expected, draft)
    values = [(row, read_cells(row, facts, draft.desk)) for row in table.rows]
    defaults = next((given for row, given in values if row[EXAMPLES].value == DEFAULTS), {})
    for row, given in values:
        if row[EXAMPLES].value != DEFAULTS:
            yield Example(
                row[EXAMPLES].value, {**defaults, **given}, _expected_of(row, expected, draft), row[EXAMPLES].place
            )


def _facts(draft: Draft) -> dict[str, Type]:
    given = {**draft.parts["facts"], **draft.parts["judgements"]}
    return {**PROCESS_FACTS, **{name: fact.type for name, fact in given.items() if not fact.list}}


def _fact_columns(table: ExampleTable, draft: Draft, known: Mapping[str, Type]) -> dict[str, Type]:
    found = {}
    for column in table.columns:
        name = column.value
        if name in known:
            found[name] = known[name]
        elif name != EXAMPLES and not name.startswith(EXPECTED) and name not in draft.broken and not draft.incomplete:
            draft.desk.report("M250", column.place, hint=nearest(name, known), name=name)
    return found


def _check_expected_columns(columns: list[Entry], draft: Draft) -> None:
    results = {OUTCOME, AMOUNT_COLUMN, *computed(draft)}
    for column in columns:
        name = expected_name(column)
        what, exceptions = what_and_after(name)
        known = results if exceptions else {*results, *LISTS}
        if (what not in known or "" in exceptions) and what not in draft.broken and not draft.incomplete:
            place = column.word(name) if name else column.place
            draft.desk.report("M251", place, hint=nearest(what, known) if what not in known else None, name=name)
        else:
            _check_names(column, set(exceptions), set(draft.parts["exceptions"]), draft)


def _expected_of(row: Row, columns: list[Entry], draft: Draft) -> dict[str, str]:
    found = {}
    for column in columns:
        cell = row[column.value]
        if cell.value:
            name = expected_name(column)
            found[name] = cell.value
            _check_expected(name, cell, draft)
    return found


def _check_expected(column: str, cell: Entry, draft: Draft) -> None:
    if is_none(cell.value) or cell.value == UNKNOWN:
        return
    column, _ = what_and_after(column)
    if column == OUTCOME:
        _check_names(cell, {cell.value}, set(draft.parts["outcomes"]), draft)
    elif column in LISTS:
        known = {name for mapping in LISTS[column] for name in draft.parts[mapping]}
        names = {name.strip() for part in cell.value.split(",") for name in part.split("+")}
        _check_names(cell, names, known | (set(FINDINGS) if column == FINDINGS_COLUMN else set()), draft)
    elif type_ := AMOUNT.as_result() if column == AMOUNT_COLUMN else computed(draft).get(column):
        read_cell(cell, type_, draft.desk)


def _check_names(cell: Entry, names: set[str], known: set[str], draft: Draft) -> None:
    for name in sorted(names - known - draft.broken.keys()):
        if not draft.incomplete:
            draft.desk.report("M252", cell.word(name), hint=nearest(name, known), name=name)
