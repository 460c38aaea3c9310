"""Participatiewet, articles 14, 15, 35 and 51 (1 January 2026), with an (invented) policy on special assistance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import cents, euros, same_day

if TYPE_CHECKING:
    from fractions import Fraction

    from tests.reference_law.rows import Facts

DURABLE = "koelkast_of_wasmachine"
THRESHOLD = euros("176,00")
NORM = {"alleenstaand": euros("1.401,50"), "alleenstaande_ouder": euros("1.401,50"), "paar": euros("2.002,13")}
CAPITAL = {"alleenstaand": euros("8.000"), "alleenstaande_ouder": euros("16.000"), "paar": euros("16.000")}
ANSWERS = ("uitkomst", "bedrag")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "soort_kosten": ("iets_anders", "boete", DURABLE),
    "andere_regeling": ("geen_regeling", "betaalt"),
    "kosten": (euros("1"), euros("500"), euros("9.000")),
    "gekocht_op": (None,),
    "gewone_slijtage": (True, False),
    "huishouden": ("alleenstaand",),
    "inkomen": (euros("0"), euros("9.000")),
    "vermogen": (euros("0"), euros("90.000")),
    "eerdere_kosten": ([],),
}


def decide(facts: Facts) -> dict[str, Any]:
    """A loan for an appliance, a gift for other costs, of what somebody cannot pay; nothing where shut out."""
    costs = facts["soort_kosten"]
    amount = None if _shut_out(facts, costs) else facts["kosten"] - _own_means(facts)
    if amount is None or amount <= 0:
        return {"uitkomst": "geen_bijzondere_bijstand", "bedrag": None}
    return {"uitkomst": "lening" if costs == DURABLE else "gift", "bedrag": amount}


def _shut_out(facts: Facts, costs: str) -> bool:
    """Articles 14(b) (a fine), 35(1) (not needed), 15(1) (another scheme), 35(2), and 2 and 3 of the policy."""
    if costs in {"boete", "cosmetische_behandeling"} or facts["andere_regeling"] != "geen_regeling":
        return True
    worn = costs == DURABLE and facts["gewone_slijtage"]
    return worn or _in_twelve_months(facts) <= THRESHOLD or _too_late(facts, costs)


def _in_twelve_months(facts: Facts) -> Fraction:
    """All costs within twelve months up to the application, together."""
    on = facts["aanvraagdatum"]
    others = (each for each in facts["eerdere_kosten"] if each["datum"] <= on < same_day(each["datum"], months=12))
    together: Fraction = sum((each["bedrag"] for each in others), facts["kosten"])
    return together


def _too_late(facts: Facts, costs: str) -> bool:
    """An appliance is asked for before it is bought; other costs within 3 months after the day of the bill."""
    bought = facts["gekocht_op"]
    if bought is None:
        return False
    last: Any = bought if costs == DURABLE else same_day(bought, months=3)
    return bool(facts["aanvraagdatum"] > last)


def _own_means(facts: Facts) -> Fraction:
    """Article 5 of the policy: income above the norm for 12 months, and capital above the limit of article 34."""
    household = facts["huishouden"]
    income = max(euros("0"), facts["inkomen"] - NORM[household])
    capital: Fraction = max(euros("0"), facts["vermogen"] - CAPITAL[household])
    return cents(12 * income) + capital
