"""What a case can still be worth to the resident in a year, over every outcome that may still stand."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.values import NumberSpan, Span, Truth
from maatwerk.outcome.outcome import euros_a_year
from maatwerk.outcome.standing import standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.criteria.situation import Situation


def worth(situation: Situation, stands: Mapping[str, Truth] | None = None) -> NumberSpan:
    """Euros in 12 months: from the least that is sure to the most that can be; no end where nothing bounds it.

    `stands`: which outcomes stand, where that is known already.
    """
    found = standing(situation) if stands is None else stands
    may = [situation.ruleset.outcomes[name] for name, truth in found.items() if truth is not Truth.NO]
    spans = [euros_a_year(situation, each) for each in may]
    lows, highs = [each.low for each in spans], [each.high for each in spans]
    return Span(None if None in lows else min(lows, default=None), None if None in highs else max(highs, default=None))  # type: ignore[type-var]


def apart(one: NumberSpan, other: NumberSpan) -> tuple[Fraction, Fraction | None]:
    """How far two amounts lie apart: at least, and at most (None: nothing bounds it). Euros."""
    ways = [_minus(one.low, other.high), _minus(other.low, one.high)]
    most = [_minus(one.high, other.low), _minus(other.high, one.low)]
    least = max((each for each in ways if each is not None), default=None)
    return max(least or Fraction(0), Fraction(0)), None if None in most else max(most)  # type: ignore[type-var]


def _minus(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else left - right
