"""What an expression may ask of the world around it. A case gives it; tests give a small one of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Expression
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import DateSpan, Value


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a list, each as a scope in which its fields are names. Not complete: more may come (open).

    `perhaps` are the numbers (from 0) of records of which nobody knows yet whether they belong here.
    """

    scopes: tuple[Scope, ...]
    complete: bool
    perhaps: frozenset[int] = frozenset()


class Scope(Protocol):
    """The values, types, definitions and words of the names in an expression.

    Fields of lists share the one name space. `type_of`, `definition` and `label` know them everywhere (with what is
    computed for each record); `value` knows them only in the scope of a record.
    """

    def value(self, name: str) -> Value:
        """The value of a fact, norm (on the reference date), calculation or criterion."""
        ...

    def norm_on(self, name: str, on: DateSpan) -> Value:
        """A norm on another date; the hull of the possible rows when the date is not known."""
        ...

    def type_of(self, name: str) -> Type:
        """The static type of a name."""
        ...

    def definition(self, name: str) -> Expression | None:
        """The expression of a calculation or criterion; None for facts and norms."""
        ...

    def is_norm(self, name: str) -> bool:
        """Whether a name is a norm of the ruleset."""
        ...

    def records(self, name: str) -> Records | None:
        """The records of a list; None when nothing is known of it."""
        ...

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:
        """A table of norms read with its keys, on the reference date or `on`; the hull when a key is not known."""
        ...

    def label(self, name: str, lang: str) -> str:
        """Words for a name, as `de grens voor de hele vergoeding`."""
        ...


class WithinCase:
    """What every scope within another one leaves to that: norms, lists, types and words are those of the case."""

    def __init__(self, case: Scope) -> None:
        """Take the world around it."""
        self.around = case

    def norm_on(self, name: str, on: DateSpan) -> Value:
        """A norm on another day."""
        return self.around.norm_on(name, on)

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:
        """A table of norms read with its keys."""
        return self.around.norm_by(name, keys, on)

    def records(self, name: str) -> Records | None:
        """The records of a list; lists do not nest, so this is a list of the case."""
        return self.around.records(name)

    def type_of(self, name: str) -> Type:
        """The static type of a name."""
        return self.around.type_of(name)

    def definition(self, name: str) -> Expression | None:
        """The expression of a calculation or criterion."""
        return self.around.definition(name)

    def is_norm(self, name: str) -> bool:
        """Whether a name is a norm."""
        return self.around.is_norm(name)

    def label(self, name: str, lang: str) -> str:
        """Words for a name."""
        return self.around.label(name, lang)
