"""Which unknown facts can still change the outcome: those whose verdicts, moved together, lead to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.criteria.unresolved import unresolved_name
from maatwerk.outcome.outcome import fillings, impossible, outcomes_alike, pattern_of

if TYPE_CHECKING:
    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.values import Truth

Filled = tuple[dict[str, bool], frozenset[str]]
"""A possible filling of the pattern, with its outcomes."""


def outcome_facts(situation: Situation) -> frozenset[str]:
    """The unknown facts that can still change the outcome; first the days without which a record has no version.

    A fact may turn several verdicts at once, where turning one of them alone gives a pattern that no case can have.
    """
    pattern = pattern_of(situation)
    behind = {name: unresolved_name(name, situation) for name, verdict in pattern.items() if not verdict.known}
    facts = frozenset().union(*behind.values())
    if len(behind) > bounds().verdicts_asked:  # too many to try: every fact in the way may still change it
        return frozenset((*situation.undated, *facts))
    possible = _possible(situation, pattern)
    changing = (fact for fact in facts if _changes(possible, {name for name in behind if fact in behind[name]}))
    return frozenset((*situation.undated, *changing))


def verdicts_for_ever_open(situation: Situation) -> frozenset[str]:
    """Verdicts that no fact can settle any more, as when `leeg` stands where nothing guards it, if they matter."""
    pattern = pattern_of(situation)
    unknown = {name for name, verdict in pattern.items() if not verdict.known}
    stuck = frozenset(name for name in unknown if not unresolved_name(name, situation))
    if not stuck or len(unknown) > bounds().verdicts_asked or not _changes(_possible(situation, pattern), set(stuck)):
        return frozenset()
    return stuck


def _possible(situation: Situation, pattern: dict[str, Truth]) -> list[Filled]:
    rules = situation.ruleset
    return [
        (filling, outcomes_alike(rules, filling)) for filling in fillings(pattern) if not impossible(rules, filling)
    ]


def _changes(possible: list[Filled], moved: set[str]) -> bool:
    """Whether two possible fillings that differ in these verdicts only have different outcomes."""
    seen: dict[tuple[bool, ...], frozenset[str]] = {}
    for filling, outcomes in possible:
        rest = tuple(met for name, met in filling.items() if name not in moved)
        if seen.setdefault(rest, outcomes) != outcomes:
            return True
    return False
