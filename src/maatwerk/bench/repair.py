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
    from collections.abc import Iterable, Mapping, Sequence

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
    by_day = _RulesByDay([ruleset])
    found = []
    for entry in decisions:
        each, taken = _touched(entry), entry.body["ruleset"]
        if taken["id"] == ruleset.id and period.hold(each.reference_date) and not by_day.took(taken, each):
            found.append(each)
    return tuple(found)


def _touched(entry: Entry) -> Touched:
    day = entry.body.get("reference_date")
    return Touched(entry.number, date.fromisoformat(day) if day else None, dutch_day(entry.at))


@dataclass(frozen=True, slots=True)
class _RulesByDay:
    """One text, with the building blocks of every two days that were asked for: each combination is read once."""

    known: list[Ruleset]

    def took(self, taken: Mapping[str, str], decision: Touched) -> bool:
        """Whether a decision was taken by the rules as they are for its days."""
        if taken["valid_from"] != self.known[0].header.valid_from.isoformat():
            return False
        try:
            return taken["rules_hash"] == self._on(decision.reference_date, decision.decided_on).identity.rules_hash
        except ProblemsFound:  # no building block is in force on those days any more
            return False

    def _on(self, reference: date | None, decided: date) -> Ruleset:
        for rules in self.known:
            if rules.blocks is None or rules.blocks.hold(reference, decided):
                return rules
        self.known.append(on_days(self.known[0], reference, decided))
        return self.known[-1]
