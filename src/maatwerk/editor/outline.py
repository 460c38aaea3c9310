"""The outline of a ruleset: its headings and blocks, with the facts, norms and examples of their tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.editor.positions import Position, Range, on_line
from maatwerk.editor.tables import cells_of, is_ruler
from maatwerk.editor.where import front_lines, heading_of
from maatwerk.ruleset.tables import EXAMPLES, FACT_COLUMNS, NORM_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.editor.opened import Opened

_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.*?)\s*$")
_TABLES = frozenset({FACT_COLUMNS[0], NORM_COLUMNS[0], EXAMPLES})


@dataclass
class Item:
    """One line of the outline. `kind`: a kind of block, the first column of a table, or empty for a heading."""

    name: str
    kind: str
    range: Range
    chosen: Range  # what the name stands on
    level: int = 0
    below: list[Item] = field(default_factory=list)


def outline(opened: Opened) -> tuple[Item, ...]:
    """The outline, each heading with what stands below it."""
    lines = opened.lines
    root = Item("", "", on_line(1, 1, 0), on_line(1, 1, 0))
    trail = [root]
    for item in _items(lines):
        while item.level and len(trail) > 1 and trail[-1].level >= item.level:
            _close(trail.pop(), item.range.start.line - 1, lines)
        trail[-1].below.append(item)
        trail += [item] if item.level else []
    for item in trail[1:]:
        _close(item, len(lines), lines)
    return tuple(root.below)


def _close(item: Item, last: int, lines: Sequence[str]) -> None:
    item.range = Range(item.range.start, Position(last, len(lines[last - 1]) + 1))


def _items(lines: Sequence[str]) -> Iterator[Item]:
    table, names = "", set[str]()
    front = front_lines(lines)
    for number, line in enumerate(lines[front.stop if front else 0 :], front.stop + 1 if front else 1):
        if match := _HEADING.match(line):
            yield _heading(match, line, number)
        if not line.lstrip().startswith("|"):
            table, names = "", set()
            continue
        start, end = (cells_of(line) or [(0, 0)])[0]
        name = line[start:end].strip()
        if not table:
            table = name.lower()
        elif table in _TABLES and name and name not in names and not is_ruler(line):
            names.add(name)
            yield Item(name, table, on_line(number, 1, len(line)), _on(line, number, name, start))


def _heading(match: re.Match[str], line: str, number: int) -> Item:
    block = heading_of(line)
    text = match["text"] or match["marks"]
    chosen = _on(line, number, text, match.start("text") if match["text"] else 0)
    whole = on_line(number, 1, len(line))
    return Item(text, block.kind if block else "", whole, chosen, level=len(match["marks"]))


def _on(line: str, number: int, text: str, start: int) -> Range:
    return on_line(number, line.index(text, start) + 1, len(text))
