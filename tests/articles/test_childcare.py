"""The examples on childcare benefit, worked out a second time from the law: Wet kinderopvang 1.5, Awir 14 and 26."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.articles.rows import UNKNOWN, number, rows, whole

OLD, LATER = (f"kinderopvang-eigen-bijdrage/{day}.md" for day in ("2019-01-01", "2019-10-23"))
AMOUNTS = ("kosten", "tekort", "toeslag_deel")


def known(name: str) -> list[dict[str, str]]:
    return [row for row in rows(name) if UNKNOWN not in {row[each] for each in (*AMOUNTS, "er_was_opvang")}]


def benefit(row: dict[str, str]) -> tuple[int, int]:
    """What goes with all costs, and with the costs that were paid, in whole euros (Awir 14, fourth paragraph)."""
    costs, missing, part = (number(row[each]) for each in AMOUNTS)
    part = min(part, Fraction(96)) / 100
    paid = max(costs - missing, Fraction(0))
    return int(whole(part * costs)), int(whole(part * paid))


@pytest.mark.parametrize("row", known(OLD), ids=lambda row: row["geval"])
def test_all_or_nothing(row: dict[str, str]) -> None:
    """One cent that was not paid, and the whole advance goes back (Awir 26, as it was read)."""
    right = row["er_was_opvang"] == "ja" and number(row["tekort"]) == 0
    assert row["=> uitkomst"] == ("toeslag_blijft" if right else "alles_terug")
    if not right:
        assert number(row["=> bedrag"]) == benefit(row)[0]


@pytest.mark.parametrize("row", known(LATER), ids=lambda row: row["geval"])
def test_by_what_was_paid(row: dict[str, str]) -> None:
    """Since 23 October 2019 only the part that goes with what was not paid; without childcare still everything."""
    all_costs, paid_costs = benefit(row)
    back = all_costs - paid_costs if row["er_was_opvang"] == "ja" else all_costs
    some = "deel_terug" if row["er_was_opvang"] == "ja" else "alles_terug"
    assert row["=> uitkomst"] == (some if back else "toeslag_blijft")
    if back:
        assert number(row["=> bedrag"]) == back


def test_the_same_two_hundred_euros_cost_sixty_times_as_much_before() -> None:
    (before,) = [row for row in rows(OLD) if row["geval"] == "tweehonderd euro tekort"]
    (after,) = [row for row in rows(LATER) if row["geval"] == "tweehonderd euro tekort"]
    assert [row[each] for row in (before, after) for each in AMOUNTS] == 2 * ["12.000", "200", "83,33%"]
    assert ("€ 10.000", "€ 167") == (before["=> bedrag"], after["=> bedrag"])
    assert "alles_of_niets" in before["=> bevindingen"]
    assert after["=> bevindingen"] == "–"
