"""Whether an exception of the ruleset may be used (`mag_als`): in the case, or in each record by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.unresolved import facts_needed
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from maatwerk.criteria.situation import RecordSituation, Situation
    from maatwerk.ruleset.model import ExceptionRule


def list_of(situation: Situation, exception: ExceptionRule) -> str:
    """The list in whose records the exception is asked: all criteria per record of one exception share it."""
    criteria = situation.ruleset.criteria
    return next((criteria[name].per for name in exception.criteria if criteria[name].per), "")


def _scopes(situation: Situation, exception: ExceptionRule) -> tuple[Situation | RecordSituation, ...]:
    name = list_of(situation, exception)
    if not name:
        return (situation,)
    found = situation.records(name)
    return tuple(situation.in_record(name, number) for number in range(len(found.scopes))) if found else ()


def allowed(situation: Situation, exception: ExceptionRule) -> Truth:
    """Yes when it may be used, for at least one record; unknown when it may still turn out so, or until when."""
    may = _may(situation, exception)
    return Truth.UNKNOWN if may is Truth.YES and end_to_ask(situation, exception) else may


def end_to_ask(situation: Situation, exception: ExceptionRule) -> frozenset[str]:
    """The unknown facts behind its last day (`tot`): nobody can use an exception of which the end is not known yet."""
    end = exception.until
    return frozenset() if end is None or isinstance(end, tuple) else facts_needed(situation, [end])


def _may(situation: Situation, exception: ExceptionRule) -> Truth:
    answers = [scope.test(exception.allowed_if) for scope in _scopes(situation, exception)]
    if Truth.YES in answers:
        return Truth.YES
    name = list_of(situation, exception)
    found = situation.records(name) if name else None
    unfinished = bool(name) and (found is None or not found.complete)
    return Truth.UNKNOWN if unfinished or Truth.UNKNOWN in answers else Truth.NO


def allowed_members(situation: Situation, exception: ExceptionRule, wanted: frozenset[Truth]) -> tuple[str, ...]:
    """What the exception may set aside: its criteria, and of those per record only records where the answer fits."""
    members = [member for name in exception.criteria for member in situation.members(name)]
    return tuple(each for each in members if _answer(situation, exception, each) in wanted)


def _answer(situation: Situation, exception: ExceptionRule, member: str) -> Truth:
    if "#" in member or not list_of(situation, exception):
        return situation.test_in(member, exception.allowed_if)
    return _may(situation, exception)


def needed_for(situation: Situation, exception: ExceptionRule) -> frozenset[str]:
    """The unknown facts on which `mag_als` and the end still depend, of every record; and the list while not whole."""
    name = list_of(situation, exception)
    found = situation.records(name) if name else None
    whole = frozenset({name}) if name and (found is None or not found.complete) else frozenset()
    end = end_to_ask(situation, exception)
    return whole.union(end, *(facts_needed(scope, [exception.allowed_if]) for scope in _scopes(situation, exception)))
