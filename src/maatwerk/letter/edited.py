"""An edited letter against the decision: whether all parts are still there, and the figures still agree.

Words may change: those are the caseworker's. A part that must be there, an amount, a day and the number of the decision
may not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

from maatwerk.basics.formatting import day
from maatwerk.basics.suggest import nearest
from maatwerk.basics.text import say
from maatwerk.letter.complete import REQUIRED
from maatwerk.letter.formats.words import words_of
from maatwerk.letter.model import Bullets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.letter.formats.pieces import Read
    from maatwerk.letter.model import Letter, Section

_AMOUNT = r"-?€ ?-?\d[\d.,]*\d|-?€ ?-?\d"


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not as it was decided. `start` and `end` are places in the text; the same place for what is missing."""

    code: str
    text: str
    advice: str
    start: int = 0
    end: int = 0

    @property
    def level(self) -> Literal["error", "warning"]:
        """What is gone must come back; a figure that is new may be right."""
        return "warning" if self.code == "figuur-vreemd" else "error"


def differences(read: Read, letter: Letter) -> tuple[Difference, ...]:
    """What an edited letter lost, and the figures in it that the decision does not have. `letter`: as it was made."""
    return (*_lost_parts(read, letter), *_lost_figures(read, letter), *_strange_figures(read, letter))


def _lost_parts(read: Read, letter: Letter) -> Iterator[Difference]:
    """Parts that a letter must have, of which neither the heading nor one like it is there."""
    for kind in REQUIRED[letter.group]:
        section = letter.section(kind)
        if section is None or not section.heading:
            continue
        there = [_plain(each) for each in read.headings]
        if _plain(section.heading) not in there and nearest(_plain(section.heading), there) is None:
            yield Difference("deel-weg", section.heading, say("letter.edited.part", heading=section.heading))


def _lost_figures(read: Read, letter: Letter) -> Iterator[Difference]:
    """Figures of the decision itself that are gone: its amounts, the last day and its number."""
    there = set(_found(read.text, letter.lang))
    wanted = [found for found, _ in _figures(_text(letter.sections[0]), letter.lang)]
    if letter.last_day is not None:
        wanted.append(_plain(day(letter.last_day.day, letter.lang)))
    for figure in dict.fromkeys(wanted):
        if figure not in there:
            yield Difference("figuur-weg", figure, say("letter.edited.lost", figure=figure))
    if letter.number not in read.text:
        yield Difference("figuur-weg", letter.number, say("letter.edited.lost", figure=letter.number))


def _strange_figures(read: Read, letter: Letter) -> Iterator[Difference]:
    """Amounts and days that the letter as it was made does not have."""
    words = words_of(letter)
    labels = " ".join(value for _, value in words.labels)
    known = set(_found(" ".join([labels, *(_text(each) for each in letter.sections)]), letter.lang))
    for figure, at in _figures(read.text, letter.lang):
        if figure not in known:
            yield Difference("figuur-vreemd", figure, say("letter.edited.strange", figure=figure), *at)


def _text(section: Section) -> str:
    blocks = (block.items if isinstance(block, Bullets) else (block.text,) for block in section.blocks)
    return " ".join(text for block in blocks for text in block)


def _found(text: str, lang: str) -> Iterator[str]:
    yield from (figure for figure, _ in _figures(text, lang))


def _figures(text: str, lang: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every amount and day in a text, written one way, with its place."""
    for found in _pattern(lang).finditer(text.replace("\u00a0", " ").replace("\u202f", " ")):
        yield _plain(found[0]).replace("€ ", "€"), found.span()


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """Amounts, and days with the name of the month."""
    months = "|".join(day(date(2000, month, 1), lang).split()[1] for month in range(1, 13))
    return re.compile(rf"{_AMOUNT}|\b\d{{1,2}} (?:{months}) \d{{4}}\b", re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
