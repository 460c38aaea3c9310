"""What of an assessment is settled, as a signature, and which unknown facts still stand in the way of the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.criteria.unresolved import facts_needed, unresolved_criterion, unresolved_name
from maatwerk.expressions.values import known
from maatwerk.findings.detect import look
from maatwerk.outcome.outcome import FAVOURABLE_RANK, UNKNOWN, amount, pattern_names
from maatwerk.outcome.pattern_facts import outcome_facts, verdicts_for_ever_open
from maatwerk.proposals.allowed import needed_for
from maatwerk.proposals.grounds import Grounds
from maatwerk.proposals.own import own_ways, undecided_that_would_help

if TYPE_CHECKING:
    from maatwerk.expressions.values import Value
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Outcome

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
        unsettled = (UNKNOWN, view.result.outcomes.possible, verdicts_for_ever_open(view.situation))
        return Reading(unsettled, dict.fromkeys(sorted(needed), OUTCOME))
    seen = look(view)
    grounds = Grounds(view.situation.ruleset, {}, frozenset())
    ways = own_ways(view, grounds)
    codes = tuple((each.code, each.found.members, each.found.about) for each in seen.noticed if _counts(each.kind))
    signature = (view.result.id, view.result.euros, _printed(view), codes, tuple(way.exceptions for way in ways))
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


def _printed(view: View) -> tuple[Value, ...]:
    """What the letter tells besides the amount: `ook` and `toon`."""
    outcome = view.outcome
    return tuple(view.situation.value(name) for name in (*outcome.also, *outcome.show)) if outcome else ()


def _amount_facts(view: View) -> frozenset[str]:
    situation, outcome = view.situation, view.outcome
    if outcome is None:
        return frozenset()
    own = facts_needed(situation, [outcome.amount]) if not known(amount(situation, outcome)) else frozenset()
    return own.union(*(unresolved_name(name, situation) for name in (*outcome.also, *outcome.show)))


def _waiting(view: View) -> frozenset[str]:
    """Facts behind verdicts and amounts that are not known, where something better could still come in reach.

    They may still open a decisive set: of its criteria, or because its better outcome is known only then.
    """
    if view.outcome is None or view.outcome.kind == "tussenstap":
        return frozenset()
    situation, rules = view.situation, view.situation.ruleset
    as_good = [each for each in rules.outcomes.values() if each is not view.outcome and _rank(each) >= view.result.rank]
    if not as_good:
        return frozenset()
    amounts = facts_needed(situation, [each.amount for each in as_good])
    names = (*pattern_names(rules), *(name for each in as_good for name in each.also))
    per_record = [name for name in rules.criteria if rules.criteria[name].per]
    in_records = [unresolved_criterion(name, situation) for name in per_record]
    return amounts.union(*(unresolved_name(name, situation) for name in names), *in_records)


def _rank(outcome: Outcome) -> int:
    return FAVOURABLE_RANK.get(outcome.kind, 0)


def _allowed_facts(view: View, grounds: Grounds) -> frozenset[str]:
    """The facts behind `mag_als` of exceptions that would help, alone or together, were they allowed."""
    helpful = undecided_that_would_help(view, grounds)
    return frozenset().union(*(needed_for(view.situation, each) for each in helpful))
