"""The days at which a step of the reference date can matter, and the rules on each of them.

Three sorts. A limit of the day itself ("before 1 November"): the days at and just after it. A term or an age, counted
to another fact: any day will do, as the other fact is sought with it. And the calendar: a day on which a norm changes
or another version of a building block begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk.basics.errors import ProblemsFound
from maatwerk.bench.edge import in_first_row
from maatwerk.criteria.members import RecordValues
from maatwerk.exploration.cells import compared_with, in_records
from maatwerk.exploration.space import Space
from maatwerk.exploration.turning import turning_points
from maatwerk.expressions.any_record import AnyRecord
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.names import names_in, parts
from maatwerk.expressions.tree import Call, Compare
from maatwerk.expressions.types import DATE
from maatwerk.expressions.values import Span
from maatwerk.loading.block_days import on_days
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Ruleset

_DAY = timedelta(days=1)
_TUESDAY = 1
_BY_YEAR = frozenset({"jaar", "eerste_dag_van_jaar", "eerste_dag_van_maand"})
_BY_WORKING_DAY = frozenset({"plus_werkdagen", "werkdag_op_of_na"})


@dataclass(frozen=True)
class Calendar:
    """The days of one ruleset. A day stands for the step on to it, from the day before."""

    ruleset: Ruleset

    @cached_property
    def _readings(self) -> tuple[Ruleset, ...]:
        """The rules with the building blocks of each stretch of days; up to a day on which one has no version."""
        found: list[Ruleset] = []
        day: date | None = self.ruleset.header.valid_from
        try:
            while day is not None and self._holds(day):
                found.append(on_days(self.ruleset, day, None))
                blocks = found[-1].blocks
                day = blocks.reference.until if blocks else None
        except ProblemsFound:  # no version of a building block from here on: no case either
            return tuple(found)
        return tuple(found)

    def rules(self, day: date) -> tuple[Ruleset, Ruleset] | None:
        """The rules on the day before and on the day; None where the step leaves the version."""
        found = [self._on(each) for each in (day - _DAY, day)] if self._holds(day) else []
        one, other = found or (None, None)
        return (one, other) if one and other else None

    def _on(self, day: date) -> Ruleset | None:
        return next((each for each in self._readings if each.blocks is None or each.blocks.reference.hold(day)), None)

    def _holds(self, day: date) -> bool:
        header = self.ruleset.header
        return header.valid_from <= day < (header.valid_until or date.max)

    @cached_property
    def changes(self) -> tuple[date, ...]:
        """The days on which a norm changes or another version of a building block begins."""
        starts = [each.blocks.reference.first for each in self._readings[1:] if each.blocks]
        later = (day for each in self._readings for day in Space.of(each).days[1:] if self._on(day) is each)
        return tuple(sorted({*later, *(each for each in starts if each)}))

    def any_days(self, rules: Iterable[Expression]) -> tuple[date, ...]:
        """Days for terms and ages: the second of each stretch without a change.

        And where what is computed goes by the year, the month or working days, a day on which that turns.
        """
        called = {node.function for each in rules for node, _ in parts(each.root) if isinstance(node, Call)}
        first = self.ruleset.header.valid_from
        days = [day + _DAY for day in (first, *self.changes)]
        days += [date(first.year + 1, 1, 1)] if called & _BY_YEAR else []
        days += [first + timedelta(days=(_TUESDAY - first.weekday()) % 7 + 8)] if called & _BY_WORKING_DAY else []
        return tuple(sorted({day for day in days if self.rules(day)} - set(self.changes)))

    def limits(self, rules: tuple[Expression, ...]) -> tuple[date, ...]:
        """The days at and just after each day with which the reference date is compared in these expressions."""
        day = list_and_field(self.ruleset.header.reference_date)[1]
        compared = {each for each in compared_with(self._nothing, day, rules) if isinstance(each, date)}
        turned = {each for each in self._turning if any(self._turns_alone(each, part) for part in rules)}
        found = {*compared, *(each + _DAY for each in compared if each < date.max), *turned}
        return tuple(sorted(each for each in found if each > date.min and self.rules(each)))

    @cached_property
    def _nothing(self) -> Situation:
        """Nothing is known, not even the day; where records are dated, there is one."""
        rules = self.ruleset
        of, field = list_and_field(rules.header.reference_date)
        bare = Space.of(rules).begin(rules.header.valid_from)[0].without(field)
        return bare.listed(of, RecordValues(({},))) if of else bare

    @cached_property
    def _turning(self) -> tuple[date, ...]:
        """Where a comparison turns that asks for nothing but the reference date, also where that is computed on."""
        header = self.ruleset.header
        span = Span(header.valid_from, header.valid_until - _DAY if header.valid_until else None)
        name = in_first_row(header.reference_date)
        return turning_points(name, span, DATE, (self._nothing,))

    def _turns_alone(self, day: date, rule: Expression) -> bool:
        before, after = (self._dated(each) for each in (day - _DAY, day))
        compared = [node for node, _ in parts(rule.root) if isinstance(node, Compare)]
        found = [(evaluate(each, before), evaluate(each, after)) for each in compared]
        return any(one.known and other.known and one != other for one, other in found)

    def _dated(self, day: date) -> AnyRecord | Situation:
        name = in_first_row(self.ruleset.header.reference_date)
        situation = self._nothing.given(name, Span.point(day))
        of, _ = list_and_field(self.ruleset.header.reference_date)
        return situation.in_record(of, 0) if of else AnyRecord(situation, in_records(self.ruleset), evaluate)  # type: ignore[return-value]

    def names_it(self, rules: Iterable[Expression]) -> bool:
        """Whether these expressions name the reference date themselves, not just norms that go by it."""
        day = list_and_field(self.ruleset.header.reference_date)[1]
        return any(day in names_in(each.root) for each in rules)
