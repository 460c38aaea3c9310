"""Parkeerverordening Voorbeeld (invented), article 7."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import same_day

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

ANSWERS = ("uitkomst", "bedrag")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "arts_ziet_zorg": (True, False),
    "verklaring_van": (date(2000, 1, 1), date(2026, 4, 1)),
}


def decide(facts: Facts) -> dict[str, Any]:
    """(2) 250 metres away, 4 days and 4 hours of care a week; (3) a statement that is not older than 2 months."""
    enough = facts["loopafstand"] >= 250 and facts["zorgdagen"] >= 4 and facts["zorguren"] >= 4
    stated = (
        enough and facts["arts_ziet_zorg"] and same_day(facts["verklaring_van"], months=2) >= facts["aanvraagdatum"]
    )
    return {"uitkomst": "vergunning" if stated else "geen_vergunning", "bedrag": None}
