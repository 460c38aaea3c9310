"""What every input must come to: a result or documented problems, within a second. Anything else is a surprise."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from maatwerk.basics.text import part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.basics.problems import Place, Problem

ROOT = Path(__file__).parents[2]
SECOND = 1.0
LOADING = 3.0
"""Seconds for a command or a whole text in an editor: a first call loads what it needs, such as the lists of words."""
SEARCHED = 20.0
"""Seconds for a whole ruleset without faults: every case of it is sought, up to a bound (docs/limits.md)."""
ENDS = ("\n", "\r\n|\r|\n")
"""What ends a line: a loose carriage return does so in one editor and not in another."""
CODES = frozenset(part("problem", "nl"))
"""The documented codes: tests of docs/naslag/meldingen.md tie that page to the catalogue."""
EXIT_CODES = frozenset(
    int(code)
    for code, meaning in re.findall(
        r"^\| (\d+) \|(.*)$", (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    if "kept free" not in meaning
)


class Surprise(AssertionError):
    """An input after which something happened that should never happen."""


def require(sound: bool, told: object) -> None:  # noqa: FBT001 - reads as an assertion, and also counts under `-O`
    """Raise Surprise unless this holds."""
    if not sound:
        raise Surprise(told)


@dataclass
class Limit:
    """How many seconds something may take; it may become more once it shows to be a text without faults."""

    seconds: float


@contextmanager
def within(seconds: float | None = None) -> Iterator[Limit]:
    """What happens here may take no longer, in time of this process: a busy machine says nothing about the code."""
    limit = Limit(seconds or SECOND)
    start = process_time()
    yield limit
    took = process_time() - start
    require(took < limit.seconds, f"took {took:.2f} s")


def documented(problems: Iterable[Problem], text: str, file: str) -> None:
    """Every problem has a code that is documented, a text in both languages, and a place that is there."""
    for each in problems:
        require(each.code in CODES, each)
        require(all(each.text(lang) for lang in ("nl", "en")), each)
        here = each.place.file != file or any(_has(each.place, re.split(ends, text)) for ends in ENDS)
        require(here, each)


def _has(place: Place, lines: list[str]) -> bool:
    return place.line <= len(lines) and (not place.line or place.column <= len(lines[place.line - 1]) + 1)
