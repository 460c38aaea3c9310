"""Examples: every outcome, exception and signal has a row that shows it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.ruleset.cells import is_none
from maatwerk.ruleset.example_cells import what_and_after
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.ruleset.checks.look import Look
    from maatwerk.ruleset.model import Example


def without_a_row(look: Look) -> Iterator[Problem]:
    """M330: no example expects this outcome, exception or signal."""
    rules = look.ruleset
    shown = {word for row in rules.examples for text in _told(row) for word in re.findall(r"\w+", text)}
    for items in (rules.outcomes, rules.exceptions, rules.signals):
        for name, item in items.items():
            if not shown & {name, getattr(item, "finding", "")} and look.own(name):
                yield problem("M330", item.place, warning=True, name=name)


def _told(row: Example) -> Iterator[str]:
    """What a row expects; an exception is shown as well where its result is."""
    for column, text in row.expected.items():
        yield text
        yield from () if is_none(text) else what_and_after(column)[1]


def outside_the_version(look: Look) -> Iterator[Problem]:
    """M331: the reference date of an example lies outside the days on which this version is in force."""
    header = look.ruleset.header
    for row in look.ruleset.examples:
        days = [day for day in _reference_dates(row, header.reference_date) if isinstance(day, date)]
        if any(day < header.valid_from or (header.valid_until and day >= header.valid_until) for day in days):
            yield problem("M331", row.place, warning=True, name=row.name)


def _reference_dates(row: Example, name: str) -> list[object]:
    """The reference date of an example, or those of its records."""
    of_list, short = list_and_field(name)
    if not of_list:
        return [row.facts.get(name)]
    return [record.get(short) for record in row.lists[of_list].records] if of_list in row.lists else []
