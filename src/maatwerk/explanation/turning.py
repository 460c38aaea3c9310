"""The nearest values of one fact that turn a comparison: tried, not reasoned, so that what is told is really so.

Not `exploration.turning`: that cuts a stretch of values on the finest grid where an open comparison turns once. Here
all is known, and one fact moves from what it is now to the nearest value on either side that a person would write,
also where the answer turns and turns back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.criteria.situation import RecordSituation
from maatwerk.expressions.evaluate import evaluate, truth
from maatwerk.expressions.shortfall import shortfall
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Span, Truth, exactly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.criteria.situation import Situation
    from maatwerk.criteria.unresolved import Where
    from maatwerk.expressions.tree import Compare
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import Value

CENT = Fraction(1, 100)
UNITS = {"bedrag": CENT, "getal": Fraction(1), "percentage": Fraction(1, 1000), "tarief": CENT}
FINER = {"bedrag": CENT, "getal": CENT, "percentage": CENT / 100, "tarief": CENT / 10**6}
"""As fine as a case can write it, for a value that is no whole number of units."""
FURTHEST = 10**14  # units: no amount in a case has more than 12 digits before the comma
CENTURIES = 200 * 366  # days


@dataclass
class Turning:
    """One comparison seen from one fact: as many units up or down as it takes until the answer is another one."""

    situation: Situation
    comparison: Compare
    scope: Where
    fact: str
    type: Type
    tried: int = 0
    _now: Truth = field(init=False)

    def __post_init__(self) -> None:
        """See what the answer is now."""
        self._now = truth(self.comparison, self.scope)

    def values(self) -> Iterator[Value]:
        """The nearest value below and above that turn the comparison, as far as they are found."""
        if not self._now.known:
            return
        found = [steps for steps in dict.fromkeys(self._guesses()) if self._is_edge(steps)]
        if not found:
            found = [steps for way in (-1, 1) if (steps := self._searched(way))]
        for way in (-1, 1):
            nearest = min((steps for steps in found if steps * way > 0), key=abs, default=0)
            value = self._value(nearest)
            if nearest and value is not None:
                yield value

    def _guesses(self) -> Iterator[int]:
        """As far as the shortfall says, and where a straight line through what is so there crosses the limit."""
        missing = shortfall(self.comparison, self.scope, self._now.inverted()).alternatives
        distance = next((gap.distance for way in missing for gap in way), Fraction(0))
        if not distance:
            return
        first = math.ceil(distance / self._unit)
        for steps in (first, -first):
            yield from (steps - 1, steps, steps + 1)
            yield from self._straight(steps)

    def _straight(self, steps: int) -> Iterator[int]:
        here, there = self._difference(0), self._difference(steps)
        if here is None or there is None or here == there:
            return
        crossing = math.floor(-here * steps / (there - here))
        yield from (crossing - 1, crossing, crossing + 1, crossing + 2)

    def _searched(self, way: int) -> int:
        """Further and further until the answer turns, then back to the first that does; 0 when it does not."""
        last, reach = 0, CENTURIES if self.type.sort == "datum" else FURTHEST
        steps = 1
        while steps <= reach and self._value(steps * way) is not None:
            if self._turns(steps * way):
                return way * self._first(last, steps, way)
            last, steps = steps, steps * 2
        return 0

    def _first(self, before: int, after: int, way: int) -> int:
        while after - before > 1:
            between = (before + after) // 2
            before, after = (before, between) if self._turns(between * way) else (between, after)
        return after

    def _is_edge(self, steps: int) -> bool:
        nearer = steps - (1 if steps > 0 else -1)
        return steps != 0 and self._turns(steps) and not self._turns(nearer)

    def _turns(self, steps: int) -> bool:
        where = self._where(steps)
        return where is not None and truth(self.comparison, where) is self._now.inverted()

    def _difference(self, steps: int) -> Fraction | None:
        where = self._where(steps)
        if where is None:
            return None
        left, right = (exactly(evaluate(side, where)) for side in (self.comparison.left, self.comparison.right))
        if isinstance(left, date) and isinstance(right, date):
            return Fraction((left - right).days)
        return left - right if isinstance(left, Fraction) and isinstance(right, Fraction) else None

    def _where(self, steps: int) -> Where | None:
        """The same place in the situation with the fact so many units further; None where it cannot have that value."""
        value = self._value(steps)
        if value is None:
            return None
        self.tried += 1
        there = self.situation.given(self.fact, value)
        return there.in_record(self.scope.list, self.scope.number) if isinstance(self.scope, RecordSituation) else there

    def _value(self, steps: int) -> Value | None:
        now = exactly(self.situation_value)
        if isinstance(now, date):
            try:
                return Span.point(now + timedelta(days=steps))
            except OverflowError:
                return None
        if not isinstance(now, Fraction):
            return None
        value = now + steps * self._unit
        lowest = unknown_of(self.type)
        begins = lowest.low if isinstance(lowest, Span) else None
        return None if isinstance(begins, Fraction) and value < begins else Span.point(value)

    @property
    def situation_value(self) -> Value:
        """The value of the fact now."""
        return self.situation.value_at(self.fact)

    @property
    def _unit(self) -> Fraction:
        if self.type.sort == "datum":
            return Fraction(1)
        now = exactly(self.situation_value)
        unit = UNITS[self.type.sort]
        whole = isinstance(now, Fraction) and (now / unit).denominator == 1
        return unit if whole else FINER[self.type.sort]
