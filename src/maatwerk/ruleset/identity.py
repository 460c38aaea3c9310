"""The two identities of a ruleset: what the rules mean, and what the text says. Both SHA-256, lower-case hex."""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import rfc8785

from maatwerk.expressions.names import names_in
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.tree import Expression
from maatwerk.expressions.types import Type
from maatwerk.expressions.values import Empty
from maatwerk.ruleset.forms import TEXT
from maatwerk.ruleset.grounds import fits
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.model import Identity, Ruleset, Text, all_facts
from maatwerk.ruleset.typename import write_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maatwerk.ruleset.kinds import Key, Kind
    from maatwerk.ruleset.model import Example, ExampleRecords, RecordList

# These say something about outcomes and criteria, so they are reached from the outcomes that they name.
_ROOTS = ("outcomes", "consequences", "signals", "exceptions", "alternatives", "promises")
NOT_RULES = frozenset({"letter_texts", "open_norms", "judgements"})  # judgements are among the facts
_WORDS_ONLY = frozenset({"bron", "nagaan", "waarom"})  # keys that change no result; nor does any text
HEADER_WORDS = frozenset({"title", "title_en", "body", "body_en", "uses", "place"})
_SETTINGS_WORDS = frozenset({"why", "to_check"})
_FACT_WORDS = frozenset({"question", "source", "place", "frame", "to_check"})
_LIST_WORDS = _FACT_WORDS | {"fields"}


def identity(ruleset: Ruleset, content: bytes) -> Identity:
    """The identities of a ruleset that was read from these bytes."""
    return Identity(
        rules_hash=_hash(rules_of(ruleset)),
        text_hash=hashlib.sha256(content).hexdigest(),
        examples_hash=_hash(sorted(map(_example, ruleset.examples), key=rfc8785.dumps)),
    )


def _hash(value: Any) -> str:  # noqa: ANN401 - any JSON
    return hashlib.sha256(rfc8785.dumps(value)).hexdigest()


def rules_of(ruleset: Ruleset) -> dict[str, Any]:
    """The meaning of the rules as JSON: all names reached from the outcomes, without places and texts.

    The order of blocks and rows does not matter; a part of a building block counts only where it is used.
    """
    names = reached(ruleset)
    blocks = {
        kind.mapping: {name: _block(kind, item) for name, item in kind.items(ruleset).items() if name in names}
        for kind in KINDS.values()
        if kind.mapping not in NOT_RULES
    }
    tables = {
        mapping: {name: _plain(item, _FACT_WORDS) for name, item in getattr(ruleset, mapping).items() if name in names}
        for mapping in ("facts", "norms")
    }
    lists = {name: _list(each, names) for name, each in ruleset.lists.items() if name in names}
    header = _plain(ruleset.header, HEADER_WORDS)
    return {**blocks, **tables, "lists": lists, "header": header, "settings": _plain(ruleset.settings, _SETTINGS_WORDS)}


def _list(each: RecordList, names: frozenset[str]) -> dict[str, Any]:
    fields = {name: _plain(fact, _FACT_WORDS) for name, fact in each.fields.items() if name in names}
    return {**_plain(each, _LIST_WORDS), "fields": fields}


def counts(key: Key) -> bool:
    """Whether a key of a block is one of the rules, not one of its words."""
    return key.form is not TEXT and key.name not in _WORDS_ONLY


def reached(ruleset: Ruleset, more: Iterable[str] = ()) -> frozenset[str]:
    """The names reached from the outcomes and from these; of a building block by itself: all its names."""
    items = _items(ruleset)
    if ruleset.header.is_building_block:
        return frozenset({*items, *ruleset.norms, *ruleset.lists, *(fact.name for fact in all_facts(ruleset))})
    waiting = [name for mapping in _ROOTS for name in getattr(ruleset, mapping)]
    waiting += [*ruleset.header.reference_date.split("."), ruleset.header.term_calculation, *more]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _named_by(*items[name]) if name in items else ()
            waiting += _grounds_for(ruleset, name)
    return frozenset(found)


def _items(ruleset: Ruleset) -> dict[str, tuple[Kind, Any]]:
    return {name: (kind, item) for kind in KINDS.values() for name, item in kind.items(ruleset).items()}


def _named_by(kind: Kind, item: Any) -> Iterator[str]:  # noqa: ANN401 - an item of that kind
    """The names in the expressions and the lists of names of one block. Names printed in a text do not count."""
    for _, expression in kind.expressions(item):
        yield from names_in(expression.root)
    yield from kind.references(item)


def _grounds_for(ruleset: Ruleset, name: str) -> list[str]:
    criterion = ruleset.criteria.get(name)
    return [ground.name for ground in ruleset.grounds.values() if criterion and fits(ground, criterion)]


def _block(kind: Kind, item: Any) -> dict[str, Any]:  # noqa: ANN401 - an item of that kind
    return {key.field: _canonical(getattr(item, key.field)) for key in kind.keys if counts(key)}


def _plain(item: Any, left_out: frozenset[str]) -> dict[str, Any]:  # noqa: ANN401 - a dataclass of the model
    return {part.name: _canonical(getattr(item, part.name)) for part in fields(item) if part.name not in left_out}


def _canonical(value: Any) -> Any:  # noqa: ANN401 - any value of the model, as JSON
    match value:
        case None | bool() | int() | str():
            return value
        case Expression():
            return print_expression(value.root)
        case Type():
            return write_type(value)
        case date():
            return value.isoformat()
        case Fraction():
            return str(value)
        case Empty():
            return {"empty": True}
        case tuple():
            return [_canonical(part) for part in value]
        case _ if is_dataclass(value) and not isinstance(value, Text):
            return _plain(value, _FACT_WORDS)
        case _:
            raise TypeError(type(value).__name__)


def _example(example: Example) -> dict[str, Any]:
    lists = {name: _records(found) for name, found in example.lists.items()}
    facts = _row(example.facts)
    return {"name": example.name, "facts": facts, "expected": example.expected, "lists": lists}


def _records(found: ExampleRecords) -> dict[str, Any]:
    records = [_row(record) for record in found.records]
    return {"records": records, "complete": found.complete, "expected": list(found.expected)}


def _row(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _canonical(value) for name, value in values.items()}
