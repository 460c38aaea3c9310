"""The figures in a text, whatever its language: `€ 1.200,50` and `€1,200.50` are one amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

from maatwerk.basics.formatting import day

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES = str.maketrans("\u00a0\u202f", "  ")
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})|(?P<hour_nl>\d{1,2})\.(?P<minute_nl>\d{2})(?= uur)"
_NUMBER = r"(?P<euro>-?€ ?-?)?(?P<number>\d[\d.,]*\d|\d)"
_MARKS = {"nl": (".", ","), "en": (",", ".")}  # of thousands, and of decimals


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it says in any language, the kind, and from where to where it stands."""

    value: str
    kind: Literal["day", "time", "amount", "number"]
    start: int
    end: int


def figures(text: str, lang: str) -> frozenset[str]:
    """Every day, time, amount and number in a text, written one way for all languages."""
    return frozenset(each.value for each in found_figures(text, lang))


def found_figures(text: str, lang: str) -> Iterator[Figure]:
    """The same, each at its place."""
    for found in _pattern(lang).finditer(text.translate(_SPACES)):
        if found["month"]:
            month = _months(lang).index(found["month"].casefold()) + 1
            value = f"{found['day']}-{month}" + (f"-{found['year']}" if found["year"] else "")
            yield Figure(value, "day", *found.span())
        elif found["number"]:
            kind: Literal["amount", "number"] = "amount" if found["euro"] else "number"
            sign = "-" if "-" in (found["euro"] or "") else ""
            yield Figure(sign + _plain(found["number"], lang), kind, *found.span())
        else:
            value = f"{int(found['hour'] or found['hour_nl'])}:{found['minute'] or found['minute_nl']}"
            yield Figure(value, "time", *found.span())


def _plain(number: str, lang: str) -> str:
    """A number without marks for thousands, and without decimals that are 0."""
    thousands, decimals = _MARKS[lang]
    whole, _, part = number.replace(thousands, "").partition(decimals)
    part = part.rstrip("0")
    return f"{whole}.{part}" if part else whole


@cache
def _months(lang: str) -> tuple[str, ...]:
    return tuple(day(date(2000, month, 1), lang).split()[1].casefold() for month in range(1, 13))


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    months = "|".join(_months(lang))
    dated = rf"\b(?P<day>\d{{1,2}}) (?P<month>{months})(?: (?P<year>\d{{4}}))?\b"
    return re.compile(f"{dated}|{_TIME}|{_NUMBER}", re.IGNORECASE)
