"""Many cases by both versions, counted: old against new outcome, money, who gains and loses, and findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.bench.diff.cases import CasePair, Elsewhere, Unread
from maatwerk.outcome.outcome import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.bench.diff.cases import Change
    from maatwerk.ruleset.model import Ruleset

Outcomes = tuple[str, str]
"""The old outcome and the new one."""


@dataclass(frozen=True, slots=True)
class Money:
    """What residents get more in twelve months, together (below zero: less), over `known` of `cases` cases."""

    cases: int
    known: int
    euros: Fraction
    amounts: frozenset[Fraction]


@dataclass(frozen=True, slots=True)
class CaseTotals:
    """All cases that both versions could read, and by name what could not be compared."""

    pairs: tuple[CasePair, ...]
    unread: tuple[Unread, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    @classmethod
    def of(cls, found: Iterable[CasePair | Unread | Elsewhere]) -> CaseTotals:
        """Sort what was found of each file."""
        every = tuple(found)
        return cls(
            tuple(each for each in every if isinstance(each, CasePair)),
            tuple(each for each in every if isinstance(each, Unread)),
            tuple(each for each in every if isinstance(each, Elsewhere)),
        )

    @property
    def table(self) -> Counter[Outcomes]:
        """How many cases have each old and new outcome."""
        return Counter((each.old.outcome, each.new.outcome) for each in self.pairs)

    def money(self, outcomes: Outcomes | None = None) -> Money:
        """Of the cases with these two outcomes, or of all."""
        cases = [each for each in self.pairs if outcomes in (None, (each.old.outcome, each.new.outcome))]
        known = [each.money for each in cases if each.money is not None]
        return Money(len(cases), len(known), sum(known, Fraction(0)), frozenset(known))

    def who(self, change: Change) -> tuple[CasePair, ...]:
        """The cases for which the new rules do this."""
        return tuple(each for each in self.pairs if each.change == change)

    @property
    def findings(self) -> dict[str, tuple[int, int]]:
        """For each code in how many cases it is found before and after."""
        old = Counter(code for each in self.pairs for code in each.old.findings)
        new = Counter(code for each in self.pairs for code in each.new.findings)
        return {code: (old[code], new[code]) for code in sorted({*old, *new})}

    @property
    def left_out(self) -> tuple[str, ...]:
        """What cases hold that only one version asks."""
        return tuple(sorted(frozenset().union(*(each.left_out for each in self.pairs))))

    @property
    def moved(self) -> int:
        """Of how many cases the reference date was moved into the days of comparison."""
        return sum(each.moved for each in self.pairs)

    @property
    def differ(self) -> bool:
        """Whether any case has another outcome, another amount or other findings."""
        return any(
            each.old.outcome != each.new.outcome
            or each.old.result.euros != each.new.result.euros
            or each.old.findings != each.new.findings
            for each in self.pairs
        )


def in_order(ruleset: Ruleset, found: Iterable[str]) -> tuple[str, ...]:
    """Outcomes in the order of the text, what is not known last."""
    there = set(found)
    return tuple(name for name in (*ruleset.outcomes, UNKNOWN) if name in there)
