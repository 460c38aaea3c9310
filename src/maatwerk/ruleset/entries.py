"""What was written, with its place: one key with its value, and a desk where readers put problems."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place, Problem
from maatwerk.ruleset.model import Header, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.ruleset.markdown import Line


_NO_DATE = date.min  # of a header that could not be read


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with its value. `pieces` tells where each part of a value that runs over lines stands: offset, place."""

    key: str
    key_place: Place
    value: str
    pieces: tuple[tuple[int, Place], ...]

    @property
    def place(self) -> Place:
        """Where the value begins, as long as it is (on its first line)."""
        return self.at(0, len(self.value))

    def at(self, offset: int, length: int = 1) -> Place:
        """Where a character of the value stands."""
        start, place = next(piece for piece in reversed(self.pieces) if piece[0] <= offset)
        ends = [other for other, _ in self.pieces if other > offset]
        room = (ends[0] - 1 if ends else len(self.value)) - offset
        return place.shifted(offset - start, max(1, min(length, room)))

    def word(self, word: str) -> Place:
        """Where a whole word of the value stands first; the value itself when it does not."""
        match = re.search(rf"(?<![\w]){re.escape(word)}(?![\w])", self.value)
        return self.at(match.start(), len(word)) if match else self.place

    def moved(self, found: Problem) -> Problem:
        """A problem reported as if the value stood on one line, at its true line and column."""
        first = self.pieces[0][1]
        return replace(found, place=self.at(found.place.column - first.column, found.place.length))


def entry(key: str, key_place: Place, lines: Sequence[Line]) -> Entry:
    """Join the lines of a value with one space, remembering where each began."""
    value = ""
    pieces: list[tuple[int, Place]] = []
    for line in lines:
        text = line.text.rstrip()
        value += " " if pieces else ""
        pieces.append((len(value), Place(key_place.file, line.number, line.column)))
        value += text
    return Entry(key, key_place, value, tuple(pieces))


def cell_entry(key: str, file: str, cell: Line) -> Entry:
    """A cell of a table, read as the value of its column."""
    place = Place(file, cell.number, cell.column, max(1, len(cell.text)))
    return entry(key, place, [cell])


@dataclass
class Desk:
    """Where the readers of one document report what is wrong, and find what holds for all of it."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    header: Header = field(default_factory=lambda: Header("", "", "", valid_from=_NO_DATE))
    settings: Settings = field(default_factory=Settings)

    def report(self, code: str, place: Place, *, hint: str | None = "", **values: object) -> None:
        """Put down a problem."""
        filled = tuple((key, str(value)) for key, value in values.items())
        self.problems.append(Problem(code, place, filled, hint or ""))
