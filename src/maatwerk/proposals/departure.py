"""What an exception does: set criteria aside, compute a name otherwise (`vervang`), give another outcome (`wordt`)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from maatwerk.criteria.members import split, stands_in
from maatwerk.expressions.values import Truth
from maatwerk.outcome.decisive import atoms
from maatwerk.outcome.outcome import judge
from maatwerk.proposals.allowed import allowed_members, list_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.tree import Expression
    from maatwerk.outcome.outcome import Result
    from maatwerk.ruleset.model import ExceptionRule

TRY_ALL = 6
"""Up to this many criteria every part is tried; above it the whole, and then what can be left out of it."""


@dataclass(frozen=True, eq=False)
class Departure:
    """The members that lose their verdict, the situation then, and its outcome: better than what the rules give."""

    members: tuple[str, ...]
    after: Situation
    result: Result


def go_together(exceptions: Sequence[ExceptionRule]) -> bool:
    """Not when two compute the same name differently, or give two different outcomes."""
    meanings: dict[str, set[object]] = {}
    for each in exceptions:
        for name, expression in each.replaces:
            meanings.setdefault(name, set()).add(expression)
    outcomes = {each.becomes for each in exceptions if each.becomes}
    return len(outcomes) <= 1 and all(len(each) == 1 for each in meanings.values())


def depart(
    situation: Situation, now: Result, exceptions: Sequence[ExceptionRule], wanted: frozenset[Truth]
) -> Departure | None:
    """These exceptions together, in the smallest form that is best for the resident; None when they do not help.

    `wanted`: which answers to `mag_als` count as allowed.
    """
    changed = as_excepted(situation, exceptions, wanted)
    aside = [each for each in exceptions if not each.replaces and not each.becomes]
    names = {member for each in aside for member in allowed_members(situation, each, wanted)}
    members, after, result = best_departure(changed, now, sorted(names & set(atoms(changed))))
    if result.better_than(now) is not Truth.YES:
        return None
    replaced = [each for each in exceptions if each.replaces]
    turned = [name for each in replaced for name in _turned(situation, after, each)]
    forced = [name for each in exceptions if each.becomes for name in allowed_members(situation, each, wanted)]
    return Departure(tuple(dict.fromkeys((*members, *turned, *forced))), after, result)


def as_excepted(situation: Situation, exceptions: Sequence[ExceptionRule], wanted: frozenset[Truth]) -> Situation:
    """The situation with what these exceptions compute otherwise, or the outcome that they give."""
    replaced = {name: new for each in exceptions for name, new in _replacements(situation, each, wanted)}
    changed = situation.replacing(replaced) if replaced else situation
    outcome = next((each.becomes for each in exceptions if each.becomes), "")
    return changed.becoming(outcome) if outcome else changed


def _replacements(
    situation: Situation, exception: ExceptionRule, wanted: frozenset[Truth]
) -> Iterator[tuple[str, Expression]]:
    """What is computed otherwise: what stands in a record only in the records where the exception may be used."""
    name = list_of(situation, exception)
    numbers = dict.fromkeys(split(each)[1] for each in allowed_members(situation, exception, wanted))
    for replaced, expression in exception.replaces:
        if name and stands_in(situation.ruleset, name, replaced):
            yield from ((f"{replaced}#{number + 1}", expression) for number in numbers if number is not None)
        else:
            yield replaced, expression


def _turned(before: Situation, after: Situation, exception: ExceptionRule) -> list[str]:
    """The members of `op` whose verdict changes by a replacement."""
    members = [member for name in exception.criteria for member in before.members(name)]
    return [each for each in members if before.verdict(each) is not after.verdict(each)]


def best_departure(
    situation: Situation, now: Result, members: Sequence[str]
) -> tuple[tuple[str, ...], Situation, Result]:
    """The smallest part of these members whose flip is best, the situation then and its outcome.

    No part is better than leaving all as it is: an empty tuple, with the situation as it is.
    """
    if len(members) > TRY_ALL:
        return _thinned(situation, now, tuple(members))
    best: tuple[tuple[str, ...], Situation, Result] = ((), situation, judge(situation))
    for size in range(1, len(members) + 1):
        for part in combinations(members, size):
            best = _better(best, situation, now, part)
    return best


def _better(
    best: tuple[tuple[str, ...], Situation, Result], situation: Situation, now: Result, part: tuple[str, ...]
) -> tuple[tuple[str, ...], Situation, Result]:
    after = situation.flipped(part)
    result = judge(after)
    beats = result.better_than(now) is Truth.YES and result.better_than(best[2]) is Truth.YES
    return (part, after, result) if beats else best


def _thinned(situation: Situation, now: Result, members: tuple[str, ...]) -> tuple[tuple[str, ...], Situation, Result]:
    """All members at once, then without each one that makes no difference to the result."""
    best = _better(((), situation, judge(situation)), situation, now, members)
    for member in members:
        if len(best[0]) > 1:
            part = tuple(each for each in best[0] if each != member)
            after = situation.flipped(part)
            result = judge(after)
            if best[2].better_than(result) is Truth.NO and result.better_than(now) is Truth.YES:
                best = (part, after, result)
    return best
