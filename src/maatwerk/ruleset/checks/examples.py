"""Examples: every outcome, exception and signal has a row that shows it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.ruleset.checks.look import Look


def without_a_row(look: Look) -> Iterator[Problem]:
    """M330: no example expects this outcome, exception or signal."""
    rules = look.ruleset
    shown = {word for row in rules.examples for text in row.expected.values() for word in re.findall(r"\w+", text)}
    for items in (rules.outcomes, rules.exceptions, rules.signals):
        for name, item in items.items():
            if name not in shown and look.own(name):
                yield problem("M330", item.place, warning=True, name=name)


def outside_the_version(look: Look) -> Iterator[Problem]:
    """M331: the reference date of an example lies outside the days on which this version is in force."""
    header = look.ruleset.header
    for row in look.ruleset.examples:
        day = row.facts.get(header.reference_date)
        if not isinstance(day, date):
            continue
        if day < header.valid_from or (header.valid_until and day >= header.valid_until):
            yield problem("M331", row.place, warning=True, name=row.name)
