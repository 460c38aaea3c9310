"""A fact's text becomes a typed value, strictly as in a case file or as a Dutch reader writes it; and back."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.expressions.values import EMPTY, Choice, Span, Truth, Value, Words, exactly

if TYPE_CHECKING:
    from maatwerk.expressions.types import Type

UNKNOWN = "onbekend"
NOTHING = "leeg"
STRICT_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,2})?")
STRICT_RATE = re.compile(r"[0-9]{1,12}(\.[0-9]{1,8})?")  # euros per unit: more decimals than a cent
DUTCH_NUMBER = re.compile(r"-?([0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,12})(,[0-9]{1,8})?")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DUTCH_DATE = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
YES_NO = {"ja": Truth.YES, "nee": Truth.NO}


def strict_value(kind: Type, text: str) -> Value | None:
    """The value of a text in a case file; None when the text does not fit the type."""
    match kind.sort:
        case "ja_nee":
            return YES_NO.get(text)
        case "keuze":
            return Choice(frozenset({text})) if text in kind.options else None
        case "datum":
            return _point(iso_date(text))
        case "tekst":
            return Words(text) if text and len(text) <= bounds().text_length else None
        case "percentage":
            share = _strict_number(text[:-1]) if text.endswith("%") else None
            return _point(None if share is None else share / 100)
        case "tarief":
            return _point(Fraction(text) if STRICT_RATE.fullmatch(text) else None)
        case _:
            return _point(_strict_number(text))


def iso_date(text: str) -> date | None:
    """A day as a case file has it (`2026-01-31`); None for anything else."""
    if not ISO_DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def in_reach(kind: Type, value: Value) -> bool:
    """Whether a number is 0 or more where its type asks for that."""
    if kind.below_zero or not isinstance(value, Span) or not isinstance(value.low, Fraction):
        return True
    return value.low >= 0


def written_loosely(kind: Type, text: str) -> str:
    """What a person types (`j`, `1.690,80`, `€ 20`, `5,5 %`, `17-2-2026`) as a case file has it.

    A text that is nothing of the kind comes back as it was, for `strict_value` to refuse.
    """
    text = text.strip()
    match kind.sort:
        case "ja_nee":
            lowered = text.lower()
            return {"j": "ja", "n": "nee"}.get(lowered, lowered)
        case "keuze":
            return text.lower() if text not in kind.options else text
        case "datum":
            found = DUTCH_DATE.fullmatch(text)
            return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else text
        case "tekst":
            return text
        case "percentage":
            return f"{_plain_number(text[:-1])}%" if text.endswith("%") else text
        case _:
            return _plain_number(text.removeprefix("€"))


def as_written(kind: Type, value: Value) -> str:
    """A known value as a case file has it (`1690.80`, `5%`, `2026-01-31`, `ja`); `leeg`, or `onbekend` if not known."""
    if value == EMPTY:
        return NOTHING
    known = exactly(value)
    if known is None:
        return UNKNOWN
    if isinstance(known, bool):
        return "ja" if known else "nee"
    if isinstance(known, Fraction):
        if kind.sort == "percentage":
            return f"{decimals(known * 100)}%"
        return decimals(known, always=kind.sort == "bedrag", places=8 if kind.sort == "tarief" else 2)
    return str(known)


def decimals(number: Fraction, *, always: bool = False, places: int = 2) -> str:
    """An exact number with a dot and as many decimals as `places` (none when whole, unless `always`).

    ValueError when it has more.
    """
    parts = number * 10**places
    if parts.denominator != 1:
        raise ValueError
    whole, rest = divmod(abs(parts.numerator), 10**places)
    sign = "-" if parts < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d}" if rest or always else f"{sign}{whole}"


def _strict_number(text: str) -> Fraction | None:
    return Fraction(text) if STRICT_NUMBER.fullmatch(text) else None


def _plain_number(text: str) -> str:
    text = text.strip()
    return text.replace(".", "").replace(",", ".") if DUTCH_NUMBER.fullmatch(text) else text


def _point(value: Fraction | date | None) -> Value | None:
    match value:
        case None:
            return None
        case Fraction():
            return Span.point(value)
        case date():
            return Span.point(value)
