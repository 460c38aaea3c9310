"""Participatiewet, article 58(2)(e) and (6), text of 1 January 2026, and the (invented) policy of the municipality."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import euros, same_day

if TYPE_CHECKING:
    from fractions import Fraction

    from tests.reference_law.rows import Facts

SMALL = euros("90")
ANSWERS = ("uitkomst", "bedrag", "niet_terug")
PAYMENT = {
    "betaald_op": date(2026, 1, 1),
    "betaald": euros("500"),
    "volgens_besluit": euros("0"),
    "kon_begrijpen": True,
}
CAN_BE: dict[str, tuple[Any, ...]] = {
    "kon_begrijpen": (True, False),
    "betaald": (euros("0"), euros("5.000")),
    "betalingen": ([], [PAYMENT], [{**PAYMENT, "kon_begrijpen": False}]),
}


def decide(facts: Facts) -> dict[str, Any]:
    """What was paid above the decision; asked back as far as it may be, unless that is less than € 90 together."""
    payments = facts["betalingen"]
    too_much = sum((_too_much(each) for each in payments), euros("0"))
    back = sum((_too_much(each) for each in payments if _may_be_asked(each, facts["verzenddatum"])), euros("0"))
    left = {"niet_terug": too_much - back}
    if too_much == 0:
        return {"uitkomst": "niet_te_veel", "bedrag": None, **left}
    if back < SMALL:
        return {"uitkomst": "niets_terug", "bedrag": None, **left}
    return {"uitkomst": "terugvorderen", "bedrag": back, **left}


def _too_much(payment: Facts) -> Fraction:
    """ "Onverschuldigd betaald": above what the decision said."""
    above: Fraction = payment["betaald"] - payment["volgens_besluit"]
    return max(euros("0"), above)


def _may_be_asked(payment: Facts, sent: date) -> bool:
    """(6) not "meer dan twee jaar vóór de datum van verzending"; (2)(e) "redelijkerwijs had kunnen begrijpen"."""
    return same_day(payment["betaald_op"], months=24) >= sent and payment["kon_begrijpen"]
