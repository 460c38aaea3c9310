"""Criteria that wait for each other (`wacht_op`): nobody can meet one of them first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.members import split
from maatwerk.criteria.unresolved import unresolved_member
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from maatwerk.findings.view import View


def waits_in_a_circle(view: View, member: str) -> Truth:
    """Whether a member waits, by way of criteria that are not met, for itself; unknown while that may still be so."""
    if view.situation.verdict(member) is not Truth.NO:
        return Truth.NO
    if member in _awaited(view, member, (Truth.NO,)):
        return Truth.YES
    return Truth.UNKNOWN if member in _awaited(view, member, (Truth.NO, Truth.UNKNOWN)) else Truth.NO


def facts_of_circle(view: View, member: str) -> frozenset[str]:
    """The unknown facts behind criteria that may close the circle."""
    if waits_in_a_circle(view, member) is not Truth.UNKNOWN:
        return frozenset()
    on_the_way = [each for each in _awaited(view, member, (Truth.NO, Truth.UNKNOWN)) if _leads_to(view, each, member)]
    return frozenset().union(*(unresolved_member(each, view.situation) for each in on_the_way))


def awaited_in_circle(view: View, member: str) -> tuple[str, ...]:
    """What a member in a circle waits for first: the members on that circle, itself left out."""
    first = _next(view, member, (Truth.NO,))
    return tuple(each for each in first if each != member and member in _awaited(view, each, (Truth.NO,)))


def _leads_to(view: View, start: str, goal: str) -> bool:
    return goal in _awaited(view, start, (Truth.NO, Truth.UNKNOWN))


def _awaited(view: View, member: str, verdicts: tuple[Truth, ...]) -> tuple[str, ...]:
    """Everything that a member waits for, step by step, along criteria with one of these verdicts."""
    found: dict[str, None] = {}
    ahead = [member]
    while ahead:
        fresh = [each for each in _next(view, ahead.pop(), verdicts) if each not in found]
        found.update(dict.fromkeys(fresh))
        ahead += fresh
    return tuple(found)


def _next(view: View, member: str, verdicts: tuple[Truth, ...]) -> tuple[str, ...]:
    """What a member waits for itself; a criterion of another ruleset is not known here, so it is left out."""
    criteria = view.situation.ruleset.criteria
    names = (name for name in view.criterion(member).waits_for if name in criteria)
    every = (each for name in names for each in _beside(view, member, name))
    return tuple(each for each in every if view.situation.verdict(each) in verdicts)


def _beside(view: View, member: str, name: str) -> tuple[str, ...]:
    """A criterion that is waited for: in the same record where both stand in one, else wherever it stands."""
    number = split(member)[1]
    if number is not None and view.situation.ruleset.criteria[name].per == view.criterion(member).per:
        return (f"{name}#{number + 1}",)
    return view.situation.members(name)
