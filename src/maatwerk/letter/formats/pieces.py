"""What a letter says that was read back from a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.text import LANGUAGES

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, item or heading as a reader sees it."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says. `number` and `made` are the decision and the day in its properties (Word only).

    `lang`: the language that a Word document or a page says it has; empty where it says none that we write.
    `written`: the text as it stands, of a file that is text and has no tags; places in it are places in the file.
    In plain text a heading cannot be told from a line, so any line may be one.
    """

    pieces: tuple[Piece, ...]
    number: str = ""
    made: date | None = None
    lang: str = ""
    marked: bool = True
    written: str = ""

    @property
    def text(self) -> str:
        """All of it; an empty line between two pieces."""
        return "\n\n".join(piece.text for piece in self.pieces)

    @property
    def headings(self) -> tuple[str, ...]:
        """What may be a heading."""
        return tuple(piece.text for piece in self.pieces if piece.heading or not self.marked)


def written_language(code: str) -> str:
    """The language of a code such as `en-GB`; empty for one that we do not write."""
    lang = code.partition("-")[0].lower()
    return lang if lang in LANGUAGES else ""
