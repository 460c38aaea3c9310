"""What of an assessment is settled, as a signature, and which unknown facts still stand in the way of the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.expressions.values import known
from maatwerk.findings.detect import look
from maatwerk.outcome import UNKNOWN, amount
from maatwerk.pattern_facts import outcome_facts
from maatwerk.proposals.allowed import needed_for
from maatwerk.proposals.grounds import Grounds
from maatwerk.proposals.own import own_ways, undecided_that_would_help
from maatwerk.unresolved import facts_needed, unresolved_criterion, unresolved_name

if TYPE_CHECKING:
    from maatwerk.findings.view import View

OUTCOME, AMOUNT, FINDING, ALLOWED = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Reading:
    """`signature`: what is settled. `levels`: facts in the way → 1 outcome, 2 amount, 3 finding, 4 `mag_als`."""

    signature: tuple[object, ...]
    levels: dict[str, int]


def read(view: View) -> Reading:
    """Settle what can be settled. While the outcome is not known, only its own facts stand in the way."""
    if view.result.id == UNKNOWN:
        needed = outcome_facts(view.situation)
        return Reading((UNKNOWN, view.result.outcomes.possible), dict.fromkeys(sorted(needed), OUTCOME))
    seen = look(view)
    grounds = Grounds(view.situation.ruleset, {}, frozenset())
    ways = own_ways(view, grounds)
    codes = tuple((each.code, each.found.members, each.found.about) for each in seen.noticed if _counts(each.kind))
    signature = (view.result.id, view.result.euros, codes, tuple(way.exceptions for way in ways))
    levels: dict[str, int] = {}
    for level, facts in (
        (ALLOWED, frozenset() if ways else _allowed_facts(view, grounds)),
        (FINDING, seen.unjudged | _waiting(view)),
        (AMOUNT, _amount_facts(view)),
    ):
        levels.update(dict.fromkeys(sorted(facts), level))
    return Reading(signature, levels)


def _counts(kind: str) -> bool:
    return kind in ("onbedoeld", "onredelijk")


def _amount_facts(view: View) -> frozenset[str]:
    situation, outcome = view.situation, view.outcome
    if outcome is None:
        return frozenset()
    own = facts_needed(situation, [outcome.amount]) if not known(amount(situation, outcome)) else frozenset()
    return own.union(*(unresolved_name(name, situation) for name in (*outcome.also, *outcome.show)))


def _waiting(view: View) -> frozenset[str]:
    """Facts behind criteria that are not known: they may still open a decisive set for an adverse outcome."""
    if view.outcome is None or not view.adverse:
        return frozenset()
    criteria = view.situation.ruleset.criteria
    flippable = [name for name in criteria if criteria[name].kind != "kenmerk"]
    return frozenset().union(*(unresolved_criterion(name, view.situation) for name in flippable))


def _allowed_facts(view: View, grounds: Grounds) -> frozenset[str]:
    """The facts behind `mag_als` of exceptions that would help, alone or together, were they allowed."""
    helpful = undecided_that_would_help(view, grounds)
    return frozenset().union(*(needed_for(view.situation, each) for each in helpful))
