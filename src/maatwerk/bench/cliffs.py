"""Cliffs: limits at which one cent, one day or one more loses much at once. The lesson of all-or-nothing rules.

For every limit of a fact the case is sought in which the smallest step over it costs most: the same case twice, with
the fact on one side of the limit and on the other. A rule that takes a euro for every euro has no cliff.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from maatwerk.basics.bounds import bounds
from maatwerk.bench.computed import computed_steps
from maatwerk.bench.edge import Edge, Step, falls, in_first_row, worth_names
from maatwerk.bench.one_day import OneDay
from maatwerk.exploration.budget import Budget
from maatwerk.exploration.cells import step
from maatwerk.exploration.space import Space, value_at
from maatwerk.exploration.witness import in_words
from maatwerk.outcome.outcome import judge
from maatwerk.ruleset.cells import write_value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.model import Fact, Ruleset


@dataclass(frozen=True, slots=True)
class Cliff:
    """One limit of a fact with what the smallest step over it costs.

    `better` and `worse` are the values on both sides as written, `step` their difference (`in_days`: a number of
    days), `more`: more of it, or later, is worse. `loss` is in euros a year (`recurs`: money that comes every period);
    `outcomes` (better, worse) and `criteria` say what turns; `case` the rest of the case in words. `largest`: it is
    proved that no case loses more at this limit. `calendar`: no limit, but a day on which the rules themselves change:
    another value of a norm, another version of a building block. `same_as`: the day with which the reference date is
    compared, where that has the same cliff.
    """

    fact: str
    better: str
    worse: str
    step: str
    in_days: bool
    more: bool
    loss: Fraction
    recurs: bool
    outcomes: tuple[str, str]
    criteria: tuple[str, ...]
    case: str
    largest: bool
    calendar: bool = False
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Cliffs:
    """All cliffs, highest first. `even`: facts with limits whose steps are proved to cost nothing; `open`: not proved.

    Of a fact without a limit of its own (a part of a sum) one case is tried. `days`: the reference dates that count.
    `stepped`: the days on to which the reference date itself (`reference_date`) stepped, from the day before.
    """

    found: tuple[Cliff, ...]
    even: tuple[str, ...]
    open: tuple[str, ...]
    days: tuple[date, ...]
    reference_date: str
    stepped: tuple[date, ...]


def cliffs(ruleset: Ruleset) -> Cliffs:
    """The limits of a ruleset at which the smallest step loses € 1 a year or more, or gives a lesser outcome."""
    space = Space.of(ruleset, ruleset, about=worth_names(ruleset))
    budget = Budget(2 * bounds().analysis_places)
    found: list[Cliff] = []
    even: list[str] = []
    undecided: list[str] = []
    for name, points in space.limits().items():
        if not points or name == ruleset.header.reference_date:
            continue
        sides = [side for point in points for side in _sides(point, _fact(ruleset, name))]
        answers = [Edge(space, name, each, budget).highest() for each in dict.fromkeys(sides)]
        jumps = [_told(name, each) for each in answers if each.case]
        found += jumps
        if not jumps:
            (even if all(each.largest for each in answers) else undecided).append(name)
    own = frozenset(name for name, points in space.limits().items() if points)
    by_day = OneDay(ruleset, Budget(bounds().analysis_places // 4)).run()
    found += [_told(name, each) for name, each in computed_steps(ruleset, own, by_day.found, budget)]
    found += list(_by_day(by_day, found))
    if not by_day.settled:
        undecided.append(ruleset.header.reference_date)
    in_order = sorted(found, key=lambda each: (-each.loss, each.fact))
    return Cliffs(
        tuple(in_order), tuple(even), tuple(undecided), space.days, ruleset.header.reference_date, by_day.days
    )


def _by_day(days: OneDay, others: list[Cliff]) -> Iterator[Cliff]:
    """The cliffs of the reference date. A term has two days: the other one has the same cliff, the other way."""
    name = days.ruleset.header.reference_date
    told = sorted((_told(name, each) for _, each in days.found), key=lambda each: each.loss)
    for cliff in {(each.better, each.criteria, each.outcomes): each for each in told}.values():
        same = (each.fact for each in others if each.in_days and each.more is not cliff.more and _alike(each, cliff))
        yield replace(cliff, same_as=next(same, ""))
    yield from (replace(_told(name, each), calendar=True) for each in days.calendar)


def _alike(one: Cliff, other: Cliff) -> bool:
    return (one.criteria, one.outcomes, one.loss) == (other.criteria, other.outcomes, other.loss)


def _fact(ruleset: Ruleset, name: str) -> Fact:
    of, _, field = name.partition(".")
    return ruleset.lists[of].fields[field] if field else ruleset.facts[name]


def _sides(point: Any, fact: Fact) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - a number or a day
    """The two smallest steps at a limit: up to it, and over it."""
    below, above = step(point, fact.type, -1), step(point, fact.type, 1)
    if fact.type.below_zero or fact.type.sort == "datum" or below >= 0:
        yield below, point
    yield point, above


def _told(name: str, edge: Step) -> Cliff:
    """A step over a limit, with the better side first."""
    below, above = edge.case
    better, worse = (below, above) if falls(edge.case) else (above, below)
    fact = _fact(below.ruleset, name)
    values = [_value(each, name) for each in (better, worse)]
    ids = (judge(better).id, judge(worse).id)
    types = [below.ruleset.outcomes[each].amount_type for each in ids if each in below.ruleset.outcomes]
    return Cliff(
        fact=name,
        better=write_value(values[0], fact.type),
        worse=write_value(values[1], fact.type),
        step=_step_between(values[0], values[1], fact),
        in_days=fact.type.sort == "datum",
        more=values[1] > values[0],
        loss=edge.loss,
        recurs=any(each is not None and bool(each.unit) for each in types),
        outcomes=ids,
        criteria=tuple(_turned(better, worse)),
        case=_rest(better, name),
        largest=edge.largest,
    )


def _value(situation: Situation, name: str) -> Any:  # noqa: ANN401 - a number or a day
    value: Any = value_at((situation,), in_first_row(name))
    return value.low


def _step_between(one: Any, other: Any, fact: Fact) -> str:  # noqa: ANN401 - numbers or days
    if isinstance(one, date):
        return str(abs((other - one).days))
    return write_value(abs(other - one), fact.type)


def _turned(better: Situation, worse: Situation) -> Iterator[str]:
    """The criteria of the case that get another verdict."""
    names = (name for name, each in better.ruleset.criteria.items() if not each.per)
    yield from (name for name in names if better.verdict(name) is not worse.verdict(name))


def _rest(situation: Situation, name: str) -> str:
    """The case without the fact that steps; of a list the whole row is told."""
    if "." in name:
        return in_words(situation)
    return in_words(situation.without(name))
