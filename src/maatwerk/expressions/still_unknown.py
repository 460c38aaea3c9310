"""Which facts and norms keep something unknown: what stands behind an expression and has no value yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.evaluate import evaluate, truth
from maatwerk.expressions.tree import Aggregate, Name, children
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node


def unknown_names(node: Node, scope: Scope) -> frozenset[str]:
    """The facts and norms below an expression whose value is not known; calculations and criteria are opened.

    A list of which more is wanted goes by its name, a field of one of its records by `list[2].field`.
    """
    return frozenset(_Search().below(node, scope))


class _Search:
    """`prefix` stands before the names in `fields`: we are in a record."""

    def __init__(self, prefix: str = "", fields: frozenset[str] = frozenset()) -> None:
        self.prefix = prefix
        self.fields = fields
        self.seen: set[str] = set()

    def below(self, node: Node, scope: Scope) -> Iterator[str]:
        if isinstance(node, Aggregate):
            yield from self.records(node, scope)
            return
        if isinstance(node, Name):
            yield from self.name(node, scope)
        for child in children(node):
            yield from self.below(child, scope)

    def name(self, node: Name, scope: Scope) -> Iterator[str]:
        if node.name in self.seen or evaluate(node, scope).known:
            return
        if any(not evaluate(key, scope).known for key in children(node)):
            return  # the norm waits for its date or its keys
        self.seen.add(node.name)
        definition = scope.definition(node.name)
        if definition is not None:
            yield from self.below(definition.root, scope)
        else:
            yield f"{self.prefix}{node.name}" if node.name in self.fields else node.name

    def records(self, node: Aggregate, scope: Scope) -> Iterator[str]:
        found = scope.records(node.list)
        if found is None or not found.complete:
            yield node.list
        for number, record in enumerate(found.scopes if found is not None else (), 1):
            inside = _Search(f"{node.list}[{number}].", node.fields)
            if node.where is not None:
                yield from inside.below(node.where, record)
            counts = Truth.YES if node.where is None else truth(node.where, record)
            if counts is Truth.NO:
                continue
            if node.expression is not None:
                yield from inside.below(node.expression, record)
            if node.group and not record.value(node.group).known:
                yield f"{node.list}[{number}].{node.group}"
