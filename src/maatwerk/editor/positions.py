"""Positions in a text: lines and columns from 1, columns in characters of the line, as on the screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.basics.problems import Place

Units = Literal["utf-8", "utf-16", "utf-32"]  # in which an editor counts: the names of the protocol
_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Before the character in this column; one past the last column is the end of the line."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """From a position up to, not with, another on the same line or further."""

    start: Position
    end: Position

    def holds(self, position: Position) -> bool:
        """Whether a position lies in it, or right after its last character."""
        return self.start <= position <= self.end


def on_line(line: int, column: int, length: int) -> Range:
    """A range of some characters on one line."""
    return Range(Position(line, column), Position(line, column + length))


def range_of(place: Place, lines: Sequence[str]) -> Range:
    """Where a place stands in a text. A place without column is its whole line, one without line the first line.

    Of a text that could not be read there are no lines: then the place itself, without a length.
    """
    line, column = max(place.line, 1), max(place.column, 1)
    if not lines:
        return on_line(line, column, 0)
    start = within(lines, Position(line, column))
    room = len(lines[start.line - 1]) + 1 - start.column
    return on_line(start.line, start.column, min(place.length, room) if place.column else room)


def lines_of(text: str) -> list[str]:
    """The lines of a text, as the reader of rulesets takes them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def within(lines: Sequence[str], position: Position) -> Position:
    """The nearest position that the text has."""
    line = min(max(position.line, 1), len(lines))
    return Position(line, min(max(position.column, 1), len(lines[line - 1]) + 1))


def to_units(line: str, column: int, units: Units) -> int:
    """How many units of an editor stand before a column: an emoji counts two in UTF-16, `€` three in UTF-8."""
    encoding = units if units == "utf-8" else f"{units}-le"
    return len(line[: column - 1].encode(encoding, "surrogatepass")) // _BYTES[units]


def from_units(line: str, count: int, units: Units) -> int:
    """The column after so many units; inside a character its own column, past the end that of the end."""
    found = 0
    for column, sign in enumerate(line, 1):
        found += to_units(sign, 2, units)
        if found > count:
            return column
    return len(line) + 1
