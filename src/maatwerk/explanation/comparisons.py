"""Every comparison and every known fact behind some names, through calculations, criteria and records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.members import field_name
from maatwerk.criteria.situation import RecordSituation
from maatwerk.expressions.tree import Aggregate, Compare, Name, children

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.criteria.situation import Situation
    from maatwerk.criteria.unresolved import Where
    from maatwerk.expressions.tree import Node

Part = tuple["Node", "Where"]
"""A part of an expression with the case, or the record, in which it is read."""


def parts_behind(names: Iterable[str], situation: Situation) -> Iterator[Part]:
    """Every part of what these names are computed from, each definition once."""
    at = (0, 0)
    roots: list[Part] = [(Name(name, at), situation) for name in names]
    return _walk(roots)


def comparisons_behind(names: Iterable[str], situation: Situation) -> tuple[tuple[Compare, Where], ...]:
    """The comparisons among these parts."""
    return tuple((node, scope) for node, scope in parts_behind(names, situation) if isinstance(node, Compare))


def facts_behind(parts: Iterable[Part]) -> tuple[str, ...]:
    """The facts and fields of records among all that some parts are computed from: `inkomen`, `giften[2].bedrag`."""
    found: dict[str, None] = {}
    for node, scope in _walk(list(parts)):
        if isinstance(node, Name) and (name := _fact(node.name, scope)):
            found[name] = None
        if isinstance(node, Aggregate) and node.group:  # a field that is named without being a part
            found |= {name: None for record in _records(node, scope) if (name := _fact(node.group, record))}
    return tuple(found)


def _walk(waiting: list[Part]) -> Iterator[Part]:
    opened: set[tuple[int, str]] = set()
    while waiting:
        node, scope = waiting.pop()
        yield node, scope
        if isinstance(node, Aggregate):
            waiting += [(child, record) for record in _records(node, scope) for child in children(node)]
            continue
        waiting += [(child, scope) for child in children(node)]
        if isinstance(node, Name):
            waiting += _definition(node.name, scope, opened)


def _definition(name: str, scope: Where, opened: set[tuple[int, str]]) -> list[Part]:
    """What a name means, where that was not opened before; in a record a name of the case is read in the case."""
    where = scope.case if isinstance(scope, RecordSituation) and not scope.own(name) else scope
    definition = where.definition(name)
    if definition is None or (id(where), name) in opened:
        return []
    opened.add((id(where), name))
    return [(definition.root, where)]


def _records(node: Aggregate, scope: Where) -> tuple[Where, ...]:
    found = scope.records(node.list)
    return () if found is None else found.scopes  # type: ignore[return-value] # the records of a situation


def _fact(name: str, scope: Where) -> str:
    """The whole name of a fact or field; empty for what is none."""
    if isinstance(scope, RecordSituation):
        if name in scope.fields:
            return field_name(scope.list, scope.number, name)
        scope = scope.case
    return name if name in scope.ruleset.facts else ""
