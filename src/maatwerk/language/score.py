"""A figure beside the issues. It informs: no figure proves that people understand a text."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.language.model import Issue

_WEIGHT = {"error": 3, "warning": 1}
_PER_WORDS = 300  # how much weight in so many words takes all points away is 100
_SHORTEST = 100  # words; one issue in a short text does not count for more than in a text of this length


def score_of(issues: Sequence[Issue], words: int) -> int:
    """From 100 (no issues) down to 0: the weight of the issues against the length of the text."""
    weight = sum(_WEIGHT[each.level] for each in issues)
    return max(0, 100 - round(Fraction(weight * _PER_WORDS, max(words, _SHORTEST))))
