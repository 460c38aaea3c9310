"""An honest no, in one of four kinds. Never "no exception is possible": courts have set aside bound rules too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maatwerk.criteria.members import criterion_of
from maatwerk.expressions.alternatives import clauses
from maatwerk.expressions.values import Truth
from maatwerk.proposals.own import undecided_exceptions

if TYPE_CHECKING:
    from maatwerk.findings.view import View
    from maatwerk.proposals.grounds import Grounds

NoRoomKind = Literal["niet_aan_ons", "wet_verbiedt", "feiten_ontbreken", "gewogen_nee"]


def sets_for_no_room(view: View) -> dict[str, tuple[str, ...]]:
    """D; when it is empty, each unmet criterion alone."""
    if view.sets:
        return {name: each.criteria for name, each in view.sets.items()}
    return {f"u{number}": (name,) for number, name in enumerate(unmet(view))}


def unmet(view: View) -> tuple[str, ...]:
    """The criteria known not to be met."""
    situation = view.situation
    every = (member for name in sorted(situation.ruleset.criteria) for member in situation.members(name))
    return tuple(member for member in every if situation.verdict(member) is Truth.NO)


def kind_of_no(view: View, grounds: Grounds) -> NoRoomKind:
    """Which no it is; the kinds are tried in this order."""
    if view.outcome is not None and view.outcome.kind == "doorzenden":
        return "niet_aan_ons"
    if forbidding(view, grounds):
        return "wet_verbiedt"
    return "feiten_ontbreken" if _waits_for_facts(view, grounds) else "gewogen_nee"


def forbidding(view: View, grounds: Grounds) -> tuple[str, ...]:
    """The unmet criteria without a fitting ground that leave no room: named in the outcome, or one in every set."""
    named = {name for clause in clauses(view.outcome.when.root) for name, _ in clause} if view.outcome else set()
    named_and_bound = tuple(name for name in unmet(view) if name in named and _bound(view, grounds, name))
    if named_and_bound:
        return named_and_bound
    bound = [{name for name in each if _bound(view, grounds, name)} for each in sets_for_no_room(view).values()]
    return tuple(sorted(set().union(*bound))) if all(bound) else ()


def _bound(view: View, grounds: Grounds, criterion: str) -> bool:
    """Whether no ground fits; a judgement (`ruimte: oordeel`) is itself the weighing, so it never binds."""
    return not grounds.has_ground(criterion) and view.criterion(criterion).room != "oordeel"


def _waits_for_facts(view: View, grounds: Grounds) -> bool:
    undecided = undecided_exceptions(view)
    if view.sets:
        return bool(undecided)
    open_members = {
        criterion_of(member)
        for key, members in sets_for_no_room(view).items()
        if not grounds.stuck(key)
        for member in members
    }
    return any(open_members & set(each.criteria) for each in undecided)
