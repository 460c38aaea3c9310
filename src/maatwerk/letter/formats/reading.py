"""A letter read back from a file that somebody may have edited: headings, texts and figures, whatever it came from."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds, read_file
from maatwerk.basics.errors import FormatRefused
from maatwerk.basics.text import say
from maatwerk.letter.formats.pieces import Piece, Read, written_language
from maatwerk.ruleset.markdown import as_html

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
PARTS = frozenset({"p", "li", "dt", "dd", "address", "div", "td", "th"})
UNREAD = frozenset({"style", "title", "script"})


def read_letter(path: Path) -> Read:
    """The letter in a file: .docx, .html, .md or .txt.

    Raises FormatRefused for another kind of file, for one that is not what its name says, and for one without words.
    """
    content = _content(path)
    read = _read(path, content) if content else Read(())
    if not read.pieces:
        raise FormatRefused(say("letter.format.empty", file=path))
    return read


def _read(path: Path, content: bytes) -> Read:
    kind = path.suffix.lower()
    if kind == ".docx":
        from maatwerk.letter.formats.word import read_docx  # noqa: PLC0415 - heavy, and an extra

        return read_docx(content)
    if kind not in {".html", ".md", ".txt"}:
        raise FormatRefused(say("letter.format.not_read", file=path))
    text = _decoded(path, content)
    return {".html": _html, ".md": _markdown, ".txt": _plain}[kind](text)


def _content(path: Path) -> bytes:
    try:
        content = read_file(path)
    except (OSError, ValueError):
        raise FormatRefused(say("letter.format.unreadable", file=path)) from None
    if content is None:
        raise FormatRefused(say("letter.format.too_large", file=path, kib=bounds().file_kib))
    return content


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise FormatRefused(say("letter.format.no_text", file=path)) from None


def _plain(text: str) -> Read:
    lines = (" ".join(part.split()) for part in re.split(r"\n\s*\n|\n(?=- )", text))
    return Read(tuple(Piece(line.removeprefix("- ")) for line in lines if line), marked=False, written=text)


def _markdown(text: str) -> Read:
    return replace(_html(as_html(text)), written=text)


def _html(text: str) -> Read:
    parser = _Page()
    parser.feed(text)
    return Read(parser.whole(), lang=parser.lang)


class _Page(HTMLParser):
    """Collects the texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._text: list[str] = []
        self.lang = ""
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new part begins, or what is not read."""
        if tag == "html":
            self.lang = written_language(dict(attrs).get("lang") or "")
        self._skipped += tag in UNREAD
        if tag in HEADINGS | PARTS | {"br"}:
            self._end(heading=False)

    def handle_endtag(self, tag: str) -> None:
        """A part ends."""
        self._skipped -= tag in UNREAD
        if tag in HEADINGS | PARTS:
            self._end(heading=tag in HEADINGS)

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._skipped:
            self._text.append(data)

    def whole(self) -> tuple[Piece, ...]:
        """All that was read, also what stands behind the last tag."""
        self.close()
        self._end(heading=False)
        return tuple(self.pieces)

    def _end(self, *, heading: bool) -> None:
        if text := " ".join("".join(self._text).split()):
            self.pieces.append(Piece(text, heading))
        self._text = []
