"""The example rows of a ruleset, read straight from its Markdown. Plain Python: nothing of maatwerk reads along."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEFAULTS, NONE, MORE, UNKNOWN = "standaard", "–", "+", "onbekend"
FIGURE = re.compile(r"(?:€ )?(-?[0-9.]+(?:,[0-9]+)?)(%?)")
WORDS = {"ja": True, "nee": False, "leeg": None}


class NotKnown(Exception):
    """A fact is asked that the row does not give."""

    def __init__(self, facts: Facts, name: str) -> None:
        """Remember where and what."""
        super().__init__(name)
        self.facts, self.name = facts, name


class Facts(dict[str, Any]):
    """The facts of a row or of one record of a list; who asks for one that is not given, is told so.

    `begun`: the records that are given of a list that may have more.
    """

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - as a dict
        """Facts that are known."""
        super().__init__(*given)
        self.begun: dict[str, list[Facts]] = {}

    def __missing__(self, name: str) -> Any:  # noqa: ANN401 - any value
        """Whoever asks for what is not given."""
        raise NotKnown(self, name)


@dataclass
class Row:
    """One example: what is given, and what its author expects."""

    name: str
    facts: Facts = field(default_factory=Facts)
    expected: dict[str, str] = field(default_factory=dict)


def rows(path: Path) -> list[Row]:
    """Every example row of a ruleset, with the defaults of its table and with its records."""
    text = path.read_text(encoding="utf-8")
    lists = {name for name, kind in re.findall(r"^\| (\w+) +\| (\w+) +\|", text, re.MULTILINE) if kind == "lijst"}
    found: dict[str, Row] = {}
    for head, *body in _tables(text):
        per_list = head[1] in lists
        defaults: dict[str, str] = {}
        for cells in body:
            given = {name: cell for name, cell in zip(head, cells, strict=True) if cell}
            name = given.pop("geval")
            if name == DEFAULTS:
                defaults = given
                continue
            row = found.setdefault(name, Row(name))
            if per_list:
                _record(row.facts, head[1], {**defaults, **given})
            else:
                row.expected |= {column[3:]: cell for column, cell in given.items() if column.startswith("=> ")}
                row.facts.update(_facts({**defaults, **given}))
    return list(found.values())


def _tables(text: str) -> Iterator[list[list[str]]]:
    for table in re.findall(r"(?:^\|.*\|\n)+", text + "\n", re.MULTILINE):
        lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
        if lines[0][0] == "geval":
            yield [lines[0], *lines[2:]]


def _facts(given: dict[str, str]) -> dict[str, Any]:
    return {name: value_of(cell) for name, cell in given.items() if not name.startswith("=> ") and cell != UNKNOWN}


def _record(facts: Facts, name: str, given: dict[str, str]) -> None:
    number = given.pop(name)
    if number == MORE:
        facts.begun[name] = facts.pop(name, [])
    elif number == NONE:
        facts[name] = []
    else:
        facts.setdefault(name, []).append(Facts(_facts(given)))


def value_of(cell: str) -> Any:  # noqa: ANN401 - yes or no, a day, a figure, an option
    """A cell as a value of Python."""
    if cell in WORDS:
        return WORDS[cell]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        return date.fromisoformat(cell)
    if figure := FIGURE.fullmatch(cell):
        return Fraction(figure[1].replace(".", "").replace(",", ".")) / (100 if figure[2] else 1)
    return cell
