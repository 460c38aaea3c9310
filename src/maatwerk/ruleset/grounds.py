"""Which ground fits which criterion: where a rule lives decides which way out is lawful."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Criterion, Ground

MAY_PROVISION = "kan_bepaling"  # a ground for rules that leave room (`ruimte: kan`)


def tags(criterion: Criterion) -> frozenset[str]:
    """What a ground can match: the rank of the rule, `kan_bepaling`, and the regimes it falls under."""
    room = {MAY_PROVISION} if criterion.room == "kan" else set()
    return frozenset({criterion.rank, *criterion.regimes, *room})


def fits(ground: Ground, criterion: Criterion) -> bool:
    """Whether a ground fits: it names the criterion, or it applies to one of its tags."""
    return criterion.name in ground.criteria or not tags(criterion).isdisjoint(ground.applies_to)
