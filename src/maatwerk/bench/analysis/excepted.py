"""Exceptions in a case that is not known to the end: whether they may be used, and what they give then."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from maatwerk.bench.analysis.look import amounts_of
from maatwerk.criteria.carrying import hangs_on
from maatwerk.exploration.search import open_facts
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Truth
from maatwerk.outcome.decisive import atoms
from maatwerk.outcome.outcome import deciding_names, judge
from maatwerk.outcome.standing import standing
from maatwerk.proposals.allowed import allowed, allowed_members, needed_for
from maatwerk.proposals.departure import TRY_ALL, as_excepted, depart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.criteria.situation import Situation
    from maatwerk.outcome.outcome import Result
    from maatwerk.proposals.departure import Departure
    from maatwerk.ruleset.model import ExceptionRule, Ruleset


_WHERE_ALLOWED = frozenset({Truth.YES})


@dataclass(frozen=True, slots=True)
class Then:
    """What an exception gives in a case: something better, or nothing (None); `open`: that is not known yet."""

    departure: Departure | None = None
    open: bool = False


@dataclass(frozen=True)
class Excepted:
    """One exception, or two, of a ruleset: goals about them, with the names that those look at."""

    ruleset: Ruleset
    exceptions: tuple[ExceptionRule, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What may be used first, then what decides the outcome, then what it is worth."""
        named = [name for each in self.exceptions for name in sorted(names_in(each.allowed_if.root))]
        named += [name for each in self.exceptions for name in each.criteria]
        return tuple(dict.fromkeys((*named, *self.worth)))

    @property
    def worth(self) -> tuple[str, ...]:
        """What the outcome and its amount hang on, with the exceptions applied too."""
        replaced = [names_in(new.root) for each in self.exceptions for _, new in each.replaces]
        return (*deciding_names(self.ruleset), *amounts_of(self.ruleset), *sorted(frozenset().union(*replaced)))

    def needed(self, situation: Situation) -> frozenset[str]:
        """The unknown facts on which it depends whether they may be used."""
        return frozenset().union(*(needed_for(situation, each) for each in self.exceptions))

    def allowed(self, situation: Situation) -> Truth:
        """Whether the first may be used."""
        return allowed(situation, self.exceptions[0])

    def helps(self, situation: Situation) -> Truth:
        """Whether the first gives something better."""
        then = self.then(self.exceptions[0], situation)
        return Truth.UNKNOWN if then.open else Truth.of(then.departure is not None)

    def results(self, situation: Situation) -> tuple[Then, ...]:
        """What each exception gives by itself."""
        return tuple(self.then(each, situation) for each in self.exceptions)

    def then(self, exception: ExceptionRule, situation: Situation) -> Then:
        """What one of them gives by itself."""
        may = allowed(situation, exception)
        if may is Truth.NO or self._turns_nothing(exception, situation):
            return Then()
        if may is Truth.UNKNOWN or Truth.UNKNOWN in standing(situation).values():
            return Then(open=True)
        if any(open_facts(name, situation) for name in self.worth):
            return Then(open=True)
        now = judge(situation)
        found = depart(situation, now, [exception], _WHERE_ALLOWED)
        return Then(found, open=found is None and self._may_help(exception, situation, now))

    def applied(self, situation: Situation) -> Iterator[Situation]:
        """What they make of a case: there other facts may count, and the same facts turn at other limits."""
        for each in self.exceptions:
            if allowed(situation, each) is Truth.YES:
                yield from _forms(each, situation)

    def _may_help(self, exception: ExceptionRule, situation: Situation, now: Result) -> bool:
        """Whether it is not sure yet that nothing better comes of it."""
        if needed_for(situation, exception):
            return True
        return any(judge(each).better_than(now) is not Truth.NO for each in _forms(exception, situation))

    def _turns_nothing(self, exception: ExceptionRule, situation: Situation) -> bool:
        """Whether it is sure already that setting its criteria aside changes neither the outcome nor an amount."""
        rules = situation.ruleset
        members = [name for name in exception.criteria if not rules.criteria[name].per]
        if exception.replaces or exception.becomes or len(members) < len(exception.criteria):
            return False
        if hangs_on(rules, frozenset(members)) & set(amounts_of(rules)):
            return False
        known = [name for name in members if situation.verdict(name).known]
        if len(known) < len(members):
            return False
        parts = [part for size in range(1, len(known) + 1) for part in combinations(known, size)]
        before = standing(situation)
        return Truth.UNKNOWN not in before.values() and all(
            standing(situation.flipped(part)) == before for part in parts
        )


def _forms(exception: ExceptionRule, situation: Situation) -> Iterator[Situation]:
    """The situation as one exception makes it, in each of its forms: one criterion aside, or some together."""
    if exception.replaces or exception.becomes:
        yield as_excepted(situation, [exception], _WHERE_ALLOWED)
        return
    may = allowed_members(situation, exception, _WHERE_ALLOWED)
    members = [name for name in atoms(situation) if name in may]
    sizes = range(1, len(members) + 1) if len(members) <= TRY_ALL else (len(members),)
    yield from (situation.flipped(part) for size in sizes for part in combinations(members, size))
