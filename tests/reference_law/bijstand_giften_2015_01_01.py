"""Participatiewet, articles 31 and 58(1), as they stood before 2026: gifts and groceries that were not reported."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import cents, euros

if TYPE_CHECKING:
    from fractions import Fraction

    from tests.reference_law.rows import Facts

FOOD_A_DAY = ((date(2018, 1, 1), "7,50"), (date(2017, 7, 1), "7,25"), (date(2015, 1, 1), "7,00"))
ANSWERS = ("uitkomst", "bedrag")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "gemeld": (True, False),
    "verantwoord": (True, False),
    "tijdvakken": ([], [{"eerste_dag": date(2018, 1, 1), "dagen": 1, "bewezen": True, "verantwoord": False}]),
}


def decide(facts: Facts) -> dict[str, Any]:
    """Article 58(1): what was paid too much is asked back when the help was not reported. What was reported is not."""
    asked = sum((_worth(each) for each in facts["tijdvakken"] if _counts(each)), euros("0"))
    if facts["gemeld"] or not asked:
        return {"uitkomst": "geen_terugvordering", "bedrag": None}
    return {"uitkomst": "terugvordering", "bedrag": asked}


def _counts(period: Facts) -> bool:
    """Article 31(2)(m): a gift is means unless it is acceptable; Awb 3:2: only what is proved."""
    return period["bewezen"] and not period["verantwoord"]


def _worth(period: Facts) -> Fraction:
    """Days times the amount for food of their first day (invented, from 2015, 1 July 2017 and 2018)."""
    a_day = next(amount for since, amount in FOOD_A_DAY if since <= period["eerste_dag"])
    return cents(period["dagen"] * euros(a_day))
