"""General grounds (the ladder of the law) for decisive sets that no exception of the ruleset opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.values import Truth
from maatwerk.outcome import judge
from maatwerk.proposals.way import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.findings.detect import Look
    from maatwerk.findings.view import View
    from maatwerk.proposals.grounds import Grounds

SEEKING = frozenset({"zwaar_gevolg", "alles_of_niets"})
"""Findings about a set for which a ground is sought even when the set is not open."""


def sought_sets(view: View, look: Look) -> frozenset[str]:
    """For which decisive sets a way out is sought: open ones, heavy ones, and all when a person raised something."""
    if any(each.code == "door_mens_gezien" for each in look.noticed):
        return frozenset(view.sets)
    heavy = {each.found.members for each in look.noticed if each.code in SEEKING}
    wanted = heavy | set(look.open_sets)
    return frozenset(name for name, each in view.sets.items() if each.criteria in wanted)


def general_ways(view: View, look: Look, grounds: Grounds, own: Sequence[Way]) -> tuple[Way, ...]:
    """One way for each sought set with grounds; to the jurist where the ruleset's own exception does not fit."""
    ways = []
    for name in sorted(sought_sets(view, look)):
        members = view.sets[name].criteria
        fitting = grounds.ways(name)
        if not fitting or _only_a_hard_limit(look, members) or _opened(own, members) or _waiting(view, members):
            continue
        after = view.situation.flipped(members)
        rules = view.situation.ruleset.grounds
        submit = all(rules[ground].ask_jurist for ground, _ in fitting) or bool(_own_exceptions(view, members))
        ways.append(
            Way(members, tuple(ground for ground, _ in fitting), fitting[0][1], after, judge(after), ask_jurist=submit)
        )
    return tuple(ways)


def _only_a_hard_limit(look: Look, members: tuple[str, ...]) -> bool:
    codes = {each.code for each in look.noticed if each.found.members == members}
    raised = any(each.code == "door_mens_gezien" for each in look.noticed)
    return codes == {"harde_grens"} and not raised


def _opened(own: Sequence[Way], members: tuple[str, ...]) -> bool:
    return any(set(members) <= set(way.criteria) for way in own)


def _own_exceptions(view: View, members: tuple[str, ...]) -> list[str]:
    exceptions = view.situation.ruleset.exceptions.values()
    covered = {name for each in exceptions for name in each.criteria}
    return [each.name for each in exceptions if set(each.criteria) & set(members)] if set(members) <= covered else []


def _waiting(view: View, members: tuple[str, ...]) -> bool:
    """Whether an own exception for this set may still apply: then its question comes first."""
    rules = view.situation.ruleset.exceptions
    return any(view.situation.test(rules[name].allowed_if) is Truth.UNKNOWN for name in _own_exceptions(view, members))
