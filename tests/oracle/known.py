"""Values, known or not: a set of answers or options, an interval (both ends in it), `leeg`, or perhaps `leeg`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from tests.oracle.points import BIG, FIRST, LAST
from tests.oracle.rules import Fact
from tests.oracle.tree import Plain

YES, NO, OPEN = frozenset({True}), frozenset({False}), frozenset({True, False})
EMPTY, PERHAPS = "leeg", "misschien leeg"
Value = Any
"""frozenset of bool or of options, (low, high), EMPTY or PERHAPS."""


def point(value: Plain) -> Value:
    """A known value."""
    if value is None:
        return EMPTY
    return frozenset({value}) if isinstance(value, (bool, str)) else (value, value)


def everything(sort: str, *, options: Iterable[str] = (), below: bool = True, empty: bool = False) -> Value:
    """All values of a type."""
    if empty:
        return PERHAPS
    if sort == "ja":
        return OPEN
    if sort in ("keuze", "tekst"):
        return frozenset(options)
    return (FIRST, LAST) if sort == "datum" else (-BIG if below else Fraction(0), BIG)


def any_of(fact: Fact) -> Value:
    """All that an unknown fact can be: no amount or number below 0, but where its type says so."""
    return everything(fact.sort, options=fact.options, below=fact.below, empty=fact.empty)


def hull(values: Sequence[Value]) -> Value:
    """What holds all of these."""
    if all(each == values[0] for each in values):
        return values[0]
    if EMPTY in values or PERHAPS in values:
        return PERHAPS
    if isinstance(values[0], frozenset):
        return frozenset().union(*values)
    return min(each[0] for each in values), max(each[1] for each in values)
