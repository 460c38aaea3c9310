"""The texts that the tests of the language check read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Golden:
    """One line of a golden file: the text it is from, and its issues as `code: words`."""

    lang: str
    source: str
    text: str
    issues: tuple[str, ...]


def golden(folder: str = "golden") -> Iterator[Golden]:
    for path in sorted((HERE / folder).glob("*.md")):
        for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            source, *lines = part.strip().splitlines()
            yield from _sentences(path.stem, source, [line for line in lines if line])


def _sentences(lang: str, source: str, lines: list[str]) -> Iterator[Golden]:
    starts = [number for number, line in enumerate(lines) if not line.startswith("- ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Golden(lang, source, lines[start], tuple(line[2:] for line in lines[start + 1 : end]))


def whole(folder: str, pattern: str) -> list[Path]:
    return sorted((HERE / folder).glob(pattern))


def language_of(path: Path) -> str:
    return path.name[:2]
