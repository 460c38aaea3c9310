"""From a file to text: what cannot be a ruleset is refused here, before anything reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds, read_file
from maatwerk.basics.problems import Place, Problem, problem

if TYPE_CHECKING:
    from pathlib import Path

_BOM = b"\xef\xbb\xbf"
# Control characters, and signs that change what a reader sees without changing what stands there.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A text that may be read: its bytes (for the hash of the text) and its lines."""

    file: str
    content: bytes
    lines: tuple[str, ...]


def read_source(path: Path, library: Path) -> Source | Problem:
    """Read a file. A problem when it is no regular file inside the library, too large, or no clean UTF-8."""
    name = str(path)
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(library.resolve()):
            return problem("M001", Place(name))
        content = read_file(real)
    except (OSError, RuntimeError, ValueError):  # not there, not allowed, a loop of links, a NUL in the name
        return problem("M001", Place(name))
    return _too_large(name) if content is None else source_of(content, name)


def source_of(content: bytes, name: str) -> Source | Problem:
    """Take bytes as a text, or say at which place they are none."""
    if len(content) > bounds().file_bytes:
        return _too_large(name)
    try:
        text = content.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        return problem("M003", _place(content[: error.start].decode(errors="replace"), name))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        return problem("M004", _place(text[: forbidden.start()], name), sign=f"U+{ord(forbidden.group()):04X}")
    lines = tuple(text.split("\n"))
    if len(lines) > bounds().ruleset_lines:
        return problem("M048", Place(name, bounds().ruleset_lines + 1), most=bounds().ruleset_lines)
    return Source(name, content, lines)


def _too_large(name: str) -> Problem:
    return problem("M002", Place(name), most=bounds().file_kib)


def _place(before: str, name: str) -> Place:
    """The place right after a text."""
    return Place(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
