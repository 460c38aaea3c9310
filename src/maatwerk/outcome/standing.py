"""Which outcomes stand in a situation, each by itself: yes, no or not known yet. Cheap, for searches.

An outcome stands when its `als` holds and no outcome that goes before it holds too. That is what the reasoner
says of a full pattern; here verdicts may still be open, and no way to fill them in is left out as impossible.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.model import Ruleset


def standing(situation: Situation) -> dict[str, Truth]:
    """For each outcome whether the letter of the rules gives it here."""
    if situation.becomes:
        return {name: Truth.of(name == situation.becomes) for name in situation.ruleset.outcomes}
    holds = {name: situation.test(each.when) for name, each in situation.ruleset.outcomes.items()}
    before = _before(situation.ruleset)
    return {name: _stands(found, [holds[each] for each in before[name]]) for name, found in holds.items()}


def no_outcome(situation: Situation) -> Truth:
    """Whether the rules give nothing here: a gap."""
    found = standing(situation).values()
    if Truth.YES in found:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.YES


def more_outcomes(situation: Situation) -> Truth:
    """Whether the rules give more than one outcome here: a conflict."""
    found = list(standing(situation).values())
    if found.count(Truth.YES) > 1:
        return Truth.YES
    return Truth.UNKNOWN if len(found) - found.count(Truth.NO) > 1 else Truth.NO


def _stands(holds: Truth, before: Iterable[Truth]) -> Truth:
    found = {holds, *(each.inverted() for each in before)}
    if Truth.NO in found:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.YES


@lru_cache(maxsize=256)
def _before(ruleset: Ruleset) -> dict[str, frozenset[str]]:
    """For each outcome those that go before it, in however many steps."""
    outcomes = ruleset.outcomes
    found = {name: {first for first, each in outcomes.items() if name in each.precedes} for name in outcomes}
    while True:
        more = {name: firsts.union(*(found[first] for first in firsts)) for name, firsts in found.items()}
        if more == found:
            return {name: frozenset(firsts) for name, firsts in found.items()}
        found = more
