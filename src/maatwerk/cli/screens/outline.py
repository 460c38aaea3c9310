"""The screen on which a jurist sees what was answered, before the text is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.cli.screens.model import Pair, Section, Title, loose

if TYPE_CHECKING:
    from maatwerk.bench.outline import Outline
    from maatwerk.cli.screens.model import Screen


def summary(outline: Outline, *, doubts: int) -> Screen:
    """The regulation in a few lines, and how much of it is still to be checked."""
    pairs = [Pair(say("outline.sum.body"), outline.body), Pair(say("outline.sum.purpose"), outline.purpose or "?")]
    for number, each in enumerate(outline.criteria, start=1):
        rank = say(f"outline.rank.{each.rank}") if each.rank else "?"
        pairs.append(Pair(say("outline.sum.criterion", number=number), f"{each.words} ({rank}; {each.article or '?'})"))
    if outline.exception:
        words = outline.criteria[outline.exception.criterion].words
        pairs.append(Pair(say("outline.sum.exception"), words))
    return (
        Title(outline.title),
        Section(body=tuple(pairs)),
        loose(say("outline.open", number=doubts) if doubts else ""),
    )
