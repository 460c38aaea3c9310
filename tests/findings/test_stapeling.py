"""`stapeling`: an adverse outcome on top of others for the same household."""

from __future__ import annotations

from typing import Any

import pytest

from maatwerk.bench.examples import run_examples
from tests.findings.small import INCOME_LIMIT, check, codes, ruleset

RULES = "---\nstapeling: ja\n---\n" + INCOME_LIMIT


def decisions(*days: str, **more: object) -> dict[str, Any]:
    """Adverse decisions on these days, and the resident was heard."""
    found = [{"number": f"B-{number}", "on": day, "adverse": True, **more} for number, day in enumerate(days)]
    return {"heard": {"on": "2026-03-01"}, "decisions": found}


@pytest.mark.parametrize(
    ("days", "found"),
    [((), False), (("2026-01-01",), False), (("2026-01-01",) * 2, True), (("2026-01-01",) * 3, True)],
)
def test_two_other_decisions_are_a_stack(days: tuple[str, ...], *, found: bool) -> None:
    assert found is ("stapeling" in codes(check(RULES, process=decisions(*days), inkomen="5000.00")))


@pytest.mark.parametrize(
    ("day", "found"),
    [("2025-03-01", False), ("2025-03-02", True), ("2026-03-02", True), ("2026-03-03", False)],
)
def test_they_lie_in_the_twelve_months_up_to_the_reference_date(day: str, *, found: bool) -> None:
    process = decisions("2026-01-01", day)

    assert found is ("stapeling" in codes(check(RULES, process=process, inkomen="5000.00")))


def test_one_number_counts_once() -> None:
    process = decisions("2026-01-01", "2026-01-02")
    process["decisions"][1]["number"] = "B-0"

    assert set() == codes(check(RULES, process=process, inkomen="5000.00"))


@pytest.mark.parametrize(("number", "found"), [("B-0", False), ("B-9", True)])
def test_the_decision_that_is_objected_to_is_no_other_decision(number: str, *, found: bool) -> None:
    process = decisions("2026-01-01", "2026-01-02") | {"objection": {"number": number, "on": "2026-02-01"}}

    assert found is ("stapeling" in codes(check(RULES, process=process, inkomen="5000.00")))


@pytest.mark.parametrize("more", [{"adverse": False}, {"household": False}])
def test_what_was_not_adverse_or_not_on_this_household_does_not_count(more: dict[str, bool]) -> None:
    process = decisions("2026-01-01", "2026-01-02", **more)

    assert set() == codes(check(RULES, process=process, inkomen="5000.00"))


def test_only_an_adverse_outcome_comes_on_top() -> None:
    process = decisions("2026-01-01", "2026-01-02")

    assert set() == codes(check(RULES, process=process, inkomen="900.00"))
    assert set() == codes(check(RULES, process=process))


def test_a_ruleset_that_does_not_ask_for_other_decisions_does_not_use_them() -> None:
    assert set() == codes(check(INCOME_LIMIT, process=decisions("2026-01-01", "2026-01-02"), inkomen="5000.00"))


def test_a_part_comes_on_top_when_more_was_in_reach() -> None:
    part = RULES.replace("- als: niet laag", "- als: niet laag\n- soort: gedeeltelijk")

    assert {"stapeling"} == codes(check(part, process=decisions("2026-01-01", "2026-01-02"), inkomen="5000.00"))


def test_it_says_how_many() -> None:
    found = check(RULES, process=decisions("2026-01-01", "2026-01-02"), inkomen="5000.00").findings[0]

    assert ("stapeling", "onredelijk", ()) == (found.code, found.kind, found.criteria)
    assert all(part in found.text for part in ("12 maanden", "2 besluiten"))


@pytest.mark.parametrize(("number", "found"), [("1", "–"), ("2", "stapeling")])
def test_an_example_tells_how_many_other_decisions_there_are(number: str, found: str) -> None:
    table = """
## Voorbeelden

| geval | dag | inkomen | zaak_nadelige_besluiten | => bevindingen |
|---|---|---|---|---|
| rij | 2026-03-02 | 5000 | {} | – |
"""
    (row,) = run_examples(ruleset(RULES + table.format(number)))

    assert [found] == [cell.found for cell in row.cells]


def test_decisions_after_the_reference_date_do_not_count() -> None:
    process = decisions("2026-01-20", "2026-01-21")

    assert set() == codes(check(RULES, process=process, inkomen="5000.00", dag="2026-01-15"))
    assert {"stapeling"} == codes(check(RULES, process=process, inkomen="5000.00", dag="2026-01-21"))
