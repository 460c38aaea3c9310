"""The rows of example tables: facts with their values, and what is expected of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.types import AMOUNT, YES_NO
from maatwerk.ruleset.build import PROCESS_FACTS
from maatwerk.ruleset.cells import UNKNOWN, PlainValue, UnreadableError, is_none, read_value
from maatwerk.ruleset.kinds import FINDINGS
from maatwerk.ruleset.model import Example
from maatwerk.ruleset.tables import EXAMPLES
from maatwerk.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.build import Draft
    from maatwerk.ruleset.entries import Entry
    from maatwerk.ruleset.tables import ExampleTable, Row

DEFAULTS = "standaard"
EXPECTED = "=> "
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
    return tuple(example for table in draft.examples for example in _table(table, draft))


def _table(table: ExampleTable, draft: Draft) -> Iterator[Example]:
    known = _facts(draft)
    facts = _fact_columns(table, draft, known)
    expected = [column for column in table.columns if column.value.startswith(EXPECTED)]
    _check_expected_columns(expected, draft)
    values = [(row, _facts_of(row, facts, draft)) for row in table.rows]
    defaults = next((given for row, given in values if row[EXAMPLES].value == DEFAULTS), {})
    for row, given in values:
        if row[EXAMPLES].value != DEFAULTS:
            yield Example(
                row[EXAMPLES].value, {**defaults, **given}, _expected_of(row, expected, draft), row[EXAMPLES].place
            )


def _facts(draft: Draft) -> dict[str, Type]:
    return {**PROCESS_FACTS, **{name: fact.type for name, fact in draft.parts["facts"].items()}}


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
    known = {OUTCOME, AMOUNT_COLUMN, *LISTS, *draft.parts["calculations"], *draft.parts["criteria"]}
    for column in columns:
        name = _name(column)
        if name not in known and name not in draft.broken and not draft.incomplete:
            place = column.word(name) if name else column.place
            draft.desk.report("M251", place, hint=nearest(name, known), name=name)


def _name(column: Entry) -> str:
    return column.value.removeprefix(EXPECTED).strip()


def _facts_of(row: Row, facts: Mapping[str, Type], draft: Draft) -> dict[str, PlainValue | None]:
    """The facts of one row; None = unknown, a cell that is empty or cannot be read is left out."""
    found: dict[str, PlainValue | None] = {}
    for name, type_ in facts.items():
        cell = row[name]
        if cell.value == UNKNOWN:
            found[name] = None
        elif cell.value:
            _take(found, cell, type_, draft)
    return found


def _take(found: dict[str, PlainValue | None], cell: Entry, type_: Type, draft: Draft) -> None:
    try:
        found[cell.key] = read_value(cell.value, type_)
    except UnreadableError as fault:
        draft.desk.report(fault.code, cell.place, hint=fault.hint, found=cell.value, **fault.values)


def _expected_of(row: Row, columns: list[Entry], draft: Draft) -> dict[str, str]:
    found = {}
    for column in columns:
        cell = row[column.value]
        if cell.value:
            found[_name(column)] = cell.value
            _check_expected(_name(column), cell, draft)
    return found


def _check_expected(column: str, cell: Entry, draft: Draft) -> None:
    if is_none(cell.value) or cell.value == UNKNOWN:
        return
    if column == OUTCOME:
        _check_names(cell, {cell.value}, set(draft.parts["outcomes"]), draft)
    elif column in LISTS:
        known = {name for mapping in LISTS[column] for name in draft.parts[mapping]}
        names = {name.strip() for part in cell.value.split(",") for name in part.split("+")}
        _check_names(cell, names, known | (set(FINDINGS) if column == FINDINGS_COLUMN else set()), draft)
    elif type_ := _expected_type(column, draft):
        _take({}, cell, type_, draft)


def _check_names(cell: Entry, names: set[str], known: set[str], draft: Draft) -> None:
    for name in sorted(names - known - draft.broken.keys()):
        if not draft.incomplete:
            draft.desk.report("M252", cell.word(name), hint=nearest(name, known), name=name)


def _expected_type(column: str, draft: Draft) -> Type | None:
    if column in draft.parts["calculations"]:
        return draft.parts["calculations"][column].type  # type: ignore[no-any-return]
    if column in draft.parts["criteria"]:
        return YES_NO
    return AMOUNT if column == AMOUNT_COLUMN else None
