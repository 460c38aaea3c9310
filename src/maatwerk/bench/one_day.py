"""What one day costs: the reference date steps over a limit, a term, an age, or on to a day with other norms.

The rest of the case stays as it is. Such a day is sought for each verdict that decides and names the reference date,
for the amounts that do, and for each day of the calendar on which the rules themselves change.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maatwerk.bench.analysis.look import amounts_of
from maatwerk.bench.calendar import Calendar
from maatwerk.bench.edge import Edge, Step, both, part_of_all, worth_names
from maatwerk.bench.turned import only_the_amount, others_turn, turns, without
from maatwerk.criteria.situation import PROCESS_FACTS
from maatwerk.criteria.support import behind
from maatwerk.exploration.budget import Budget
from maatwerk.exploration.cells import CUT
from maatwerk.exploration.space import Space
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Truth
from maatwerk.outcome.outcome import deciding_names
from maatwerk.ruleset.model import all_facts
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.bench.turned import Goal
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Ruleset


SHARE = 2
"""Of what one search among many may look at, one step of the reference date may look at so many parts less."""


@dataclass
class OneDay:
    """The steps of the reference date that lose much. `days`: those stepped on to; `settled`: all was searched.

    `found` has the steps over a limit, a term or an age, with the verdict that turns (empty: only the amount);
    `calendar` those on to a day on which the rules change.
    """

    ruleset: Ruleset
    budget: Budget
    found: list[tuple[str, Step]] = field(default_factory=list)
    calendar: list[Step] = field(default_factory=list)
    settled: bool = True
    _days: set[date] = field(default_factory=set)
    _spaces: dict[date, Space] = field(default_factory=dict)

    def run(self) -> OneDay:
        """Step on to each day that can matter."""
        days = Calendar(self.ruleset)
        for name in deciding_names(self.ruleset):
            for below, above in ((Truth.YES, Truth.NO), (Truth.NO, Truth.YES)):
                self._over(days, tuple(behind(self.ruleset, [name])), turns(name, below, above), name)
        self._over(days, self._amounts(), only_the_amount, "")
        for day in days.changes:
            self.calendar += self._steps(days, (day,), None, "")
        return self

    @property
    def days(self) -> tuple[date, ...]:
        """The days that were stepped on to, in order."""
        return tuple(sorted(self._days))

    def _over(self, days: Calendar, rules: tuple[Expression, ...], goal: Goal, name: str) -> None:
        """The limits of some expressions, each by itself; of a term or an age the day that costs most."""
        if not days.names_it(rules):
            return
        limits = days.limits(rules)
        at_once = tuple(each for each in days.any_days(rules) if each not in limits) if self._is_counted(rules) else ()
        for each in (*((day,) for day in limits), at_once):
            self.found += [(name, step) for step in self._steps(days, each, goal, name)]

    def _is_counted(self, rules: tuple[Expression, ...]) -> bool:
        """Whether another day or a number stands there too: a term, an age, a number of days."""
        named = {name for each in rules for name in names_in(each.root)}
        others = named - {list_and_field(self.ruleset.header.reference_date)[1]}
        counted = any(each.name in others for each in all_facts(self.ruleset) if each.type.sort in CUT)
        return counted or bool(named & PROCESS_FACTS.keys())

    def _steps(self, days: Calendar, on: tuple[date, ...], goal: Goal | None, name: str) -> list[Step]:
        """The step that costs most on one of these days; none where no step costs anything."""
        answers = [each for day in on if (each := self._step(days, day, goal, name))]
        largest = all(each.largest for each in answers)
        best = max((each for each in answers if each.case), key=lambda each: each.loss, default=None)
        self.settled = self.settled and (largest or best is not None)
        return [replace(best, largest=largest)] if best else []

    def _step(self, days: Calendar, day: date, goal: Goal | None, name: str) -> Step | None:
        if day not in self._spaces:
            rules = days.rules(day)
            if rules is None or not _alike(*rules):
                self.settled = False
                return None
            self._spaces[day] = Space(rules, (day,), frozenset(worth_names(rules[0])))
        self._days.add(day)
        budget = Budget(part_of_all() // SHARE, self.budget)  # for all rounds together: there may be many days
        edge = Edge(self._spaces[day], self.ruleset.header.reference_date, None, budget, goal, name)
        found = edge.highest()
        if not name or goal is None or not found.case:
            return found
        others = others_turn(self.ruleset, name)
        if others(found.case) is Truth.NO:
            return found
        alone = replace(edge, turns=both(goal, without(others))).highest()  # two limits on one day are told apart
        return alone if alone.case else found

    def _amounts(self) -> tuple[Expression, ...]:
        rules = self.ruleset
        own = tuple(each.amount for each in rules.outcomes.values() if each.amount)
        return (*own, *behind(rules, amounts_of(rules)))


def _alike(one: Ruleset, other: Ruleset) -> bool:
    """Whether two readings with other building blocks ask and decide by the same names."""
    names = worth_names(one) == worth_names(other) and list(one.outcomes) == list(other.outcomes)
    return one is other or (names and one.facts == other.facts)
