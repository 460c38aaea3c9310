"""A record of a list that was not given: what can be said of any record that may still come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.scope import WithinCase
from maatwerk.expressions.unknown import unknown_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.values import Value


class AnyRecord(WithinCase):
    """A `Scope` in which the fields of a list are unknown; what is computed for each record follows from that."""

    def __init__(self, case: Scope, fields: frozenset[str], evaluate: Callable[[Node, Scope], Value]) -> None:
        """Take the world around it, the names that stand in a record, and how an expression is computed."""
        super().__init__(case)
        self.fields = fields
        self.evaluate = evaluate
        self._known: dict[str, Value] = {}

    def value(self, name: str) -> Value:
        """The value of a name of the case; of a name of the record all that it can be."""
        if name not in self.fields:
            return self.around.value(name)
        if name not in self._known:
            definition = self.around.definition(name)
            self._known[name] = unknown_of(self.around.type_of(name))  # a replacement may name what it replaces
            if definition is not None:
                self._known[name] = self.evaluate(definition.root, self)
        return self._known[name]
