"""Tables of norms are read with the keys that they have, and have a row for every option and from the first day."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.expressions.names import parts, values_in
from maatwerk.expressions.tree import Name
from maatwerk.expressions.typing import type_of
from maatwerk.ruleset.cells import write_key
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.tree import Expression
    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.cells import NormKey
    from maatwerk.ruleset.checks.look import Look
    from maatwerk.ruleset.model import Header, Norm

_KEYS_OF: dict[str, type] = {"ja_nee": bool, "keuze": str, "datum": date}  # of all other sorts: a number
_WORDS = {bool: "ja_nee", str: "keuze", date: "datum", Fraction: "getal, bedrag, percentage"}


def read_with_their_keys(look: Look) -> Iterator[Problem]:
    """M260: not as many keys as the table has. M261: a key of another sort. M262: no row for an option."""
    for name, key, expression in look.own_expressions():
        for node, _ in parts(expression.root):
            norm = look.ruleset.norms.get(node.name) if isinstance(node, Name) else None
            if isinstance(node, Name) and norm and norm.rows:
                entry = look.entries[name, key.name]
                yield from (entry.moved(found) for found in _faults(node, norm, expression, look))


def without_a_value_at_first(look: Look) -> Iterator[Problem]:
    """M263: read on the reference date, while its first row begins later than this version does."""
    read = {
        node.name
        for _, _, expression in look.own_expressions()
        for node, _ in parts(expression.root)
        if isinstance(node, Name) and node.on is None
    }
    for name, norm in look.ruleset.norms.items():
        first = min((row.valid_from for row in norm.rows), default=date.min)
        if name in read and look.own(name) and first > look.ruleset.header.valid_from:
            yield problem("M263", norm.place, warning=True, name=name, day=first.isoformat())


def read_on_no_one_day(look: Look) -> Iterator[Problem]:
    """M264: a norm that changes within this version, read on the reference date where each record has its own."""
    of_list, day = list_and_field(look.ruleset.header.reference_date)
    for name, key, expression in look.own_expressions() if of_list else ():
        for node, _ in parts(expression.root):
            norm = look.ruleset.norms.get(node.name) if isinstance(node, Name) and node.on is None else None
            if norm and len(_in_force(norm, look.ruleset.header)) > 1:
                found = problem("M264", expression.place_of(node), name=norm.name, list=of_list, day=day)
                yield look.entries[name, key.name].moved(found)


def _in_force(norm: Norm, header: Header) -> set[frozenset[tuple[object, ...]]]:
    """The values, with their keys, that a norm has in turn within a version."""
    starts = {row.valid_from for row in norm.rows if row.valid_from < (header.valid_until or date.max)}
    first = max((day for day in starts if day <= header.valid_from), default=header.valid_from)
    days = {first, *(day for day in starts if day > first)}
    return {frozenset((*row.keys, row.value) for row in norm.rows if row.valid_from == day) for day in days}


def _faults(node: Name, norm: Norm, expression: Expression, look: Look) -> Iterator[Problem]:
    place, keys = expression.place_of(node), norm.rows[0].keys
    if len(node.by) != len(keys):
        yield problem("M260", place, name=norm.name, found=len(node.by), expected=len(keys))
        return
    if any(name not in look.types for each in node.by for name in values_in(each)):
        return  # a key that nobody knows is told already, or is excused where a building block is missing
    types = [type_of(each, look.types.__getitem__) for each in node.by]
    for each, type_, like in zip(node.by, types, keys, strict=True):
        if not isinstance(like, _KEYS_OF.get(type_.sort, Fraction)):
            expected = next(words for sort, words in _WORDS.items() if isinstance(like, sort))
            yield problem("M261", expression.place_of(each), name=norm.name, found=type_, expected=expected)
            return
    missing = next(_missing(norm, types), None)
    if missing:
        day, without = missing
        yield problem("M262", place, name=norm.name, day=day.isoformat(), keys="; ".join(map(write_key, without)))


def _missing(norm: Norm, types: list[Type]) -> Iterator[tuple[date, tuple[NormKey, ...]]]:
    """The options, and combinations of them, for which a version of the table has no row at all."""
    listed = [number for number, type_ in enumerate(types) if type_.sort in {"ja_nee", "keuze"}]
    options: list[tuple[NormKey, ...]] = [types[number].options or (True, False) for number in listed]
    for day in sorted({row.valid_from for row in norm.rows}):
        there = {tuple(row.keys[number] for number in listed) for row in norm.rows if row.valid_from == day}
        yield from ((day, wanted) for wanted in product(*options) if wanted not in there)
