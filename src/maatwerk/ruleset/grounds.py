"""Which ground fits which criterion: where a rule lives decides which way out is lawful."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Criterion, Ground, OpenNorm, Ruleset

MAY_PROVISION = "kan_bepaling"  # a ground for rules that leave room (`ruimte: kan`)


def tags(criterion: Criterion) -> frozenset[str]:
    """What a ground can match: the rank of the rule, `kan_bepaling`, and the regimes it falls under."""
    room = {MAY_PROVISION} if criterion.room == "kan" else set()
    return frozenset({criterion.rank, *criterion.regimes, *room})


def open_norms_at(ruleset: Ruleset, source: str) -> tuple[OpenNorm, ...]:
    """What the law leaves to a person at an article: of the article itself, of a part of it, or of the whole of it."""
    return tuple(each for each in ruleset.open_norms.values() if _same_article(each.source, source))


def _same_article(one: str, other: str) -> bool:
    """`artikel 9` is also about `artikel 9, tweede lid`; `artikel 9` and `artikel 90` are two."""
    short, long = sorted((one.strip(), other.strip()), key=len)
    return bool(short) and (long == short or long.startswith(f"{short},"))


def fits(ground: Ground, criterion: Criterion) -> bool:
    """Whether a ground fits: it names the criterion, or it applies to one of its tags."""
    return criterion.name in ground.criteria or not tags(criterion).isdisjoint(ground.applies_to)
