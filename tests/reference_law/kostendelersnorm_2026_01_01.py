"""Participatiewet, articles 19a and 22a, text of 1 January 2026: the level for who shares a home."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import age, cents, euros

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

SINGLE, COUPLE = euros("1.401,50"), euros("2.002,13")
GROWN_UP = {
    "geboortedatum": date(1980, 1, 1),
    "hoofdverblijf": True,
    "relatie": "ander",
    "huurcontract": False,
    "zelfde_verhuurder": False,
    "student": False,
}
ANSWERS = ("uitkomst", "bedrag", "aantal_kostendelers")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "geboortedatum": (date(1980, 1, 1), date(2020, 1, 1)),
    "medebewoners": ([], [GROWN_UP]),
}


def decide(facts: Facts) -> dict[str, Any]:
    """Article 22a: ((40% + A × 30%) / A) × B for each person; (4): not for who lives elsewhere to give care."""
    number = 1 + sum(_shares(each, facts["ingangsdatum"]) for each in facts["medebewoners"])
    if number == 1 or facts["tijdelijk_elders_voor_zorg"]:
        return {"uitkomst": "norm_alleen", "bedrag": SINGLE, "aantal_kostendelers": number}
    share = (Fraction(40, 100) + number * Fraction(30, 100)) / number
    return {"uitkomst": "norm_gedeeld", "bedrag": cents(share * COUPLE), "aantal_kostendelers": number}


def _shares(person: Facts, on: date) -> bool:
    """Article 19a(1): 27 or older with the main residence in the same home, and none of those under a to d."""
    if age(person["geboortedatum"], on) < 27 or not person["hoofdverblijf"]:
        return False
    if person["relatie"] == "partner" or person["zelfde_verhuurder"] or person["student"]:  # a, c and d
        return False
    return person["relatie"] == "familie" or not person["huurcontract"]  # b: a contract, but not with close family
