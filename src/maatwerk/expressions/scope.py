"""What an expression may ask of the world around it. A case gives it; tests give a small one of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Expression
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import DateSpan, Value


class Scope(Protocol):
    """The values, types, definitions and words of the names in an expression."""

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

    def label(self, name: str, lang: str) -> str:
        """Words for a name, as `de grens voor de hele vergoeding`."""
        ...
