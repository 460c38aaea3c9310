"""The figures in a text, whatever its language: `€ 1.200,50` and `€1,200.50` are one amount."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES = str.maketrans("\u00a0\u202f", "  ")
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})|(?P<hour_nl>\d{1,2})\.(?P<minute_nl>\d{2})(?= uur)"
_NUMBER = r"(?P<number>\d[\d.,]*\d|\d)"
_MARKS = {"nl": (".", ","), "en": (",", ".")}  # of thousands, and of decimals


def figures(text: str, lang: str) -> frozenset[str]:
    """Every day, time, amount and number in a text, written one way for all languages."""
    return frozenset(_found(text.translate(_SPACES), lang))


def _found(text: str, lang: str) -> Iterator[str]:
    for found in _pattern(lang).finditer(text):
        if found["month"]:
            month = _months(lang).index(found["month"].casefold()) + 1
            yield f"{found['day']}-{month}" + (f"-{found['year']}" if found["year"] else "")
        elif found["number"]:
            yield _plain(found["number"], lang)
        else:
            yield f"{int(found['hour'] or found['hour_nl'])}:{found['minute'] or found['minute_nl']}"


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
