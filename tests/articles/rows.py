"""The tables with examples of a ruleset, read as plain text: nothing of the program under test is used."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RULESETS = Path(__file__).parents[2] / "rulesets"
UNKNOWN = "onbekend"


def rows(name: str) -> list[dict[str, str]]:
    """Every row of every table with examples, with what its row `standaard` says where it is silent itself."""
    lines = (RULESETS / name).read_text(encoding="utf-8").split("\n")
    return [row for number, line in enumerate(lines) if line.startswith("| geval") for row in _table(lines[number:])]


def _table(lines: list[str]) -> Iterator[dict[str, str]]:
    head = _cells(lines[0])
    standard: dict[str, str] = {}
    for line in lines[2:]:
        if not line.startswith("|"):
            return
        own = {name: cell for name, cell in zip(head, _cells(line), strict=True) if cell}
        if own["geval"] == "standaard":
            standard = own
        else:
            yield standard | own


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def number(cell: str) -> Fraction:
    """`€ 1.681,80`, `83,33%` or `3,5` as it stands, without its sign."""
    return Fraction(cell.strip("€% ").replace(".", "").replace(",", "."))


def whole(amount: Fraction) -> Fraction:
    """In whole euros, a half upwards."""
    return Fraction(int(amount + Fraction(1, 2)))
