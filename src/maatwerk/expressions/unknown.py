"""What a value can still be when nothing is known of it but its type."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.values import PERHAPS_EMPTY, Choice, Span, Truth, Value, Words

if TYPE_CHECKING:
    from maatwerk.expressions.types import Type


def unknown_of(kind: Type) -> Value:
    """Every value of a type: amounts and numbers of facts are 0 or more unless the type says otherwise."""
    if kind.or_empty:
        return PERHAPS_EMPTY
    match kind.sort:
        case "ja_nee":
            return Truth.UNKNOWN
        case "keuze":
            return Choice(frozenset(kind.options))
        case "tekst":
            return Words(None)
        case "datum":
            return Span(None, None)
        case _:
            return Span(None if kind.below_zero else Fraction(0), None)
