"""The facts that carry an adverse outcome: without one of them, the outcome or what decides it would be unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.unknown import unknown_of
from maatwerk.outcome import UNKNOWN, judge

if TYPE_CHECKING:
    from maatwerk.findings.view import View


def weighty_facts(view: View) -> tuple[str, ...]:
    """Known facts whose blanking makes the outcome, its amount or the verdict of a decisive criterion unknown."""
    return tuple(
        name for name in sorted(view.situation.values) if name in view.situation.ruleset.facts and _weighs(view, name)
    )


def _weighs(view: View, name: str) -> bool:
    blank = view.situation.given(name, unknown_of(view.situation.ruleset.facts[name].type))
    result = judge(blank)
    if result.id == UNKNOWN or (view.result.euros.known and not result.euros.known):
        return True
    members = {criterion for each in view.sets.values() for criterion in each.criteria}
    return any(not blank.verdict(criterion).known for criterion in members)
