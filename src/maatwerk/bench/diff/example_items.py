"""The examples of a ruleset as items: what is given, and what is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.bench.diff.model import Item, Value
from maatwerk.ruleset.build import PROCESS_FACTS
from maatwerk.ruleset.cells import UNKNOWN, write_value
from maatwerk.ruleset.example_cells import EXPECTED
from maatwerk.ruleset.example_records import MORE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.cells import PlainValue
    from maatwerk.ruleset.model import Example, Ruleset

EXAMPLE = "voorbeeld"


def example_items(ruleset: Ruleset) -> Iterator[Item]:
    """Every row of the tables of examples, with the records that belong to it."""
    for example in ruleset.examples:
        values = {key: Value("examples", text, text, names="code") for key, text in _cells(ruleset, example)}
        yield Item(EXAMPLE, example.name, "examples", values, example.place)


def _cells(ruleset: Ruleset, example: Example) -> Iterator[tuple[str, str]]:
    types: dict[str, Type] = {**PROCESS_FACTS, **{name: fact.type for name, fact in ruleset.facts.items()}}
    for name, value in example.facts.items():
        yield name, _cell(value, types[name])
    for of_list, found in example.lists.items():
        fields = ruleset.lists[of_list].fields
        yield of_list, f"{len(found.records)}{'' if found.complete else MORE}"
        for number, record in enumerate(found.records, start=1):
            for name, value in record.items():
                yield f"{of_list}[{number}].{name}", _cell(value, fields[name].type)
        for number, expected in enumerate(found.expected, start=1):
            for name, text in expected.items():
                yield f"{EXPECTED}{of_list}[{number}].{name}", text
    for name, text in example.expected.items():
        yield f"{EXPECTED}{name}", text


def _cell(value: PlainValue | None, kind: Type) -> str:
    return UNKNOWN if value is None else write_value(value, kind)
