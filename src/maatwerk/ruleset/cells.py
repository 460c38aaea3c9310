"""Values as people write them: `€ 1.681,80`, `5%`, `2026-01-31`, `ja`, an option. And back again."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.suggest import nearest
from maatwerk.expressions.lexer import NAME, number_value
from maatwerk.expressions.values import EMPTY, Empty

if TYPE_CHECKING:
    from maatwerk.expressions.types import Type

PlainValue = Fraction | date | bool | str | Empty
NormKey = Fraction | date | bool | str
NOTHING = "leeg"  # it is known that there is none
UNKNOWN = "onbekend"
NONE = "–"
_DASHES = frozenset({"–", "-", "—"})
_LONGEST = 20  # digits and signs of a number
_CENTS = 100
_EURO = re.compile(r"€\s*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class UnreadableError(ValueError):
    """A text that is no value of the wanted type. `code` and `values` make a problem, without the text itself."""

    def __init__(self, code: str, *, hint: str = "", **values: str) -> None:
        """Say what was wrong."""
        self.code, self.hint, self.values = code, hint, values
        super().__init__(code)


def is_none(text: str) -> bool:
    """Whether a cell says that there is nothing: a dash."""
    return text.strip() in _DASHES


def read_value(text: str, type_: Type) -> PlainValue:
    """A value of this type: euros and numbers as Fraction, 5% as 1/20, yes/no as bool, an option or text as str.

    `leeg` is EMPTY where the type says `of leeg`.

    Raises `UnreadableError`.
    """
    text = " ".join(text.split())
    if type_.or_empty and text == NOTHING:
        return EMPTY
    match type_.sort:
        case "ja_nee":
            return _yes_no(text)
        case "keuze":
            return _option(text, type_.options)
        case "datum":
            return read_date(text)
        case "percentage":
            return _percentage(text)
        case "bedrag":
            return _not_below(read_amount(text), type_)
        case "getal":
            return _not_below(_number(text, "M219"), type_)
        case "tarief":
            return _not_below(_number(_EURO.sub("", text, count=1), "M218"), type_)
        case "tekst":
            return text


def read_key(text: str) -> NormKey:
    """A key of a table of norms: `ja`, an amount, a day, a percentage, a number or an option, whatever it looks like.

    Raises `UnreadableError`.
    """
    text = text.strip()
    if text in {"ja", "nee"}:
        return _yes_no(text)
    if _DATE.fullmatch(text):
        return read_date(text)
    if NAME.fullmatch(text):
        return text
    if text.endswith("%"):
        return _percentage(text)
    return read_amount(text) if text.startswith("€") else _number(text, "M039")


def write_key(key: NormKey) -> str:
    """A key as it is written in column `bij`; `read_key` gives it back."""
    if isinstance(key, bool):
        return "ja" if key else "nee"
    return write_number(key) if isinstance(key, Fraction) else str(key)


def _yes_no(text: str) -> bool:
    if text not in {"ja", "nee"}:
        raise UnreadableError("M222")
    return text == "ja"


def _option(text: str, options: tuple[str, ...]) -> str:
    if text not in options:
        raise UnreadableError("M223", hint=nearest(text, options) or "", options=", ".join(options))
    return text


def read_date(text: str) -> date:
    """A day, written 2026-01-31. Raises `UnreadableError`."""
    with suppress(ValueError):  # a day that does not exist: 2026-02-30
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    raise UnreadableError("M220")


def _percentage(text: str) -> Fraction:
    if not text.endswith("%"):
        raise UnreadableError("M221")
    return _number(text[:-1].rstrip(), "M221") / 100


def read_amount(text: str) -> Fraction:
    """An amount in euros, with or without the sign €. Raises `UnreadableError`."""
    amount = _number(_EURO.sub("", text, count=1), "M218")
    if (amount * _CENTS).denominator != 1:
        raise UnreadableError("M218")
    return amount


def _number(text: str, code: str) -> Fraction:
    with suppress(ValueError):  # not a number in Dutch writing
        if len(text) <= _LONGEST:
            return -number_value(text[1:]) if text.startswith("-") else number_value(text)
    raise UnreadableError(code)


def _not_below(value: Fraction, type_: Type) -> Fraction:
    if value < 0 and not type_.below_zero:
        raise UnreadableError("M224")
    return value


def write_value(value: PlainValue, type_: Type) -> str:
    """A value as it is written in a table; `read_value` gives it back."""
    match value:
        case Empty():
            return NOTHING
        case bool():
            return "ja" if value else "nee"
        case Fraction() if type_.sort == "tarief":
            return f"€ {write_number(value)}"
        case Fraction() if type_.sort == "percentage":
            return f"{write_number(value * 100)}%"
        case Fraction() if type_.sort == "bedrag":
            return write_amount(value)
        case Fraction():
            return write_number(value)
        case _:
            return str(value)


def write_amount(value: Fraction) -> str:
    """Euros as `€ 1.681,80`, whole euros without decimals."""
    tenths = value.denominator != 1 and (value * 10).denominator == 1
    return f"€ {write_number(value)}{'0' if tenths else ''}"


def write_number(value: Fraction) -> str:
    """A number with all its decimals: `1.681,8`. Only for numbers that end (all that were read do)."""
    places = 0
    while (value * 10**places).denominator != 1 and places < _LONGEST:
        places += 1
    scaled = abs(int(value * 10**places))
    whole, rest = divmod(scaled, 10**places)
    decimals = f",{rest:0{places}d}" if places else ""
    return f"{'-' if value < 0 else ''}{_dutch(f'{whole:,}')}{decimals}"


def _dutch(text: str) -> str:
    return text.replace(",", ".")
