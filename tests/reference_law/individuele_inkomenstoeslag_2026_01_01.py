"""Participatiewet, article 36: a supplement once in 12 months for who has had a low income for long."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import euros, same_day

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

ANSWERS = ("uitkomst", "bedrag")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "eerder_verleend": (True, False),
    "verleend_op": (date(2000, 1, 1), date(2026, 3, 9)),
    "lang_laag_inkomen": (True, False),
}


def decide(facts: Facts) -> dict[str, Any]:
    """Article 36(3): granted "in de periode van 12 maanden onmiddellijk voorafgaande aan de aanvraag"? Then refused."""
    if facts["eerder_verleend"] and same_day(facts["verleend_op"], months=12) > facts["aanvraagdatum"]:
        return {"uitkomst": "afwijzen_twaalf_maanden", "bedrag": None}
    if not facts["lang_laag_inkomen"]:
        return {"uitkomst": "afwijzen_inkomen", "bedrag": None}
    return {"uitkomst": "toeslag_verlenen", "bedrag": euros("400")}
