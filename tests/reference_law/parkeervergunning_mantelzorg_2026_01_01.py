"""Parkeerverordening Voorbeeld (invented), articles 7 and 20."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.reference_law.arithmetic import same_day

if TYPE_CHECKING:
    from tests.reference_law.rows import Facts

ANSWERS = ("uitkomst", "bedrag", "voorstellen", "parkeren_tot")
CAN_BE: dict[str, tuple[Any, ...]] = {
    "heeft_vergunning": (True, False),
    "zorg_gestopt_op": (None, date(2026, 3, 20)),
    "arts_ziet_zorg": (True, False),
    "verklaring_van": (date(2000, 1, 1), date(2026, 4, 1)),
    "zorg_blijft": (True, False),
    "loopt_moeilijk": (True, False),
    "loopafstand": (0, 300),
    "zorgdagen": (0, 7),
    "zorgnachten": (0, 7),
    "zorguren": (0, 40),
}


def decide(facts: Facts) -> dict[str, Any]:
    """(2) 250 metres away, 4 days and 4 hours of care a week; (3) a statement that is not older than 2 months.

    (5) A permit is withdrawn when the care has ended: 28 days after the last day of care, and not within 7 days.
    """
    if facts["heeft_vergunning"] and facts["zorg_gestopt_op"] is not None:
        return {"uitkomst": "vergunning_stopt", "bedrag": None, "voorstellen": None, "parkeren_tot": _end(facts)}
    enough = facts["loopafstand"] >= 250 and facts["zorgdagen"] >= 4 and facts["zorguren"] >= 4
    stated = (
        enough and facts["arts_ziet_zorg"] and same_day(facts["verklaring_van"], months=2) >= facts["aanvraagdatum"]
    )
    return {
        "uitkomst": "vergunning" if stated else "geen_vergunning",
        "bedrag": None,
        "voorstellen": None if stated else " + ".join(_set_aside(facts)) or None,
        "parkeren_tot": _end(facts),
    }


def _end(facts: Facts) -> date | None:
    """The last day that a permit is good for; an example is decided on its reference date, unless it says when."""
    if facts["zorg_gestopt_op"] is None:
        return None
    care, decided = facts["zorg_gestopt_op"], facts.get("zaak_vandaag", facts["aanvraagdatum"])
    return date.fromordinal(max(care.toordinal() + 28, decided.toordinal() + 7))


def _set_aside(facts: Facts) -> list[str]:
    """(20) Distance, days and the age of the statement may be set aside, when that helps for all that is lacking."""
    if facts["zorguren"] < 4 or not facts["arts_ziet_zorg"]:
        return []
    near, few = facts["loopafstand"] < 250, facts["zorgdagen"] < 4
    old = same_day(facts["verklaring_van"], months=2) < facts["aanvraagdatum"]
    helped = (
        (not near or facts["loopt_moeilijk"] or facts["loopafstand"] >= 200)
        and (not few or facts["zorgdagen"] + facts["zorgnachten"] >= 4)
        and (not old or facts["zorg_blijft"])
    )
    names = {"toch_ver_genoeg": near, "nachten_tellen_mee": few, "oudere_verklaring_mag": old}
    return [name for name, lacking in names.items() if lacking and helped]
