"""Which criteria decide: the smallest sets whose flip gives a better outcome (D), and what each is worth."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from maatwerk.expressions.values import Truth
from maatwerk.outcome.alike import Alike
from maatwerk.outcome.outcome import UNKNOWN, judge

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence
    from fractions import Fraction

    from maatwerk.criteria.situation import Situation
    from maatwerk.outcome.outcome import Result

LARGEST = 3


@dataclass(frozen=True, slots=True)
class DecisiveSet:
    """A smallest set of criteria whose flip is better: `after` is the outcome then.

    `loss` = euros a year that the resident now misses (W). `recurs` = that money comes every period.
    """

    criteria: tuple[str, ...]
    loss: Fraction
    after: str
    recurs: bool


def decisive_sets(situation: Situation, now: Result) -> tuple[DecisiveSet, ...]:
    """All inclusion-minimal sets of at most three known criteria whose flip gives a known, better result.

    Every smaller part must be known to be not better: a part that cannot be judged yet makes the set wait.
    """
    found = _smallest(situation, now, lambda then: then.better_than(now))
    return tuple(decisive_set(situation, now, members, then) for members, then in found)


def decisive_set(situation: Situation, now: Result, members: tuple[str, ...], then: Result) -> DecisiveSet:
    """A set that decides, when `then` is the result of its flip."""
    return DecisiveSet(members, _euros(then) - _euros(now), then.id, _recurs(situation, now, then))


def carrying_sets(situation: Situation, now: Result) -> tuple[tuple[str, ...], ...]:
    """All inclusion-minimal sets of at most three known criteria whose flip gives a known, worse result."""

    def worse(then: Result) -> Truth:
        return Truth.NO if then.outcomes.stuck else now.better_than(then)

    return tuple(members for members, _ in _smallest(situation, now, worse))


def _smallest(
    situation: Situation, now: Result, wanted: Callable[[Result], Truth]
) -> Iterator[tuple[tuple[str, ...], Result]]:
    """The smallest sets whose flip gives a wanted result, each with that result."""
    if now.id == UNKNOWN:
        return
    settled: list[frozenset[str]] = []
    judged: dict[Hashable, Result] = {}
    alike = Alike(situation)
    for members in _candidates(situation, settled):
        if any(part <= set(members) for part in settled):
            continue
        effect = alike.effect(members)
        then = judged[effect] = judged.get(effect) or judge(situation.flipped(members))
        answer = wanted(then)
        if answer is not Truth.NO:
            settled.append(frozenset(members))
        if answer is Truth.YES:
            yield members, then


def _candidates(situation: Situation, settled: Sequence[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """Sets from small to large, then groups. What is settled by itself, meanwhile, is in no larger set."""
    names = atoms(situation)
    yield from ((name,) for name in names)
    open_names = [name for name in names if frozenset({name}) not in settled]
    for size in range(2, LARGEST + 1):
        yield from combinations(open_names, size)
    yield from _groups(situation)


def atoms(situation: Situation) -> tuple[str, ...]:
    """What may be flipped, by name: known criteria, each record by itself (`name#2`), except a `kenmerk`."""
    criteria = situation.ruleset.criteria
    flippable = [name for name in sorted(criteria) if criteria[name].kind != "kenmerk"]
    every = (member for name in flippable for member in situation.members(name))
    return tuple(member for member in every if situation.verdict(member).known)


def _groups(situation: Situation) -> Iterator[tuple[str, ...]]:
    """Of each criterion per record: all records where it is met, and all where it is not, as one atom."""
    criteria = situation.ruleset.criteria
    for name in sorted(criteria):
        if criteria[name].per and criteria[name].kind != "kenmerk":
            members = situation.members(name)
            for verdict in (Truth.YES, Truth.NO):
                alike = tuple(each for each in members if situation.verdict(each) is verdict)
                if len(alike) > LARGEST:
                    yield alike


def _recurs(situation: Situation, *results: Result) -> bool:
    types = [situation.ruleset.outcomes[result.id].amount_type for result in results]
    return any(each is not None and bool(each.unit) for each in types)


def _euros(result: Result) -> Fraction:
    if result.euros.low is None:  # better_than was known, so this is a point
        raise ValueError(result.id)
    return result.euros.low
