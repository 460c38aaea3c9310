"""Outcomes that no case gets, and the criteria that contradict each other and so make it that way."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.expressions.alternatives import clauses
from maatwerk.expressions.values import Truth, all_of
from maatwerk.outcome.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maatwerk.bench.analysis.look import Look
    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.alternatives import Clause

TOGETHER = (1, 2, 3)
"""So many verdicts of one way are tried for a contradiction; a larger one is told as the whole way."""


def never_given(look: Look) -> Iterator[Problem]:
    """M411: an outcome that no case gets; M412: which of its criteria can never go together."""
    for name, outcome in look.ruleset.outcomes.items():
        if not look.never(name, lambda situation, name=name: standing(situation)[name]):  # type: ignore[misc]
            continue
        yield problem("M411", outcome.place, warning=True, name=name)
        found = (_contradiction(look, name, way) for way in clauses(outcome.when.root))
        for names in dict.fromkeys(each for each in found if each):
            yield problem("M412", outcome.place, warning=True, names=names, outcome=name)


def _contradiction(look: Look, name: str, way: Clause) -> str:
    """The smallest part of a way of an outcome that no case has, in words; empty where there is none."""
    ordered = sorted(way)
    for size in TOGETHER:
        for part in combinations(ordered, size):
            if look.never(name, _all(part), [each for each, _ in part]):
                return ", ".join(f"{'wel' if met else 'niet'} {each}" for each, met in part)
    return ""


def _all(part: tuple[tuple[str, bool], ...]) -> Callable[[Situation], Truth]:
    def goal(situation: Situation) -> Truth:
        verdicts = ((situation.verdict(name), met) for name, met in part)
        return all_of(verdict if met else verdict.inverted() for verdict, met in verdicts)

    return goal
