"""An edited letter against the decision: whether all parts are still there, and the figures still agree.

Words may change: those are the caseworker's. A part that must be there, an amount, a day and the number of the decision
may not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.basics.formatting import day
from maatwerk.basics.suggest import nearest
from maatwerk.basics.text import say
from maatwerk.letter.complete import REQUIRED
from maatwerk.letter.figures import found_figures
from maatwerk.letter.formats.words import words_of
from maatwerk.letter.model import Bullets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.letter.figures import Figure
    from maatwerk.letter.formats.pieces import Read
    from maatwerk.letter.model import Letter, Section


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
    """Figures of the decision itself that are gone: its amounts and days, the last day and its number."""
    there = _values(read.text, letter.lang)
    wanted = _text(letter.sections[0])
    if letter.last_day is not None:
        wanted = f"{wanted} {day(letter.last_day.day, letter.lang)}"
    gone = {each.value: _shown(wanted, each) for each in _figures(wanted, letter.lang) if each.value not in there}
    for figure in (*gone.values(), *([] if letter.number in read.text else [letter.number])):
        yield Difference("figuur-weg", figure, say("letter.edited.lost", figure=figure))


def _strange_figures(read: Read, letter: Letter) -> Iterator[Difference]:
    """Amounts and days that the letter as it was made does not have."""
    labels = (value for _, value in words_of(letter).labels)
    known = _values(" ".join([*labels, *(_text(each) for each in letter.sections)]), letter.lang)
    for each in _figures(read.text, letter.lang):
        if each.value not in known:
            figure = _shown(read.text, each)
            yield Difference("figuur-vreemd", figure, say("letter.edited.strange", figure=figure), each.start, each.end)


def _text(section: Section) -> str:
    blocks = (block.items if isinstance(block, Bullets) else (block.text,) for block in section.blocks)
    return " ".join(text for block in blocks for text in block)


def _values(text: str, lang: str) -> frozenset[str]:
    return frozenset(each.value for each in _figures(text, lang))


def _figures(text: str, lang: str) -> Iterator[Figure]:
    """The amounts and days in a text; other numbers are the caseworker's."""
    return (each for each in found_figures(text, lang) if each.kind in {"amount", "day"})


def _shown(text: str, figure: Figure) -> str:
    """A figure as it is written, on one line."""
    return _plain(text[figure.start : figure.end]).replace("€ ", "€")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
