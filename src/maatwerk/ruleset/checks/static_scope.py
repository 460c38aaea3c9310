"""What can be said of an expression when no fact is known: the span of its possible values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.types import DATE, YES_NO, Type
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import DateSpan, Span, Value

if TYPE_CHECKING:
    from maatwerk.expressions.scope import Records
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Ruleset


class NothingKnown:
    """A scope in which every fact is unknown and a norm may have any of its values."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Take the rules."""
        self.ruleset = ruleset
        self.known: dict[str, Value] = {}

    def value(self, name: str) -> Value:
        """Everything that this name can still be; computed once, for names may use each other many times over."""
        if name not in self.known:
            self.known[name] = self._compute(name)
        return self.known[name]

    def _compute(self, name: str) -> Value:
        definition = self.definition(name)
        if definition:
            return evaluate(definition.root, self)
        if name in self.ruleset.norms:
            values: list[Any] = [row.value for row in self.ruleset.norms[name].rows]
            return Span(min(values), max(values)) if values else unknown_of(self.type_of(name))
        return unknown_of(self.type_of(name))

    def norm_on(self, name: str, on: DateSpan) -> Value:  # noqa: ARG002 - any day
        """Any of the values of the norm."""
        return self.value(name)

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:  # noqa: ARG002 - any key
        """Any of the values of the table."""
        return self.value(name)

    def records(self, name: str) -> Records | None:  # noqa: ARG002 - of no list is anything known
        """Nothing is known of a list."""
        return None

    def type_of(self, name: str) -> Type:
        """The type of a name."""
        rules = self.ruleset
        for items in (rules.facts, rules.norms, rules.calculations):
            if name in items:
                return items[name].type
        fields = (each.fields[name] for each in rules.lists.values() if name in each.fields)
        field = next(fields, None)
        return field.type if field else YES_NO if name in rules.criteria else DATE

    def definition(self, name: str) -> Expression | None:
        """The expression of a calculation or a criterion."""
        rules = self.ruleset
        if name in rules.calculations:
            return rules.calculations[name].expression
        return rules.criteria[name].requirement if name in rules.criteria else None

    def is_norm(self, name: str) -> bool:
        """Whether a name is a norm."""
        return name in self.ruleset.norms

    def label(self, name: str, lang: str) -> str:  # noqa: ARG002 - nothing is put in words here
        """The name itself."""
        return name
