"""Criteria that say nothing: always met, never met, or met or not without any difference to the outcome."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from maatwerk.basics.problems import Problem, problem
from maatwerk.criteria.carrying import hangs_on
from maatwerk.exploration.search import open_facts
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Truth
from maatwerk.outcome.outcome import deciding_names
from maatwerk.outcome.standing import standing
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.model import ExceptionRule, Ground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maatwerk.bench.analysis.look import Look
    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.kinds import Kind
    from maatwerk.ruleset.model import Ruleset


def that_say_nothing(look: Look) -> Iterator[Problem]:
    """M413: a criterion that every case meets; M414: one that no case meets; M404: one that can be left out.

    M404 means: taken as met, or as not met, in every case, no outcome changes. Such as below 120 % where below 110 %
    is required too, or a criterion that stands in no `als` at all.
    """
    for name, criterion in look.ruleset.criteria.items():
        code = _fault(look, name) if look.own(name) else ""
        if code:
            yield problem(code, criterion.place, warning=True, name=name)


def _fault(look: Look, name: str) -> str:
    per_record = bool(look.ruleset.criteria[name].per)
    if not per_record and (code := _always(look, name)):
        return code
    if _stands_nowhere(look.ruleset, name):
        return "M404"
    return "" if per_record or name not in deciding_names(look.ruleset) else _without_effect(look, name)


def _stands_nowhere(ruleset: Ruleset, name: str) -> bool:
    """Whether nothing but what sets it aside (`op`) names a criterion, or anything that is computed from it."""
    hanging = hangs_on(ruleset, frozenset({name}))
    others = ((kind, item) for kind in KINDS.values() for of, item in kind.items(ruleset).items() if of not in hanging)
    return not any(hanging & _named(kind, item) for kind, item in others)


def _named(kind: Kind, item: Any) -> set[str]:  # noqa: ANN401 - an item of this kind
    found = set(kind.references(item)).union(*(names_in(each.root) for _, each in kind.expressions(item)))
    return found - set(item.criteria) if isinstance(item, ExceptionRule | Ground) else found


def _always(look: Look, name: str) -> str:
    for code, other in (("M413", Truth.NO), ("M414", Truth.YES)):
        if look.never(name, look.is_verdict(name, other), [name]):
            return code
    return ""


def _without_effect(look: Look, name: str) -> str:
    names = [name, *(each for each in deciding_names(look.ruleset) if each != name)]
    for taken in (Truth.YES, Truth.NO):
        goal, behind = changes_taken_as(name, taken), partial(open_when_turned, name)
        if look.case(name, goal, names, behind, closed=stands_alone(look.ruleset, name)).proved_none:
            return "M404"
    return ""


def stands_alone(ruleset: Ruleset, name: str) -> bool:
    """Whether nothing that decides is computed from a criterion: then turning it turns nothing else."""
    return not (hangs_on(ruleset, frozenset({name})) - {name}) & set(deciding_names(ruleset))


def changes_taken_as(name: str, taken: Truth) -> Callable[[Situation], Truth]:
    """The goal that taking a criterion as met (or not met) in every case gives this case another outcome."""

    def goal(situation: Situation) -> Truth:
        verdict = situation.verdict(name)
        if verdict is Truth.UNKNOWN or verdict is taken:
            return Truth.UNKNOWN if verdict is Truth.UNKNOWN else Truth.NO
        before, after = standing(situation), standing(situation.flipped([name]))
        if any(Truth.UNKNOWN not in (before[each], after[each]) and before[each] is not after[each] for each in before):
            return Truth.YES
        return Truth.UNKNOWN if Truth.UNKNOWN in (*before.values(), *after.values()) else Truth.NO

    return goal


def open_when_turned(name: str, situation: Situation) -> set[str]:
    """The facts that are still unknown behind the outcome once a criterion is turned."""
    if situation.verdict(name) is Truth.UNKNOWN:
        return set()
    turned = situation.flipped([name])
    return set().union(*(open_facts(each, turned) for each in deciding_names(situation.ruleset)))
