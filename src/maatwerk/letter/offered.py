"""The file that somebody offers as the letter that went out: whether it is one, and what it says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.errors import FormatRefused
from maatwerk.basics.text import say
from maatwerk.letter.formats.reading import read_letter

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.letter.formats.pieces import Read
    from maatwerk.letter.posted import Post
    from maatwerk.register.seal import Json

END = 1024
"""So many bytes at the end of a PDF hold its last mark."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file. `written`: what was registered when the program wrote exactly this one.

    `read`: what a file says that the program did not write; None for one that it did, and for a PDF.
    """

    sha256: str
    written: Json | None
    read: Read | None

    @property
    def lang(self) -> str:
        """In which language it is; empty where the file does not tell."""
        return str(self.written["language"]) if self.written else self.read.lang if self.read else ""


def offered(file: Path, post: Post) -> Offered:
    """The file as it would go out. Raises FormatRefused for what is no letter, MaatwerkError for that of another."""
    seal = seal_of_file(file)
    written = post.written(seal)
    if written is not None:
        return Offered(seal, written, None)
    if file.suffix.lower() == ".pdf":
        _require_pdf(file)
        return Offered(seal, None, None)
    return Offered(seal, None, read_letter(file))


def seal_of(content: bytes) -> str:
    """The hash by which the register knows a letter."""
    return hashlib.sha256(content).hexdigest()


def seal_of_file(file: Path) -> str:
    """The hash of a file of any size. Raises FormatRefused for what is none: a pipe or a device never ends."""
    try:
        if file.is_file():
            with file.open("rb") as opened:
                return hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, ValueError):
        raise FormatRefused(say("letter.format.unreadable", file=file)) from None
    raise FormatRefused(say("letter.format.unreadable", file=file))


def _require_pdf(file: Path) -> None:
    """A PDF begins and ends as one; more of it is not read."""
    with file.open("rb") as opened:
        start = opened.read(END)
        opened.seek(max(0, file.stat().st_size - END))
        end = opened.read()
    if not start.startswith(b"%PDF-") or b"startxref" not in end or b"%%EOF" not in end:
        raise FormatRefused(say("sending.no_pdf", file=file))
