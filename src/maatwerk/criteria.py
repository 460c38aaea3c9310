"""Step 1: one case read against one ruleset. Every name of the ruleset has a value here, known or not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.types import DATE, YES_NO, Type
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import DateSpan, Span, Truth, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Norm, Ruleset

TODAY = "zaak_vandaag"
RECEIVED = "zaak_ontvangen"
PROCESS_FACTS: dict[str, Type] = {TODAY: DATE, RECEIVED: DATE}
"""Dates of the case itself that expressions may use; all other names come from the ruleset."""


class Situation:
    """The values of all names for one case. Never changed: `given` and `flipped` make another one.

    `values` holds the known facts; a fact that is missing is unknown. `flips` holds criteria whose verdict is taken
    as the opposite of what the rules say; everything computed from them follows. Implements `expressions.Scope`.
    """

    def __init__(
        self,
        ruleset: Ruleset,
        values: Mapping[str, Value],
        *,
        today: date,
        received: date | None = None,
        flips: Mapping[str, Truth] | None = None,
    ) -> None:
        """Take the ruleset, the known facts and the two dates of the case."""
        self.ruleset = ruleset
        self.values = dict(values)
        self.today = today
        self.received = received
        self.flips = dict(flips or {})
        self._known: dict[str, Value] = {}

    def value(self, name: str) -> Value:
        """The value of a fact, norm, calculation, criterion or date of the case."""
        if name not in self._known:
            self._known[name] = self._compute(name)
        return self._known[name]

    def _compute(self, name: str) -> Value:
        rules = self.ruleset
        if name in self.flips:
            return self.flips[name]
        if name in rules.facts:
            return self.values.get(name, unknown_of(rules.facts[name].type))
        if name in rules.norms:
            return norm_value(rules.norms[name], self.reference_date)
        if name == TODAY:
            return Span.point(self.today)
        if name == RECEIVED:
            return Span.point(self.received) if self.received else Span(None, None)
        expression = self.definition(name)
        if expression is None:
            raise KeyError(name)
        return evaluate(expression.root, self)

    def verdict(self, name: str) -> Truth:
        """Whether a criterion or yes/no calculation holds."""
        return self.holds(self.value(name))

    def test(self, expression: Expression | None) -> Truth:
        """Whether a yes/no expression holds; no expression = always."""
        return Truth.YES if expression is None else self.holds(evaluate(expression.root, self))

    @staticmethod
    def holds(value: Value) -> Truth:
        """A yes/no value; types were checked when the ruleset was read."""
        if not isinstance(value, Truth):
            raise TypeError(type(value).__name__)
        return value

    @property
    def reference_date(self) -> DateSpan:
        """The day whose norms count (`peildatum`). Not known: any day on which this version is in force."""
        header = self.ruleset.header
        value = self.values.get(header.reference_date)
        if isinstance(value, Span) and value.known:
            return value  # type: ignore[return-value]
        last = header.valid_until - timedelta(days=1) if header.valid_until else None
        return Span(header.valid_from, last)

    def norm_on(self, name: str, on: DateSpan) -> Value:
        """A norm on another day; the hull of its possible rows when that day is not known."""
        return norm_value(self.ruleset.norms[name], on)

    def type_of(self, name: str) -> Type:
        """The static type of a name."""
        rules = self.ruleset
        if name in rules.criteria:
            return YES_NO
        if name in PROCESS_FACTS:
            return PROCESS_FACTS[name]
        return (rules.facts.get(name) or rules.norms.get(name) or rules.calculations[name]).type

    def definition(self, name: str) -> Expression | None:
        """The expression behind a calculation or criterion; None for what is given."""
        if name in self.ruleset.criteria:
            return self.ruleset.criteria[name].requirement
        if name in self.ruleset.calculations:
            return self.ruleset.calculations[name].expression
        return None

    def is_norm(self, name: str) -> bool:
        """Whether a name is a dated norm."""
        return name in self.ruleset.norms

    def label(self, name: str, lang: str) -> str:
        """The words for a name: `noemt` of a calculation where it has one, else the name with spaces."""
        calculation = self.ruleset.calculations.get(name)
        if calculation and calculation.words:
            return calculation.words.in_language(lang)
        return name.replace("_", " ")

    def given(self, name: str, value: Value) -> Situation:
        """The same situation with one more fact known, or one fact made unknown (give its unknown value)."""
        return Situation(
            self.ruleset, {**self.values, name: value}, today=self.today, received=self.received, flips=self.flips
        )

    def flipped(self, names: Iterable[str]) -> Situation:
        """The same situation with the known verdicts of these criteria inverted."""
        flips = {name: self.verdict(name).inverted() for name in names}
        return Situation(
            self.ruleset, self.values, today=self.today, received=self.received, flips={**self.flips, **flips}
        )


def norm_value(norm: Norm, on: DateSpan) -> Value:
    """A norm on a day: the newest row that began by then. No row = unknown; a day not known = the hull of the rows."""
    rows = [
        row
        for number, row in enumerate(norm.rows)
        if (on.high is None or row.valid_from <= on.high) and not _ended(norm, number, on.low)
    ]
    before_first = on.low is None or not norm.rows or on.low < norm.rows[0].valid_from
    if not rows or before_first:
        return unknown_of(norm.type)
    ends = [row.value for row in rows]
    return Span(min(ends), max(ends))  # type: ignore[type-var, return-value]


def _ended(norm: Norm, number: int, first: date | None) -> bool:
    later = norm.rows[number + 1 : number + 2]
    return bool(first and later and later[0].valid_from <= first)
