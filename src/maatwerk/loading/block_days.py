"""The rules as they are on the days of a case: which versions of the building blocks count follows from two days.

The reference date chooses the version of all but the grounds, the day of the decision chooses the grounds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.errors import ProblemsFound
from maatwerk.basics.problems import Place, problem
from maatwerk.case.reading import read_case
from maatwerk.case.writing import case_as_json
from maatwerk.expressions.values import exactly
from maatwerk.loading.analysis import analysed
from maatwerk.ruleset.names import list_and_field
from maatwerk.ruleset.reading import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.case.model import Case, GivenFact
    from maatwerk.ruleset.model import Ruleset


def reference_days(ruleset: Ruleset, case: Case) -> tuple[date, ...]:
    """The days that date a case (`peildatum`), as far as they are known: one, or one a record."""
    of_list, name = list_and_field(ruleset.header.reference_date)
    records: Iterable[dict[str, GivenFact]] = (case.facts,)
    if of_list:
        records = case.lists[of_list].records if of_list in case.lists else ()
    return tuple(day for record in records if name in record and (day := _day(record[name])))


def _day(given: GivenFact) -> date | None:
    found = exactly(given.value)
    return found if isinstance(found, date) else None


def on_days(ruleset: Ruleset, on: date | None, decided: date | None) -> Ruleset:
    """The rules for a reference date and a day of decision: the same where the building blocks are, else read again.

    Raises ProblemsFound when they cannot be used on those days, as where no version of a building block is in force.
    """
    blocks = ruleset.blocks
    if blocks is None or blocks.hold(on, decided):
        return ruleset
    return analysed(
        load(Path(ruleset.file), library=blocks.library, on=on or blocks.on, decided=decided or blocks.decided)
    )


def with_blocks_of(ruleset: Ruleset, case: Case, today: date) -> tuple[Ruleset, Case]:
    """The rules on the days of this case, and the case read by them. Raises ProblemsFound.

    C059: its records need different versions of a building block, so it is more than one case.
    """
    days = reference_days(ruleset, case)
    rules = on_days(ruleset, next(iter(days), None), today)
    if rules.blocks and not all(map(rules.blocks.reference.hold, days)):
        raise ProblemsFound([problem("C059", Place(case.file), name=ruleset.header.reference_date)])
    if rules is ruleset:
        return rules, case
    reading = read_case(case_as_json(case, ruleset), rules)
    if reading.case is None:
        raise ProblemsFound(reading.problems)
    return rules, replace(reading.case, file=case.file)


def hashes_until(ruleset: Ruleset, last: date) -> tuple[str, ...]:
    """The rules hash for each reference date from the first day of the rules up to `last`, each once, in that order.

    There is more than one where a building block changed meanwhile. The day of the decision stays that of `ruleset`.
    """
    found: dict[str, None] = {}
    day: date | None = ruleset.header.valid_from
    while day is not None:
        rules = on_days(ruleset, day, None)
        found.setdefault(rules.identity.rules_hash)
        until = rules.blocks.reference.until if rules.blocks else None
        day = until if until is not None and until <= last else None
    return tuple(found)
