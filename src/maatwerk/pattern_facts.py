"""Which unknown facts can still change the outcome: those behind the verdicts that decide in some filling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.values import Truth
from maatwerk.outcome import fillings, impossible, outcomes_of, pattern_of
from maatwerk.unresolved import unresolved_name

if TYPE_CHECKING:
    from maatwerk.criteria import Situation


def outcome_facts(situation: Situation) -> frozenset[str]:
    """The unknown facts behind the verdicts that can still change the outcome."""
    pattern = pattern_of(situation)
    deciding = [name for name, verdict in pattern.items() if not verdict.known and _decides(situation, pattern, name)]
    return frozenset().union(*(unresolved_name(name, situation) for name in deciding))


def _decides(situation: Situation, pattern: dict[str, Truth], name: str) -> bool:
    """Whether, in some filling of the other verdicts, this verdict changes the outcome."""
    others = {key: verdict for key, verdict in pattern.items() if key != name}
    ruleset = situation.ruleset
    for filling in fillings(others):
        both = [{**filling, name: met} for met in (True, False)]
        possible = [each for each in both if not impossible(ruleset, each)]
        found = {outcomes_of(ruleset, {k: Truth.of(v) for k, v in each.items()}).possible for each in possible}
        if len(found) > 1:
            return True
    return False
