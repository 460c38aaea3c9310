"""A screen as lines: at most 78 columns with labels at the left, or plain sentences for a screen reader."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

from maatwerk.cli.screens.model import Exact, Item, Pair, Paragraph, Quote, Section, Table, Title
from maatwerk.cli.width import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.cli.screens.model import Body, Screen

LABEL = 22  # the column where the heart of the matter begins
INDENT = "  "


def lines(screen: Screen, *, plain: bool = False, width: int = WIDTH) -> list[str]:
    """The lines of a screen. `plain` leaves out columns and alignment and makes every line a whole one."""
    shown: list[str] = []
    for part in screen:
        made = list(_plain(part) if plain else _columns(part, width))
        shown += ["", *made] if shown and made else made
    return [safe(line).rstrip() for line in shown]


def safe(text: str) -> str:
    """The text without control characters: what people typed may not steer a terminal."""
    return "".join("\ufffd" if unicodedata.category(char) in {"Cc", "Cf"} else char for char in text)


def _columns(part: Title | Section, width: int) -> Iterable[str]:
    if isinstance(part, Title):
        yield from _aligned(part.left, part.right, width)
        return
    if part.label:
        yield from wrapped(part.lead, f"{part.label:<{LABEL}}" if part.lead else part.label, " " * LABEL, width)
    names = [len(body.name) for body in part.body if isinstance(body, Pair)]
    for body in part.body:
        yield from _in_columns(body, max(names, default=0), INDENT if part.label else "", width)


def _in_columns(body: Body, names: int, indent: str, width: int) -> Iterable[str]:
    match body:
        case Paragraph(text, more):
            yield from wrapped(text, indent, indent, width)
            for line in more:
                yield from wrapped(line, indent + INDENT, indent + INDENT, width)
        case Quote(text):
            yield from wrapped(f'"{text}"', indent, f"{indent} ", width)
        case Item(mark, text, aside, more):
            inner = " " * (len(indent) + 3)
            yield from _aligned(f"{indent}{mark:<3}{text}", aside, width, inner)
            for line in more:
                yield from wrapped(line, inner, inner, width)
        case Pair(name, value):
            yield from wrapped(value, f"{indent}{name:<{names}}   ", " " * (len(indent) + names + 3), width)
        case Exact(kept):
            yield from (f"{indent}{line}" for line in kept)
        case Table(header, rows):
            yield from _rows(header, rows, indent, width)


def _rows(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], indent: str, width: int) -> Iterable[str]:
    """Columns, the last of them wrapped; where that leaves no room, every row in words."""
    widths = [max(len(row[place]) for row in (header, *rows)) for place in range(len(header))]
    if sum(widths[:-1]) + 2 * len(widths) > width - LABEL:
        for row in rows:
            yield from wrapped(_row_in_words(header, row), indent, indent + INDENT, width)
        return
    for row in (header, *rows) if any(header) else rows:
        before = "".join(f"{cell:<{wide}}  " for cell, wide in zip(row[:-1], widths[:-1], strict=True))
        yield from wrapped(row[-1], f"{indent}{before}", " " * len(f"{indent}{before}"), width)


def _aligned(left: str, right: str, width: int, inner: str = "") -> Iterable[str]:
    """Left and right on one line where they fit, else the right below."""
    if right and len(left) + 2 + len(right) <= width:
        yield f"{left}{right:>{width - len(left)}}"
        return
    yield from wrapped(left, "", inner, width)
    if right:
        yield from (f"{line:>{width}}" for line in wrapped(right, "", "", width))


def wrapped(text: str, first: str = "", following: str = "", width: int = WIDTH) -> list[str]:
    """The text in lines of at most `width`; an explicit new line stays one."""
    made: list[str] = []
    for paragraph in text.split("\n"):
        made += textwrap.wrap(
            paragraph,
            width,
            initial_indent=following if made else first,
            subsequent_indent=following,
            break_on_hyphens=False,
            break_long_words=False,
        ) or [(following if made else first).rstrip()]
    return made


def side_by_side(cells: Iterable[str], gap: str, width: int) -> list[str]:
    """The cells after each other, a new line where the next one does not fit."""
    made: list[str] = []
    for cell in cells:
        if made and len(made[-1]) + len(gap) + len(cell) <= width:
            made[-1] += gap + cell
        else:
            made.append(INDENT + cell)
    return made


def _plain(part: Title | Section) -> Iterable[str]:
    if isinstance(part, Title):
        yield _sentence(part.left, part.right)
        return
    if part.label:
        yield f"{part.label.capitalize()}: {part.lead}" if part.lead else f"{part.label.capitalize()}:"
    for body in part.body:
        yield from _in_words(body)


def _in_words(body: Body) -> Iterable[str]:
    match body:
        case Paragraph(text, more):
            yield text
            yield from more
        case Quote(text):
            yield f'"{text}"'
        case Item(mark, text, aside, more):
            yield f"{mark}. {_sentence(text, aside)}"
            yield from more
        case Pair(name, value):
            yield f"{name}: {value}"
        case Exact(kept):
            yield from kept
        case Table(header, rows):
            yield from (_row_in_words(header, row) for row in rows)


def _row_in_words(header: tuple[str, ...], row: tuple[str, ...]) -> str:
    return "; ".join(_named(name, cell) for name, cell in zip(header, row, strict=True) if cell)


def _named(name: str, text: str) -> str:
    return f"{name}: {text}" if name else text


def _sentence(*parts: str) -> str:
    """The parts as sentences behind each other."""
    return " ".join(part if part[-1] in ".?!:" else f"{part}." for part in parts if part)
