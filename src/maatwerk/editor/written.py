"""A text of a document as it is read, lines joined, with the position in it that an editor asks about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.editor.positions import Range, on_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.editor.positions import Position

_WORD = re.compile(r"\w+")
_ID = re.compile(r"[\w-]+")
_FAR_BACK = 500  # characters
_CONTINUES = re.compile(r"\s+(?![-*+](?:\s|$))\S")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that stands on one line: where it begins in the text, and where in the document."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Written:
    """`text` with `offset`, how far in it the position is (0 when it is before it)."""

    text: str
    offset: int
    pieces: tuple[Piece, ...]

    @classmethod
    def on(cls, at: Position, line: str, start: int, end: int | None = None) -> Written:
        """A part of the line of the position; it begins at the position where that comes first."""
        start = min(start, at.column - 1)
        text = line[start:end]
        return cls(text, min(max(0, at.column - 1 - start), len(text)), (Piece(0, at.line, start + 1),))

    @classmethod
    def over(cls, at: Position, lines: Sequence[str], first: int, start: int) -> Written:
        """The value that begins on line `first` after `start` characters, with the lines that continue it."""
        start = min(start, at.column - 1) if at.line == first else start
        text, offset, pieces = lines[first - 1][start:].rstrip(), 0, [Piece(0, first, start + 1)]
        if at.line == first:
            offset = max(0, at.column - 1 - start)
            text = lines[first - 1][start:] if offset > len(text) else text
        number = first + 1
        while number <= len(lines) and (match := _CONTINUES.match(lines[number - 1])):
            text += " "
            pieces.append(Piece(len(text), number, match.end()))
            if at.line == number:
                offset = len(text) + max(0, at.column - match.end())
            text += lines[number - 1][match.end() - 1 :].rstrip()
            number += 1
        return cls(text, min(offset, len(text)), tuple(pieces))

    @property
    def before(self) -> str:
        """The text up to the position, as far back as anybody needs to look."""
        return self.text[max(0, self.offset - _FAR_BACK) : self.offset]

    def word(self, *, ids: bool = False) -> tuple[str, int]:
        """The word at the position and where it begins in the text; an empty word where there is none.

        `ids`: words may have dashes, as ids of rulesets have.
        """
        for match in (_ID if ids else _WORD).finditer(self.text):
            if match.start() <= self.offset <= match.end():
                return match[0], match.start()
        return "", self.offset

    def range(self, start: int, length: int) -> Range:
        """Where some characters of the text stand in the document; those of its first line if they go on."""
        at = max(0, sum(piece.offset <= start for piece in self.pieces) - 1)
        piece = self.pieces[at]
        ends = self.pieces[at + 1].offset - 1 if at + 1 < len(self.pieces) else len(self.text)
        return on_line(piece.line, piece.column + start - piece.offset, max(0, min(length, ends - start)))
