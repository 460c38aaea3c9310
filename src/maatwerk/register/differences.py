"""What of a difference between the two reasoners goes into the log, and what into its payload."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from maatwerk.register.decisions import identity_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from maatwerk.reasoning.heard import Difference, Facts
    from maatwerk.reasoning.table import Fact
    from maatwerk.register.seal import Json
    from maatwerk.ruleset.model import Ruleset

MOST_PATTERNS = 20
"""Patterns that are kept, the smallest first. An engine that is broken differs on thousands, and one shows it."""


def body_of(ruleset: Ruleset, differences: Collection[Difference]) -> Json:
    """The body of `reasoners_differed`: on how many patterns, and what each found that the other did not."""
    return {
        "ruleset": identity_of(ruleset),
        "engine": f"maatwerk-{version('maatwerk')}",
        "patterns": len(differences),
        "only_durable": _all(differences, lambda each: each.only_durable),
        "only_naive": _all(differences, lambda each: each.only_naive),
        "failed": sorted({each.failed for each in differences if each.failed}),
    }


def payload_of(differences: Collection[Difference]) -> Json:
    """The patterns themselves, each with what was found there: which conditions were met says something of a person."""
    rows = [
        {
            "pattern": _told(each.pattern),
            "only_durable": _told(each.only_durable),
            "only_naive": _told(each.only_naive),
            "failed": each.failed,
        }
        for each in differences
    ]
    rows.sort(key=lambda row: (len(row["pattern"]), row["pattern"]))
    return {"patterns": rows[:MOST_PATTERNS]}


def _all(differences: Collection[Difference], part: Callable[[Difference], Facts]) -> list[str]:
    return _told(frozenset().union(*map(part, differences)))


def _told(facts: Facts) -> list[str]:
    return sorted(map(_in_words, facts))


def _in_words(fact: Fact) -> str:
    return ":".join((fact.kind, *map(str, fact.values)))
