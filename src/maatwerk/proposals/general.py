"""General grounds (the ladder of the law) for decisive sets that no exception of the ruleset opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.members import criterion_of
from maatwerk.outcome.outcome import judge
from maatwerk.proposals.own import undecided_exceptions
from maatwerk.proposals.way import Way

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maatwerk.findings.detect import Look
    from maatwerk.findings.view import View
    from maatwerk.proposals.grounds import Grounds
    from maatwerk.ruleset.model import Ground

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
    undecided = {each.name for each in undecided_exceptions(view)}
    for name in sorted(sought_sets(view, look)):
        members = view.sets[name].criteria
        fitting = grounds.ways(name)
        if not fitting or _only_a_hard_limit(look, members) or _opened(own, members):
            continue
        exceptions = _own_exceptions(view, members)
        if undecided & set(exceptions):  # one of them may still apply: then its question comes first
            continue
        after = view.situation.flipped(members)
        rules = view.situation.ruleset.grounds
        names = tuple(ground for ground, _ in fitting)
        submit = bool(exceptions) or any(_jurist_only(rules, grounds, names, m) for m in members)
        ways.append(Way(members, names, fitting[0][1], after, judge(after), ask_jurist=submit))
    return tuple(ways)


def _jurist_only(rules: Mapping[str, Ground], grounds: Grounds, names: Sequence[str], criterion: str) -> bool:
    """Whether every ground that fits this criterion is for the jurist alone."""
    return all(rules[name].ask_jurist for name in names if grounds.fits(name, criterion) is not None)


def withheld(view: View, look: Look, grounds: Grounds) -> tuple[str, ...]:
    """The grounds that fit a set which is only just over a limit: not proposed, but named beside the honest no."""
    just_over = [name for name in sorted(view.sets) if _only_a_hard_limit(look, view.sets[name].criteria)]
    return tuple(dict.fromkeys(ground for name in just_over for ground, _ in grounds.ways(name)))


def _only_a_hard_limit(look: Look, members: tuple[str, ...]) -> bool:
    codes = {each.code for each in look.noticed if each.found.members == members}
    raised = any(each.code == "door_mens_gezien" for each in look.noticed)
    return codes == {"harde_grens"} and not raised


def _opened(own: Sequence[Way], members: tuple[str, ...]) -> bool:
    return any(set(members) <= set(way.criteria) for way in own)


def _own_exceptions(view: View, members: tuple[str, ...]) -> list[str]:
    exceptions = view.situation.ruleset.exceptions.values()
    criteria = {criterion_of(member) for member in members}
    covered = {name for each in exceptions for name in each.criteria}
    return [each.name for each in exceptions if set(each.criteria) & criteria] if criteria <= covered else []
