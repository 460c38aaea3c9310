"""What adopting a version changes: whose place it takes, and which decisions were taken by other rules than hold now.

Of a decision nothing is told but its number and its days: what it was about stays in the register.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.clock import dutch_day
from maatwerk.basics.errors import ProblemsFound
from maatwerk.loading.block_days import on_days
from maatwerk.ruleset.library import Days, Version, days_of, versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Entry
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Touched:
    """A decision by number. `reference_date` is None where the register does not know it: it may be touched."""

    number: str
    reference_date: date | None
    decided_on: date


@dataclass(frozen=True, slots=True)
class Repair:
    """`replaces`: the first day of the adopted version whose place is taken, for the reference dates of `period`."""

    replaces: date | None
    period: Days
    touched: tuple[Touched, ...]


def repair_by(ruleset: Ruleset, organisation: Organisation, decisions: Iterable[Entry]) -> Repair:
    """What adopting these rules changes for what was adopted and decided before."""
    adopted = [
        each
        for each in versions(organisation.rulesets, ruleset.id)
        if organisation.history(ruleset.id, each.valid_from).adoptions
    ]
    first, until = ruleset.header.valid_from, ruleset.header.valid_until
    ends = [each.valid_from for each in adopted if each.valid_from > first]
    period = Days(first, min([*ends, *filter(None, [until])], default=None))
    return Repair(_replaced(adopted, first), period, touched(ruleset, period, decisions))


def _replaced(adopted: Sequence[Version], first: date) -> date | None:
    """The adopted version that was in force on a day, other than one that begins there."""
    earlier = [each for each in adopted if each.valid_from < first]
    found = earlier[-1] if earlier else None
    return found.valid_from if found and days_of(found, earlier).hold(first) else None


def touched(ruleset: Ruleset, period: Days, decisions: Iterable[Entry]) -> tuple[Touched, ...]:
    """The decisions on this ruleset, with a reference date in the period, that were not taken by exactly these rules.

    What the rules are for a decision follows from its own days, as the building blocks do.
    """
    mine = ((entry, _touched(entry)) for entry in decisions if entry.body["ruleset"]["id"] == ruleset.id)
    return tuple(
        found for entry, found in mine if period.hold(found.reference_date) and not _by_these(ruleset, entry, found)
    )


def _touched(entry: Entry) -> Touched:
    day = entry.body.get("reference_date")
    return Touched(entry.number, date.fromisoformat(day) if day else None, dutch_day(entry.at))


def _by_these(ruleset: Ruleset, entry: Entry, found: Touched) -> bool:
    taken = entry.body["ruleset"]
    if taken["valid_from"] != ruleset.header.valid_from.isoformat():
        return False
    try:
        rules = on_days(ruleset, found.reference_date, found.decided_on)
    except ProblemsFound:  # no building block is in force on those days any more
        return False
    return bool(taken["rules_hash"] == rules.identity.rules_hash)
