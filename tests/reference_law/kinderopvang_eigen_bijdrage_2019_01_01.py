"""Wet kinderopvang, article 1.5, and Awir, article 26, as they were read until 23 October 2019: all or nothing."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import euros

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

HIGHEST = Fraction(96, 100)
ANSWERS = ("uitkomst", "bedrag", "voorschot")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "er_was_opvang": (True, False),
    "kosten": (euros("1.000"), euros("9.000")),
    "tekort": (euros("0"), euros("100")),
    "toeslag_deel": (Fraction(1, 2),),
}


def decide(facts: Facts) -> dict[str, Any]:
    """Whoever could not prove that all costs were paid, had no benefit, and owed the advance "in zijn geheel"."""
    advance = benefit(facts, facts["kosten"])
    if facts["er_was_opvang"] and facts["tekort"] == 0:
        return {"uitkomst": "toeslag_blijft", "bedrag": None, "voorschot": advance}
    return {"uitkomst": "alles_terug", "bedrag": advance, "voorschot": advance}


def benefit(facts: Facts, costs: Fraction) -> Fraction:
    """The part of the costs that the benefit pays (at most 96%), in whole euros; half a euro goes up."""
    return Fraction(math.floor(min(facts["toeslag_deel"], HIGHEST) * costs + Fraction(1, 2)))
