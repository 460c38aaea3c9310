"""Exceptions that never apply or never help, and two that fit one case and give different results."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.bench.analysis.look import amounts_of, told
from maatwerk.criteria.carrying import hangs_on
from maatwerk.exploration.search import open_facts
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Truth
from maatwerk.outcome.outcome import Result, deciding_names, judge
from maatwerk.outcome.standing import standing
from maatwerk.proposals.allowed import allowed, needed_for
from maatwerk.proposals.departure import depart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.bench.analysis.look import Look
    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.model import ExceptionRule, Ruleset


def without_use(look: Look) -> Iterator[Problem]:
    """M415: an exception that may never be used; M416: one that never gives a better outcome when it may."""
    for name, exception in look.ruleset.exceptions.items():
        may = _Pair(look.ruleset, (exception,))
        if look.case(name, may.allowed, [], may.needed).proved_none:
            yield problem("M415", exception.place, warning=True, name=name)
        elif look.case(name, may.helps, may.names, may.needed).proved_none:
            yield problem("M416", exception.place, warning=True, name=name)


def with_different_results(look: Look) -> Iterator[Problem]:
    """M417: two exceptions that may both be used in one case, and then give different outcomes or amounts."""
    for one, other in combinations(look.ruleset.exceptions.values(), 2):
        if other.name in one.not_with or one.name in other.not_with:
            continue
        pair = _Pair(look.ruleset, (one, other))
        found = look.case(f"{one.name} + {other.name}", pair.differ, pair.names, pair.needed, share_of=100)
        if found.situations:
            given = ", ".join(each.result.id for each in pair.results(found.situations[0]) if each.result)
            told_ = {"name": one.name, "other": other.name, "outcomes": given, "case": told(found)}
            yield problem("M417", other.place, warning=True, **told_)


@dataclass(frozen=True, slots=True)
class _Then:
    """What an exception gives in a case: a better result, or none (None); `open`: that is not known yet."""

    result: Result | None = None
    open: bool = False


@dataclass(frozen=True)
class _Pair:
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
        (then,) = self.results(situation)
        return Truth.UNKNOWN if then.open else Truth.of(then.result is not None)

    def differ(self, situation: Situation) -> Truth:
        """Whether both help, and not in the same way."""
        one, other = self.results(situation)
        if any(not each.open and each.result is None for each in (one, other)):
            return Truth.NO
        if one.result is None or other.result is None:
            return Truth.UNKNOWN
        return Truth.of((one.result.id, one.result.euros) != (other.result.id, other.result.euros))

    def results(self, situation: Situation) -> tuple[_Then, ...]:
        """What each exception gives by itself."""
        return tuple(self._then(each, situation) for each in self.exceptions)

    def _then(self, exception: ExceptionRule, situation: Situation) -> _Then:
        may = allowed(situation, exception)
        if may is Truth.NO or self._turns_nothing(exception, situation):
            return _Then()
        if may is Truth.UNKNOWN or Truth.UNKNOWN in standing(situation).values():
            return _Then(open=True)
        if any(open_facts(name, situation) for name in self.worth):
            return _Then(open=True)
        found = depart(situation, judge(situation), [exception], frozenset({Truth.YES}))
        return _Then(found.result if found else None)

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
