"""One limit of one fact: the case in which the smallest step over it makes the largest difference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from maatwerk.basics.bounds import bounds
from maatwerk.bench.analysis.look import amounts_of
from maatwerk.criteria.members import RecordValues
from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import value_at
from maatwerk.expressions.values import NumberSpan, Span, Truth
from maatwerk.outcome.outcome import deciding_names, judge
from maatwerk.outcome.standing import standing
from maatwerk.outcome.worth import apart, worth

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations, Space
    from maatwerk.ruleset.model import Ruleset

LEAST = Fraction(1)
"""A step that makes less difference than this (euros a year) is no cliff."""
STEEP = 3
"""A jump is more than so many times the step before it, and the one after it."""
ROUNDS = 6
"""So often a case with a larger difference is sought."""


def worth_names(ruleset: Ruleset) -> tuple[str, ...]:
    """All that a case is worth hangs on: what decides the outcome, and what is paid or asked back."""
    return (*deciding_names(ruleset), *amounts_of(ruleset))


@dataclass(frozen=True, slots=True)
class Step:
    """The case on both sides (empty: no step makes a difference), what lies between them in euros a year.

    `largest`: it is proved that no case has a larger difference.
    """

    case: tuple[Situation, ...]
    loss: Fraction
    largest: bool


@dataclass(frozen=True)
class Edge:
    """A limit of a fact or field (`list.field`), with the values below and above it. The space holds the rules twice.

    `sides` of None: the fact is the reference date, and steps from the day before each day of the space on to that day.
    `turns`: what must turn as well, where not just any step counts; it looks at the name `first`, if at any.
    """

    space: Space
    name: str
    sides: tuple[Any, Any] | None
    budget: Budget
    turns: Callable[[Situations], Truth] | None = None
    first: str = ""

    def highest(self) -> Step:
        """The case in which the step makes the largest difference that was found."""
        found: tuple[Situation, ...] = ()
        loss = LEAST
        for _ in range(ROUNDS):
            goal = self._goal(_further_apart(loss) if found else _differ)
            budget = Budget(part_of_all(), self.budget)
            answer = search(self.space, goal, names=self._names(), start=self._start, closed=True, budget=budget)
            if answer.situations is None:
                jumps = bool(found) and is_jump(found, self.name)
                return Step(found if jumps else (), loss if jumps else Fraction(0), answer.proved_none)
            found, loss = answer.situations, apart(*(worth(each) for each in answer.situations))[0]
        return Step(found, loss, largest=False)

    def _goal(self, differs: Callable[[Situations], Truth]) -> Callable[[Situations], Truth]:
        return differs if self.turns is None else both(self.turns, differs)

    def _names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each for each in (self.first, *worth_names(self.space.rulesets[0])) if each))

    def _start(self, at: Situations) -> Situations:
        """The same case twice, with the fact on either side; a field in a list of one row."""
        of, _, field = self.name.partition(".")
        whole = tuple(each.listed(of, RecordValues(({},))) if field else each for each in at)
        values = self.sides or (at[0].today - timedelta(days=1), at[0].today)
        return tuple(moved(each, self.name, value) for each, value in zip(whole, values, strict=True))


def both(one: Callable[[Situations], Truth], other: Callable[[Situations], Truth]) -> Callable[[Situations], Truth]:
    """The goal that both goals are reached."""

    def goal(at: Situations) -> Truth:
        first = one(at)
        if first is Truth.NO:
            return first
        second = other(at)
        return second if first is Truth.YES or second is Truth.NO else Truth.UNKNOWN

    return goal


def moved(situation: Situation, name: str, value: Any) -> Situation:  # noqa: ANN401 - a number or a day
    """The same case with another value of a fact, or of a field (`list.field`) in the first row of its list."""
    return situation.given(in_first_row(name), Span(value, value))


def in_first_row(name: str) -> str:
    """A field `giften.bedrag` as it stands in the first row: `giften[1].bedrag`; a fact of the case is itself."""
    of, _, field = name.partition(".")
    return f"{of}[1].{field}" if field else name


def is_jump(case: tuple[Situation, ...], name: str) -> bool:
    """Whether a step makes more difference than those beside it: a rule that takes a share of each euro does not.

    A step beside it that goes the other way does not count: there another rule turns. Where no money is involved,
    another kind of outcome is a jump.
    """
    below, above = case
    loss = apart(worth(below), worth(above))[0]
    if not loss:
        return judge(below).rank != judge(above).rank
    values: list[Any] = [value_at((each,), in_first_row(name)) for each in case]
    one = values[1].low - values[0].low
    before, after = moved(below, name, values[0].low - one), moved(above, name, values[1].low + one)
    way = 1 if _gain(below, above) > 0 else -1
    beside = max(way * _gain(before, below), way * _gain(above, after))
    return loss >= LEAST and loss > STEEP * beside


def falls(case: tuple[Situation, ...]) -> bool:
    """Whether the first side is at least as good as the second: its kind of outcome, then what it is worth."""
    one, other = (judge(each) for each in case)
    return (one.rank, one.euros.low or 0) >= (other.rank, other.euros.low or 0)


def _gain(one: Situation, other: Situation) -> Fraction:
    """What the second is worth more than the first, at least; nothing where that is not known."""
    least, most = worth(other).low, worth(one).high
    return Fraction(0) if least is None or most is None else least - most


def part_of_all() -> int:
    """How many places one search among many may look at."""
    return bounds().analysis_places // 20


def _further_apart(loss: Fraction) -> Callable[[Situations], Truth]:
    """The goal that the amounts on both sides lie further apart than this."""

    def goal(at: Situations) -> Truth:
        return beyond(loss, *(worth(each) for each in at))

    return goal


def beyond(loss: Fraction, one: NumberSpan, other: NumberSpan) -> Truth:
    """Whether two amounts lie further apart than this."""
    least, most = apart(one, other)
    if least > loss:
        return Truth.YES
    return Truth.UNKNOWN if most is None or most > loss else Truth.NO


def _differ(at: Situations) -> Truth:
    """The goal that both sides get another outcome, or amounts that lie `LEAST` apart."""
    below, above = stands = [standing(each) for each in at]
    if any(Truth.UNKNOWN not in (below[each], above[each]) and below[each] is not above[each] for each in below):
        return Truth.YES
    amounts = beyond(LEAST, *(worth(each, found) for each, found in zip(at, stands, strict=True)))
    if amounts is Truth.NO and Truth.UNKNOWN in (*below.values(), *above.values()):
        return Truth.UNKNOWN
    return amounts
