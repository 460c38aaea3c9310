"""A ruleset as its document again, in one canonical way of writing. Reading what is printed gives the same rules.

Only what the document itself holds is printed, not the building blocks it uses. Free prose is not part of a ruleset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maatwerk.expressions.types import Type
from maatwerk.ruleset.build import PROCESS_FACTS
from maatwerk.ruleset.cells import NONE, UNKNOWN, PlainValue, write_key, write_value
from maatwerk.ruleset.entries import Desk
from maatwerk.ruleset.example_cells import EXPECTED
from maatwerk.ruleset.example_records import MORE
from maatwerk.ruleset.forms import without_margins
from maatwerk.ruleset.front_matter import KEYS
from maatwerk.ruleset.kinds import CHECK, KINDS, SETTINGS
from maatwerk.ruleset.model import Fact, Outcome, Settings, Text
from maatwerk.ruleset.norm_tables import LEFT_OPEN
from maatwerk.ruleset.tables import EXAMPLES, FACT_COLUMNS, MAY_ADD, NORM_COLUMNS
from maatwerk.ruleset.typename import LIST, write_option_words, write_type
from maatwerk.ruleset.visible import list_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.ruleset.kinds import Key, Kind
    from maatwerk.ruleset.model import Example, ExampleRecords, Norm, RecordList, Ruleset


def print_ruleset(ruleset: Ruleset) -> str:
    """The canonical Markdown of a ruleset."""
    parts = [
        _front_matter(ruleset),
        f"# {ruleset.header.title}",
        *(_quote(quote.text) for quote in ruleset.quotes),
        *_tables(ruleset),
        *_blocks(ruleset),
        *_examples(ruleset),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(ruleset: Ruleset) -> str:
    header = ruleset.header
    written = {name: header_value(ruleset, key) for name, key in KEYS.items()}
    del written["regelset" if header.is_building_block else "bouwsteen"]
    return "\n".join(["---", *(f"{name}: {value}" for name, value in written.items() if value), "---"])


def header_value(ruleset: Ruleset, key: Key) -> str:
    """A key of the front matter as it is written; empty where it need not be."""
    header = ruleset.header
    if key.name == "beslistermijn":
        return f"{header.term_weeks} weken" if header.term_weeks is not None else header.term_calculation
    if key.name == "gebruikt":
        return ", ".join(header.uses)
    value = getattr(header, key.field)
    return "" if value is None or value is False else key.form.write(value)


def _quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _tables(ruleset: Ruleset) -> Iterator[str]:
    facts: list[Fact | RecordList] = [fact for fact in ruleset.facts.values() if not fact.judgement]
    for each in ruleset.lists.values():
        facts += [each, *(fact for fact in each.fields.values() if not fact.judgement)]
    norms = [norm for norm in ruleset.norms.values() if _own(ruleset, norm.name)]
    rows = [_fact(fact) for fact in facts if _own(ruleset, fact.name)]
    yield _table(*_without_empty((*FACT_COLUMNS, *MAY_ADD["gegeven"]), rows))
    yield _table(*_without_empty((*NORM_COLUMNS, "bij"), [row for norm in norms for row in _norm_rows(norm, ruleset)]))


def _fact(fact: Fact | RecordList) -> tuple[str, ...]:
    name, type_, options = fact.name, LIST, ""
    if isinstance(fact, Fact):
        name = f"{fact.list}.{name}" if fact.list else name
        type_, options = write_type(fact.type), write_option_words(fact.type)
    question = fact.question
    return name, type_, question.nl, fact.source, ", ".join(fact.who), fact.privacy, question.en, options


def _without_empty(columns: Sequence[str], rows: list[tuple[str, ...]]) -> tuple[Sequence[str], list[tuple[str, ...]]]:
    """Columns and rows, without the columns that need not be there and have nothing in them."""
    may_go = MAY_ADD[columns[0]]
    kept = [place for place, name in enumerate(columns) if name not in may_go or any(row[place] for row in rows)]
    return [columns[place] for place in kept], [tuple(row[place] for place in kept) for row in rows]


def _own(ruleset: Ruleset, name: str) -> bool:
    return ruleset.origin.get(name) == ruleset.header.id


def _norm_rows(norm: Norm, ruleset: Ruleset) -> Iterator[tuple[str, ...]]:
    type_ = write_type(norm.type)
    if not norm.rows:
        yield norm.name, type_, ruleset.header.valid_from.isoformat(), LEFT_OPEN, "", ""
    for row in norm.rows:
        keys = "; ".join(map(write_key, row.keys))
        yield norm.name, type_, row.valid_from.isoformat(), write_value(row.value, norm.type), row.source, keys


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with columns of equal width; nothing for no rows."""
    if not rows:
        return ""
    lines = [[cell.replace("|", "\\|") for cell in row] for row in (columns, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(columns))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |" for line in lines
    )


