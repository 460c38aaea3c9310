"""What a letter says that was read back from a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, item or heading as a reader sees it."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says. `number` is the decision that it names in its properties (Word only); empty when it does not.

    In plain text a heading cannot be told from a line, so any line may be one.
    """

    pieces: tuple[Piece, ...]
    number: str = ""
    marked: bool = True

    @property
    def text(self) -> str:
        """All of it, a piece a line."""
        return "\n".join(piece.text for piece in self.pieces)

    @property
    def headings(self) -> tuple[str, ...]:
        """What may be a heading."""
        return tuple(piece.text for piece in self.pieces if piece.heading or not self.marked)
