"""The list of all bad input in README.md is whole, and each thing on it is really tried there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bad.cases import CASES
from tests.bad.rulesets import RULESETS
from tests.bad.shelves import SHELVES

HERE = Path(__file__).parent
ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<what>.+?) \| (?P<where>[^|]+) \|$", re.MULTILINE)
TRIED = re.compile(r"`(?P<file>[\w./]+\.py)(?:::(?P<test>\w+))?`")
NOT_HERE = re.compile(r"does not apply: (?:\S+ ){4,}\S+")
LAST = 120
TABLES = {
    "rulesets.py": [row.what for row in RULESETS],
    "shelves.py": [row.what for row in SHELVES],
    "cases.py": [row.what for row in CASES],
}


def rows() -> list[tuple[int, str]]:
    """Each number with where it is tried."""
    text = (HERE / "README.md").read_text(encoding="utf-8")
    return [(int(row["number"]), row["where"]) for row in ROW.finditer(text)]


def tried(number: int, file: str, test: str | None) -> bool:
    """Whether a table has a row with this number, or a file this test."""
    if test is None:
        return any(what.startswith(f"{number} ") for what in TABLES[file])
    return f"\ndef {test}(" in (HERE / file).read_text(encoding="utf-8")


def test_every_number_is_named_once_and_in_order() -> None:
    assert list(range(1, LAST + 1)) == [number for number, _ in rows()]


@pytest.mark.parametrize(("number", "where"), rows(), ids=lambda value: str(value) if isinstance(value, int) else "")
def test_what_the_list_names_is_tried_there_or_does_not_apply(number: int, where: str) -> None:
    named = [(each["file"], each["test"]) for each in TRIED.finditer(where)]

    assert bool(named) != bool(NOT_HERE.match(where))
    assert [each for each in named if not tried(number, *each)] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_with_a_number_is_on_the_list(table: str) -> None:
    numbers = {int(what.split()[0]) for what in TABLES[table] if what.split()[0].isdigit()}

    assert numbers == {number for number, where in rows() if f"`{table}`" in where}
