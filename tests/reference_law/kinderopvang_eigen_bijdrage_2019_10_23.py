"""The same law as it was read from 23 October 2019: the benefit that goes with what was paid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import euros
from tests.reference_law.kinderopvang_eigen_bijdrage_2019_01_01 import CAN_BE, benefit

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

__all__ = ["ANSWERS", "CAN_BE", "decide"]
ANSWERS = ("uitkomst", "bedrag", "voorschot")


def decide(facts: Facts) -> dict[str, Any]:
    """No childcare, no benefit; else the difference with the benefit over what was paid."""
    advance = benefit(facts, facts["kosten"])
    if not facts["er_was_opvang"]:
        return {"uitkomst": "alles_terug", "bedrag": advance, "voorschot": advance}
    back = advance - benefit(facts, max(euros("0"), facts["kosten"] - facts["tekort"]))
    if back == 0:
        return {"uitkomst": "toeslag_blijft", "bedrag": None, "voorschot": advance}
    return {"uitkomst": "deel_terug", "bedrag": back, "voorschot": advance}
