"""Requirements that wait for each other: each must be met before the other, so nobody can meet either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.bench.analysis.look import Look


def for_each_other(look: Look) -> Iterator[Problem]:
    """M418: a circle of `wacht_op` within this ruleset, told once, at the criterion that stands first."""
    criteria = look.ruleset.criteria
    told: set[frozenset[str]] = set()
    for name in criteria:
        circle = _circle(look, name)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            yield problem("M418", criteria[name].place, warning=True, names=" → ".join((*circle, name)))


def _circle(look: Look, start: str) -> tuple[str, ...]:
    """The shortest way from a criterion back to itself; empty where there is none."""
    criteria = look.ruleset.criteria
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop(0)
        for following in criteria[path[-1]].waits_for:
            name = following.removeprefix(f"{look.ruleset.id}.")
            if name == start:
                return path
            if name in criteria and name not in seen:
                seen.add(name)
                waiting.append((*path, name))
    return ()
