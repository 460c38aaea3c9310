"""Bytes as a ruleset: read, its patterns analysed, and where it can be used its examples computed."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

from maatwerk.api import examine_ruleset
from maatwerk.bench.examples import case_of, today_of
from maatwerk.case.model import Case
from maatwerk.ruleset.library import BUILDING_BLOCKS, shipped
from maatwerk.story import assess
from tests.fuzz.judge import SEARCHED, documented, require, within
from tests.ruleset import problem_pages

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset

EXAMPLES = 2
LONGEST_SEED = 20_000  # the page has a file that is too large


def shelf(folder: Path) -> Path:
    """The file of a ruleset in a library with all building blocks there are."""
    for library in (problem_pages.LIBRARY, shipped()):
        shutil.copytree(library / BUILDING_BLOCKS, folder / BUILDING_BLOCKS, dirs_exist_ok=True)
    file = folder / "voorbeeld" / "2026-01-01.md"
    file.parent.mkdir()
    return file


def judge(data: bytes, file: Path) -> None:
    """Raise Surprise, or whatever was not caught, when these bytes are not dealt with as they should be."""
    file.write_bytes(data)
    with within() as limit:
        reading = examine_ruleset(file, letters=False)
        limit.seconds = SEARCHED if reading.ruleset else limit.seconds
    documented(reading.problems, data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace"), str(file))
    wrong = [each for each in reading.problems if not each.warning]
    require(bool(wrong) or reading.ruleset is not None, "no ruleset and no problem")
    if reading.ruleset is not None and not wrong:
        _used(reading.ruleset)


def _used(ruleset: Ruleset) -> None:
    if ruleset.header.is_building_block:
        return
    with within():
        assess(ruleset, Case(id="z1", ruleset=ruleset.id), today=ruleset.header.valid_from)
    for example in ruleset.examples[:EXAMPLES]:
        with within():
            assess(ruleset, case_of(ruleset, example), today=today_of(ruleset, example))


@cache
def seeds() -> tuple[bytes, ...]:
    """Texts to begin with: every example of a problem, and every shipped document."""
    small = [each.bytes for each in problem_pages.examples() if len(each.text) < LONGEST_SEED]
    large = [path.read_bytes() for path in sorted(shipped().rglob("*.md"))]
    return (problem_pages.base().encode(), *small, *large)
