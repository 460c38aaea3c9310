"""The facts that carry an adverse outcome: without one of them, the outcome or what decides it would be unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.askable import fact_asked, names_to_ask
from maatwerk.criteria.members import record_place
from maatwerk.expressions.unknown import unknown_of
from maatwerk.outcome.outcome import UNKNOWN, judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maatwerk.findings.view import View


def weighty_facts(view: View, doubted: Callable[[str], bool]) -> Iterator[str]:
    """Known facts whose blanking makes the outcome, its amount or the verdict of a decisive criterion unknown.

    Of those that are doubted only: blanking one means computing everything again.
    """
    names = sorted(names_to_ask(view.situation))
    return (name for name in names if _is_known(view, name) and doubted(name) and _weighs(view, name))


def _is_known(view: View, name: str) -> bool:
    place = record_place(name)
    if place is not None:
        return place.field in view.situation.lists[place.list].records[place.number]
    return name in view.situation.values


def _weighs(view: View, name: str) -> bool:
    if name not in view.weighed:
        view.weighed[name] = _carries(view, name)
    return view.weighed[name]


def _carries(view: View, name: str) -> bool:
    fact = fact_asked(view.situation.ruleset, name)
    if fact is None:
        return False
    blank = view.situation.given(name, unknown_of(fact.type))
    result = judge(blank)
    if result.id == UNKNOWN or (view.result.euros.known and not result.euros.known):
        return True
    members = {criterion for each in view.sets.values() for criterion in each.criteria}
    return any(not blank.verdict(criterion).known for criterion in members)
