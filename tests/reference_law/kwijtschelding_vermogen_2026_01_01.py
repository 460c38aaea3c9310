"""Uitvoeringsregeling Invorderingswet 1990, articles 11 to 16, with (invented) rules of a municipality."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import cents, euros

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

NORM = {"alleenstaand": euros("1.401,50"), "alleenstaande_ouder": euros("1.401,50"), "paar": euros("2.002,13")}
NORM_PENSION = {"alleenstaand": euros("1.560"), "alleenstaande_ouder": euros("1.560"), "paar": euros("2.130")}
TO_LIVE_ON = {"alleenstaand": euros("1.775"), "alleenstaande_ouder": euros("1.775"), "paar": euros("2.350")}
RAISED_BY = {"alleenstaand": euros("1.500"), "alleenstaande_ouder": euros("1.800"), "paar": euros("2.000")}
ANSWERS = ("uitkomst", "bedrag", "te_betalen")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "soort_aanslag": ("afvalstoffenheffing", "hondenbelasting"),
    "aanslag": (euros("100"), euros("300")),
    "huishouden": ("alleenstaand", "paar"),
    "heeft_aow": (True, False),
    "inkomen": (euros("0"), euros("9.000")),
    "uitgaven": (euros("0"),),
    "oud_saldo": (None, euros("9.000")),
    "geld": ([], [{"bedrag": euros("9.000"), "doel": "vrij_te_besteden"}]),
}


def decide(facts: Facts) -> dict[str, Any]:
    """Article 11: no capital and no room to pay, then all of it; else what is left after both were used."""
    tax = facts["aanslag"]
    if facts["soort_aanslag"] == "hondenbelasting":  # article 1 of the ordinance: only waste and sewerage
        return {"uitkomst": "niets_kwijt", "bedrag": None, "te_betalen": tax}
    used = _above_limit(facts) + cents(Fraction(80, 100) * _room_to_pay(facts))
    if used == 0:
        return {"uitkomst": "alles_kwijt", "bedrag": tax, "te_betalen": euros("0")}
    if used >= tax:
        return {"uitkomst": "niets_kwijt", "bedrag": None, "te_betalen": tax}
    return {"uitkomst": "deel_kwijt", "bedrag": tax - used, "te_betalen": used}


def _above_limit(facts: Facts) -> Fraction:
    """Article 12, and 26.1 of the guideline: all money but a student loan; the instruction: the higher balance."""
    now = sum((each["bedrag"] for each in facts["geld"] if each["doel"] != "studielening"), euros("0"))
    money = max(now, facts["oud_saldo"] or euros("0"))
    household = facts["huishouden"]
    return max(euros("0"), money - TO_LIVE_ON[household] - RAISED_BY[household])


def _room_to_pay(facts: Facts) -> Fraction:
    """Articles 13 to 16: income less fixed costs and the costs of living, over a year; 90% of the norm, later 100%."""
    norms = NORM_PENSION if facts["heeft_aow"] else NORM
    percent = 90 if facts["aanvraagdatum"] < date(2026, 7, 1) else 100
    costs = cents(Fraction(percent, 100) * norms[facts["huishouden"]])
    left: Fraction = facts["inkomen"] - facts["uitgaven"] - costs
    return max(euros("0"), left) * 12
