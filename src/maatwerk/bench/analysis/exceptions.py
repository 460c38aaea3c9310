"""Exceptions that never apply or never help, and two that fit one case and give different results."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.bench.analysis.excepted import Excepted
from maatwerk.bench.analysis.look import told
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.bench.analysis.look import Look
    from maatwerk.criteria.situation import Situation


def without_use(look: Look) -> Iterator[Problem]:
    """M415: an exception that may never be used; M416: one that never gives a better outcome when it may."""
    for name, exception in look.ruleset.exceptions.items():
        may = Excepted(look.ruleset, (exception,))
        if look.case(name, may.allowed, [], may.needed).proved_none:
            yield problem("M415", exception.place, warning=True, name=name)
        elif look.case(name, may.helps, may.names, may.needed, applied=may.applied).proved_none:
            yield problem("M416", exception.place, warning=True, name=name)


def with_different_results(look: Look) -> Iterator[Problem]:
    """M417: two exceptions that may both be used in one case, and then give different outcomes or amounts."""
    for one, other in combinations(look.ruleset.exceptions.values(), 2):
        if other.name in one.not_with or one.name in other.not_with:
            continue
        pair = Excepted(look.ruleset, (one, other))
        goal, question = partial(_differ, pair), f"{one.name} + {other.name}"
        found = look.case(question, goal, pair.names, pair.needed, applied=pair.applied, share_of=100)
        if found.situations:
            then = [each.departure for each in pair.results(found.situations[0])]
            given = ", ".join(each.result.id for each in then if each)
            told_ = {"name": one.name, "other": other.name, "outcomes": given, "case": told(found)}
            yield problem("M417", other.place, warning=True, **told_)


def _differ(pair: Excepted, situation: Situation) -> Truth:
    """Whether both help, and not in the same way."""
    one, other = pair.results(situation)
    if any(not each.open and each.departure is None for each in (one, other)):
        return Truth.NO
    if one.departure is None or other.departure is None:
        return Truth.UNKNOWN
    first, second = one.departure.result, other.departure.result
    return Truth.of((first.id, first.euros) != (second.id, second.euros))
