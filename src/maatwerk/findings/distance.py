"""How far from a limit, in words: "€ 9,00 te veel", "12 dagen te vroeg of te laat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount, number
from maatwerk.basics.text import counted, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.expressions.shortfall import Gap


def distance_in_words(gaps: Iterable[Gap], lang: str) -> str:
    """The distances of one alternative, joined."""
    return ", ".join(_one(gap, lang) for gap in gaps)


def _one(gap: Gap, lang: str) -> str:
    match gap.kind:
        case "euro":
            return amount(gap.distance, lang)
        case "days":
            return say(counted("finding.days", gap.distance), lang=lang, number=number(gap.distance, lang))
        case _:
            return number(gap.distance, lang)
