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


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row["geval"])
def test_article_7(row: dict[str, str]) -> None:
    assert row["=> uitkomst"] == ("geen_vergunning" if failing(row) else "vergunning")


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row["geval"])
def test_article_20(row: dict[str, str]) -> None:
    """An exception is proposed where each part that is not met may be set aside."""
    wrong = failing(row)
    possible = bool(wrong) and all(ways_out(row).get(each, False) for each in wrong)
    assert row["=> voorstellen"] == (" + ".join(NAMES[each] for each in NAMES if each in wrong) if possible else "–")
