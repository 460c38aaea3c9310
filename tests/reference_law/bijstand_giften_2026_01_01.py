"""Participatiewet, articles 31(2)(m) and 18(8), text of 1 January 2026: gifts and groceries up to € 1,200 are free."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import cents, euros

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

FREE = euros("1.200,00")
ANSWERS = ("uitkomst", "bedrag", "samen", "boven_de_grens")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "bedrag": (euros("0"), euros("0,01"), euros("5.000")),
    "giften": ([], [{"datum": date(2026, 5, 1), "vorm": "geld", "bedrag": euros("5.000"), "keren": 1}]),
}


def decide(facts: Facts) -> dict[str, Any]:
    """ "Voor zover de som … niet meer bedraagt dan € 1.200,00 per kalenderjaar": only what is above it counts."""
    year = facts["begin_kalenderjaar"].year
    together = sum((_worth(each) for each in facts["giften"] if each["datum"].year == year), euros("0"))
    if together <= FREE:
        return {"uitkomst": "niets_telt_mee", "bedrag": None, "samen": together, "boven_de_grens": euros("0")}
    above = together - FREE
    return {"uitkomst": "deel_telt_mee", "bedrag": above, "samen": together, "boven_de_grens": above}


def _worth(gift: Facts) -> Any:  # noqa: ANN401 - an amount
    """Article 18(8), last sentence: what comes from a food bank is not counted at all."""
    return euros("0") if gift["vorm"] == "voedselbank" else cents(gift["bedrag"] * gift["keren"])
