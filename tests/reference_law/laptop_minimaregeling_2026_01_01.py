"""Beleidsregel laptop (invented), articles 1 and 2."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import age, cents, euros, same_day

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

LAPTOP = euros("449")
NORM = {"alleenstaand": euros("1.401,50"), "paar": euros("2.002,13")}
ANSWERS = ("uitkomst", "bedrag")
CAN_BE: dict[str, tuple[Any, ...]] = {"inkomen": (euros("0"), euros("1.600"), euros("9.000"))}


def decide(facts: Facts) -> dict[str, Any]:
    """A child of 12 to 17 at school, once in five years: all up to 110% of the norm, half up to 120%, else nothing."""
    on = facts["aanvraagdatum"]
    nothing = {"uitkomst": "geen_vergoeding", "bedrag": None}
    if not 12 <= age(facts["geboortedatum_kind"], on) <= 17 or not facts["volgt_onderwijs"]:
        return nothing
    if facts["eerder_gekregen"] and same_day(facts["vorige_laptop_op"], months=60) > on:
        return nothing
    if facts["inkomen"] <= _limit(facts, 110):
        return {"uitkomst": "hele_vergoeding", "bedrag": LAPTOP}
    if facts["inkomen"] <= _limit(facts, 120):
        return {"uitkomst": "halve_vergoeding", "bedrag": cents(LAPTOP / 2)}
    return nothing


def _limit(facts: Facts, percent: int) -> Fraction:
    """A share of the norm of the household, in whole cents."""
    return cents(Fraction(percent, 100) * NORM[facts["huishouden"]])
