"""The council decision of Raalte, by its letter: at the counter one pays by card only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

ANSWERS = ("uitkomst", "bedrag")
CAN_BE: dict[str, tuple[Any, ...]] = {"kan_pinnen": (True, False)}


def decide(facts: Facts) -> dict[str, Any]:
    """The card is handed over to the right person who pays the fee, and pays it by card."""
    given = facts["identiteit_vast"] and facts["wil_betalen"] and facts["kan_pinnen"]
    return {"uitkomst": "uitreiken" if given else "niet_uitreiken", "bedrag": None}
