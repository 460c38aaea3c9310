"""A record of a list that was not given: what can be said of any record that may still come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.unknown import unknown_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.expressions.scope import Records, Scope
    from maatwerk.expressions.tree import Expression, Node
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import DateSpan, Value


class AnyRecord:
    """A `Scope` in which the fields of a list are unknown; what is computed for each record follows from that."""

    def __init__(self, case: Scope, fields: frozenset[str], evaluate: Callable[[Node, Scope], Value]) -> None:
        """Take the world around it, the names that stand in a record, and how an expression is computed."""
        self.case = case
        self.fields = fields
        self.evaluate = evaluate
        self._known: dict[str, Value] = {}

    def value(self, name: str) -> Value:
        """The value of a name of the case; of a name of the record all that it can be."""
        if name not in self.fields:
            return self.case.value(name)
        if name not in self._known:
            definition = self.case.definition(name)
            self._known[name] = unknown_of(self.case.type_of(name))  # a replacement may name what it replaces
            if definition is not None:
                self._known[name] = self.evaluate(definition.root, self)
        return self._known[name]

    def norm_on(self, name: str, on: DateSpan) -> Value:
        """A norm on another date."""
        return self.case.norm_on(name, on)

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:
        """A table of norms read with its keys."""
        return self.case.norm_by(name, keys, on)

    def records(self, name: str) -> Records | None:
        """The records of a list of the case."""
        return self.case.records(name)

    def type_of(self, name: str) -> Type:
        """The static type of a name."""
        return self.case.type_of(name)

    def definition(self, name: str) -> Expression | None:
        """The expression of a calculation or criterion."""
        return self.case.definition(name)

    def is_norm(self, name: str) -> bool:
        """Whether a name is a norm."""
        return self.case.is_norm(name)

    def label(self, name: str, lang: str) -> str:
        """Words for a name."""
        return self.case.label(name, lang)
