"""The values of expressions: yes/no with unknown, spans of numbers and dates, sets of options.

Everything is exact: numbers are `Fraction`s (amounts in euros), never floats. Unknown is a value like any other:
a number that is not known is a span with two different (or no) ends, a choice that is not known is several options.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Bound = TypeVar("Bound", Fraction, date)


class Truth(Enum):
    """Yes, no or unknown (Kleene's strong three-valued logic). The values are what JSON prints."""

    YES = "ja"
    NO = "nee"
    UNKNOWN = "onbekend"

    @property
    def known(self) -> bool:
        """Whether this is yes or no."""
        return self is not Truth.UNKNOWN

    def inverted(self) -> Truth:
        """No for yes, yes for no; unknown stays unknown."""
        if self is Truth.UNKNOWN:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES

    @staticmethod
    def of(value: bool) -> Truth:  # noqa: FBT001 - a conversion, nothing is switched on
        """YES for True, NO for False."""
        return Truth.YES if value else Truth.NO


@dataclass(frozen=True, slots=True)
class Span(Generic[Bound]):
    """All numbers, or all dates, from `low` to `high`, both included; None = no end on that side."""

    low: Bound | None
    high: Bound | None

    @property
    def known(self) -> bool:
        """Whether this is one point."""
        return self.low is not None and self.low == self.high

    @staticmethod
    def point(value: Bound) -> Span[Bound]:
        """The span of one known value."""
        return Span(value, value)


@dataclass(frozen=True, slots=True)
class Choice:
    """The options that are still possible; one option = known."""

    options: frozenset[str]

    @property
    def known(self) -> bool:
        """Whether one option is left."""
        return len(self.options) == 1


@dataclass(frozen=True, slots=True)
class Words:
    """A text fact: printed only, never calculated with. None = unknown."""

    text: str | None

    @property
    def known(self) -> bool:
        """Whether there is a text."""
        return self.text is not None


@dataclass(frozen=True, slots=True)
class Empty:
    """`leeg`: it is known that there is none. Not the same as unknown; in sums and comparisons it gives unknown.

    Not `sure`: a value `of leeg` of which nothing is known. There may be none, there may be any.
    """

    sure: bool = True

    @property
    def known(self) -> bool:
        """Whether it is sure: that there is none is knowledge."""
        return self.sure


EMPTY = Empty()
PERHAPS_EMPTY = Empty(sure=False)

NumberSpan = Span[Fraction]
DateSpan = Span[date]
Value = Truth | NumberSpan | DateSpan | Choice | Words | Empty


def all_of(truths: Iterable[Truth]) -> Truth:
    """Yes when all are yes, no as soon as one is no, else unknown (Kleene)."""
    found = set(truths)
    if Truth.NO in found:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.YES


def is_empty(value: Value) -> Truth:
    """Whether there is none; unknown only for a value `of leeg` of which nothing is known."""
    if not isinstance(value, Empty):
        return Truth.NO
    return Truth.YES if value.sure else Truth.UNKNOWN


def as_truth(value: Value) -> Truth:
    """A yes/no value; types were checked when the ruleset was read."""
    if not isinstance(value, Truth):
        raise TypeError(type(value).__name__)
    return value


def as_span(value: Value) -> Span[Any]:
    """A number or date to compute with: every one of them where there is, or may be, none."""
    return value if isinstance(value, Span) else Span(None, None)


def known(value: Value) -> bool:
    """Whether exactly one value is left."""
    return value.known


def exactly(value: Value) -> Fraction | date | str | bool | None:
    """The one value that is left, as plain Python; None when it is not known."""
    if not value.known:
        return None
    match value:
        case Truth():
            return value is Truth.YES
        case Span():
            return value.low
        case Choice():
            return next(iter(value.options))
        case Words():
            return value.text
        case Empty():
            return None
