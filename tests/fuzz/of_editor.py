"""Whatever stands in an editor, and wherever one looks: an answer within a second that fits the text, or none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zlib import crc32

from maatwerk.editor.completion import complete
from maatwerk.editor.definition import definition
from maatwerk.editor.diagnosis import diagnosed
from maatwerk.editor.hover import hover
from maatwerk.editor.opened import Opened
from maatwerk.editor.outline import outline
from maatwerk.editor.positions import Position, Range, Units, from_units, to_units
from maatwerk.editor.positions import within as nearest
from tests.fuzz.judge import LOADING, SEARCHED, require, within

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.editor.outline import Item

UNITS: tuple[Units, ...] = ("utf-8", "utf-16", "utf-32")


def judge(raw: bytes, file: Path) -> None:
    """Ask everything of a text, at a position that follows from it."""
    text = raw.decode(errors="surrogateescape")
    lines = text.split("\n")
    seed = crc32(raw)
    line = 1 + seed % len(lines)
    ask(text, file, Position(line, 1 + seed // len(lines) % (len(lines[line - 1]) + 1)))
    examined(text, file)


def ask(text: str, file: Path, at: Position) -> None:
    """Every answer comes within a second, from nothing remembered, and fits the text."""
    for answer in (complete, hover, definition):
        opened = Opened(text, file)
        with within():
            answer(opened, at)
    opened = Opened(text, file)
    for each in complete(opened, at):
        fits(each.range, opened)
        require(bool(each.offer.written.strip()), each)
    told = hover(opened, at)
    if told:
        fits(told.range, opened)
        require(bool(told.text.strip()), told)
    near = nearest(opened.lines, at)
    line = opened.lines[near.line - 1]
    for units in UNITS:
        there = to_units(line, near.column, units)
        require(from_units(line, there, units) == near.column, (line, near, units))


def examined(text: str, file: Path) -> None:
    """The problems come within seconds and the outline within one, with ranges that the text has."""
    opened = Opened(text, file)
    with within(LOADING) as limit:
        found = diagnosed(opened)
        limit.seconds = limit.seconds if any(not each.problem.warning for each in found) else SEARCHED
    for each in found:
        fits(each.range, opened)
        if each.instead:
            fits(each.instead.range, opened)
    with within():
        items = outline(opened)
    for item in everything(items):
        fits(item.range, opened)
        require(item.range.start <= item.chosen.start and item.chosen.end <= item.range.end, item)
        require(bool(item.name), item)


def everything(items: tuple[Item, ...] | list[Item]) -> Iterator[Item]:
    """All of an outline."""
    for item in items:
        yield item
        yield from everything(item.below)


def fits(found: Range, opened: Opened) -> None:
    """A range begins and ends in the text."""
    require(found.start <= found.end, found)
    for each in (found.start, found.end):
        require(1 <= each.line <= len(opened.lines), each)
        require(1 <= each.column <= len(opened.lines[each.line - 1]) + 1, (each, opened.lines[each.line - 1]))
