"""The cell of a table at a position, by the bars on its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.editor.written import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.editor.positions import Position

_CELL = re.compile(r"(?:\\.|[^|\\]|\\$)*")
_BELOW = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row, the column that the position is in (empty past the last), and its cell."""

    columns: tuple[str, ...]
    column: str
    here: Written
    is_header: bool


def row_at(lines: Sequence[str], at: Position) -> Row:
    """The row of a table in which a position lies."""
    first = at.line
    while first > 1 and lines[first - 2].lstrip().startswith("|"):
        first -= 1
    columns = tuple(lines[first - 1][start:end].strip() for start, end in cells_of(lines[first - 1])) or ("",)
    line = lines[at.line - 1]
    spans = cells_of(line)
    number = next((each for each, (_, end) in enumerate(spans) if at.column - 1 <= end), len(spans))
    start, end = spans[number] if number < len(spans) else (len(line), len(line))
    start += len(line[start:end]) - len(line[start:end].lstrip())
    here = Written.on(at, line, start, max(end, at.column - 1))
    columns = (columns[0].lower(), *columns[1:])
    return Row(columns, columns[number] if number < len(columns) else "", here, at.line == first)


def cells_of(line: str) -> list[tuple[int, int]]:
    r"""Where the cells of a row begin and end; `\|` is a bar inside a cell. What is not closed yet is a cell too."""
    position = line.index("|") + 1 if "|" in line else 0
    cells = []
    while position <= len(line):
        match = _CELL.match(line, position)
        end = match.end() if match else len(line)
        if end < len(line) or line[position:end].strip():
            cells.append((position, end))
        position = end + 1
    return cells


def is_ruler(line: str) -> bool:
    """Whether a line only rules off the header: `|---|---|`."""
    return bool(_BELOW.fullmatch(line)) and "-" in line