def _blocks(ruleset: Ruleset) -> Iterator[str]:
    if ruleset.settings != Settings():
        yield _block(SETTINGS, "", ruleset.settings, ruleset)
    for kind in KINDS.values():
        for name, item in kind.items(ruleset).items():
            if _own(ruleset, name):
                yield _block(kind, name, item, ruleset)


def _block(kind: Kind, name: str, item: Any, ruleset: Ruleset) -> str:  # noqa: ANN401 - an item of that kind
    title = kind.name.capitalize().replace("_", " ")
    keys = kind.keys if kind is SETTINGS else (*kind.keys, CHECK)
    lines = [line for key in keys for line in _lines(key, item, ruleset)]
    return "\n".join([f"### {title}: {name}" if name else f"### {title}", "", *lines])


def _lines(key: Key, item: Any, ruleset: Ruleset) -> Iterator[str]:  # noqa: ANN401 - an item of its kind
    value = getattr(item, key.field)
    if value is None or (not key.must and value == _default(key, item, ruleset)):
        return
    yield f"- {key.name}: {key.form.write(value)}"
    if english := _in_english(value):
        yield f"- {key.english}: {english}"


def _in_english(value: Any) -> str:  # noqa: ANN401 - a value of any form
    if isinstance(value, Type):
        return write_option_words(value)
    return value.en if isinstance(value, Text) else ""


def _default(key: Key, item: Any, ruleset: Ruleset) -> Any:  # noqa: ANN401 - a value of any form
    """What reading takes when the key is not written."""
    if isinstance(item, Outcome) and key.field == "say":
        return item.text
    if isinstance(item, Settings):
        return getattr(Settings(), key.field)
    settings = without_margins(ruleset.settings) if list_of(item) else ruleset.settings
    return key.default_for(Desk("", header=ruleset.header, settings=settings))


def _examples(ruleset: Ruleset) -> Iterator[str]:
    """All examples in one table, with every value written in its own row; then a table of records for each list."""
    facts = tuple(dict.fromkeys(name for row in ruleset.examples for name in row.facts))
    expected = tuple(dict.fromkeys(name for row in ruleset.examples for name in row.expected))
    columns = (EXAMPLES, *facts, *(f"{EXPECTED}{name}" for name in expected))
    yield _table(columns, [_example(row, facts, expected, ruleset) for row in ruleset.examples])
    yield from (_records(each, ruleset) for each in ruleset.lists.values())


def _records(each: RecordList, ruleset: Ruleset) -> str:
    """The records of one list in all examples."""
    found = [(row.name, row.lists[each.name]) for row in ruleset.examples if each.name in row.lists]
    expected = tuple(dict.fromkeys(name for _, all_ in found for row in all_.expected for name in row))
    columns = (EXAMPLES, each.name, *each.fields, *(f"{EXPECTED}{name}" for name in expected))
    return _table(columns, [line for name, all_ in found for line in _record_rows(name, all_, each, expected)])


def _record_rows(
    name: str, found: ExampleRecords, each: RecordList, expected: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    blank = ("",) * (len(each.fields) + len(expected))
    for number, (record, wanted) in enumerate(zip(found.records, found.expected, strict=True), start=1):
        cells = (_cell(record[field], fact.type) if field in record else "" for field, fact in each.fields.items())
        yield name, str(number), *cells, *(wanted.get(column, "") for column in expected)
    if not found.complete:
        yield name, MORE, *blank
    elif not found.records:
        yield name, NONE, *blank


def _example(row: Example, facts: Sequence[str], expected: Sequence[str], ruleset: Ruleset) -> list[str]:
    types: dict[str, Type] = {**PROCESS_FACTS, **{name: fact.type for name, fact in ruleset.facts.items()}}
    values = [_cell(row.facts[name], types[name]) if name in row.facts else "" for name in facts]
    return [row.name, *values, *(row.expected.get(name, "") for name in expected)]


def _cell(value: PlainValue | None, type_: Type) -> str:
    return UNKNOWN if value is None else write_value(value, type_)
