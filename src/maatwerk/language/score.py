"""A figure beside the issues. It informs: no figure proves that people understand a text."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.language.model import Issue

_WEIGHT = {"error": 15, "warning": 5}
_SHORTEST = 100  # words; one issue in a short text does not count for more than in a text of this length


def score_of(issues: Sequence[Issue], words: int) -> int:
    """From 100 (no issues) down: the words of the text against its words and the weight of its issues together."""
    size = max(words, _SHORTEST)
    return round(Fraction(100 * size, size + sum(_WEIGHT[each.level] for each in issues)))
