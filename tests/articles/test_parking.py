"""The examples on parking for informal carers, worked out a second time from article 7 and 20 of the ordinance."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest

from tests.articles.rows import UNKNOWN, number, rows

EVERY = [row for row in rows("parkeervergunning-mantelzorg/2026-01-01.md") if "=> uitkomst" in row]
KNOWN = [row for row in EVERY if UNKNOWN not in row.values()]


def two_months_after(day: date) -> date:
    """The same day two months on, or the last day of a shorter month."""
    year, month = day.year + (day.month + 1) // 12, (day.month + 1) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def failing(row: dict[str, str]) -> set[str]:
    """The parts of article 7 that are not met."""
    fresh = two_months_after(date.fromisoformat(row["verklaring_van"])) >= date.fromisoformat(row["aanvraagdatum"])
    met = {
        "care": row["arts_ziet_zorg"] == "ja",
        "metres": number(row["loopafstand"]) >= 250,
        "days": number(row["zorgdagen"]) >= 4,
        "hours": number(row["zorguren"]) >= 4,
        "statement": fresh,
    }
    return {name for name, holds in met.items() if not holds}


def ways_out(row: dict[str, str]) -> dict[str, bool]:
    """For each part of article 7 that article 20 covers and the ruleset worked out: whether it may be set aside."""
    return {
        "metres": row["loopt_moeilijk"] == "ja" or number(row["loopafstand"]) >= 200,
        "days": number(row["zorgdagen"]) + number(row["zorgnachten"]) >= 4,
        "statement": row["zorg_blijft"] == "ja",
    }


NAMES = {"metres": "toch_ver_genoeg", "days": "nachten_tellen_mee", "statement": "oudere_verklaring_mag"}


def stops(row: dict[str, str]) -> bool:
    """Article 7 (5): there is a permit, and the care has ended."""
    return row["heeft_vergunning"] == "ja" and row["zorg_gestopt_op"] != "leeg"


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row["geval"])
def test_article_7(row: dict[str, str]) -> None:
    expected = "geen_vergunning" if failing(row) else "vergunning"
    assert row["=> uitkomst"] == ("vergunning_stopt" if stops(row) else expected)


ENDS = [row for row in rows("parkeervergunning-mantelzorg/2026-01-01.md") if row.get("=> parkeren_tot")]


@pytest.mark.parametrize("row", ENDS, ids=lambda row: row["geval"])
def test_the_last_day_of_a_permit_after_the_care(row: dict[str, str]) -> None:
    """Article 7 (5): 28 days after the last day of care, and not within 7 days of the decision."""
    care, decided = (date.fromisoformat(row[name]).toordinal() for name in ("zorg_gestopt_op", "zaak_vandaag"))
    assert row["=> parkeren_tot"] == date.fromordinal(max(care + 28, decided + 7)).isoformat()


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row["geval"])
def test_article_20(row: dict[str, str]) -> None:
    """An exception is proposed where each part that is not met may be set aside."""
    wrong = set() if stops(row) else failing(row)
    possible = bool(wrong) and all(ways_out(row).get(each, False) for each in wrong)
    assert row["=> voorstellen"] == (" + ".join(NAMES[each] for each in NAMES if each in wrong) if possible else "–")
