"""`spoed`: something happens to the resident before the decision must be taken."""

from __future__ import annotations

from typing import Any

import pytest

from tests.findings.small import check, codes

RULES = """---
beslistermijn: 8 weken
---

| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| huurt | ja_nee |
| ontruiming | datum |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Uitkomst: geld
- als: laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag

### Gevolg: huis_kwijt
- bij: geld, geen_geld
- als: huurt
- voor: ontruiming
- tekst: Op {ontruiming} moet u uw huis uit.
"""
RECEIVED = "2026-02-02"  # last day: Monday 30 March


@pytest.mark.parametrize(
    ("day", "found"), [("2026-03-01", True), ("2026-03-29", True), ("2026-03-30", True), ("2026-03-31", False)]
)
def test_it_happens_before_the_term_ends(day: str, *, found: bool) -> None:
    assessment = check(RULES, received=RECEIVED, inkomen="5000.00", huurt="ja", ontruiming=day)

    assert found is ("spoed" in codes(assessment))


def test_a_consequence_that_does_not_hold_is_no_haste() -> None:
    assert set() == codes(check(RULES, received=RECEIVED, inkomen="5000.00", huurt="nee", ontruiming="2026-03-10"))


def test_it_fires_on_a_grant_when_the_consequence_names_it() -> None:
    facts: dict[str, Any] = {"inkomen": "900.00", "huurt": "ja", "ontruiming": "2026-03-10"}
    on_refusal = RULES.replace("- bij: geld, geen_geld", "- bij: geen_geld")

    assert {"spoed"} == codes(check(RULES, received=RECEIVED, **facts))
    assert set() == codes(check(on_refusal, received=RECEIVED, **facts))


def test_on_an_unknown_outcome_it_fires_when_the_consequence_is_of_every_outcome_left() -> None:
    on_refusal = RULES.replace("- bij: geld, geen_geld", "- bij: geen_geld")

    assert {"spoed"} == codes(check(RULES, received=RECEIVED, huurt="ja", ontruiming="2026-03-10"))
    assert set() == codes(check(on_refusal, received=RECEIVED, huurt="ja", ontruiming="2026-03-10"))


def test_a_term_that_stands_still_ends_later() -> None:
    process = {"heard": {"on": "2026-03-01"}, "suspended": [{"from": "2026-02-25"}]}
    facts: dict[str, Any] = {"inkomen": "900.00", "huurt": "ja"}

    assert {"spoed"} == codes(check(RULES, process=process, received=RECEIVED, ontruiming="2026-04-07", **facts))
    assert set() == codes(check(RULES, received=RECEIVED, ontruiming="2026-04-07", **facts))


def test_without_a_term_nothing_is_said_or_asked() -> None:
    no_term = RULES.removeprefix("---\nbeslistermijn: 8 weken\n---\n")

    found = check(no_term, received=RECEIVED, inkomen="900.00", huurt="ja")
    assert (set(), ()) == (codes(found), found.not_judged)


def test_without_a_day_of_receipt_that_day_is_asked_once() -> None:
    found = check(RULES, ontruiming="2026-03-10", inkomen="900.00", huurt="ja")

    assert (set(), 1) == (codes(found), len(found.not_judged))
    assert "op welke dag de aanvraag kwam (received)" in found.not_judged[0]


def test_the_day_is_asked_when_it_is_not_known() -> None:
    assessment = check(RULES, received=RECEIVED, inkomen="900.00", huurt="ja")

    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is ontruiming?",) == assessment.not_judged


def test_nothing_is_asked_about_a_day_that_comes_after_the_term() -> None:
    assert () == check(RULES, received=RECEIVED, inkomen="900.00", ontruiming="2026-05-01").not_judged


def test_it_is_procedure_and_says_what_happens() -> None:
    found = check(RULES, received=RECEIVED, inkomen="900.00", huurt="ja", ontruiming="2026-03-10").findings[0]

    assert ("spoed", "procedure") == (found.code, found.kind)
    assert "Op 10 maart 2026 moet u uw huis uit." in found.text


def test_a_term_that_a_calculation_gives_has_a_first_and_a_last_end() -> None:
    rules = RULES.replace("8 weken", "laatste_dag").replace(
        "### Voorwaarde", "### Berekening: laatste_dag\n- soort: datum\n- is: plus_dagen(dag; 14)\n\n### Voorwaarde", 1
    )
    facts: dict[str, Any] = {"inkomen": "900.00", "huurt": "ja"}

    assert {"spoed"} == codes(check(rules, received=RECEIVED, ontruiming="2026-03-16", **facts))
    assert set() == codes(check(rules, received=RECEIVED, ontruiming="2026-03-17", **facts))


@pytest.mark.parametrize(("not_before", "asked"), [("2026-03-30", True), ("2026-03-31", False)])
def test_a_day_that_may_be_the_last_day_is_asked(not_before: str, *, asked: bool) -> None:
    rules = RULES.replace("- voor: ontruiming", f"- voor: max(ontruiming; {not_before})")

    assert asked is bool(check(rules, received=RECEIVED, inkomen="900.00", huurt="ja").not_judged)


def test_a_calculated_term_that_counts_from_the_receipt_waits_for_that_day() -> None:
    rules = RULES.replace("8 weken", "laatste_dag").replace(
        "### Voorwaarde",
        "### Berekening: laatste_dag\n- soort: datum\n- is: plus_dagen(zaak_ontvangen; 14)\n\n### Voorwaarde",
        1,
    )

    assert "(received)" in check(rules, inkomen="900.00", huurt="ja").not_judged[-1]
    assert "ontruiming" in check(rules, received=RECEIVED, inkomen="900.00", huurt="ja").not_judged[0]


@pytest.mark.parametrize(("rents", "asked"), [("ja", True), ("nee", False)])
def test_when_the_term_ends_is_asked_where_something_may_happen_before(rents: str, *, asked: bool) -> None:
    rules = RULES.replace("8 weken", "laatste_dag").replace(
        "| huurt | ja_nee |", "| huurt | ja_nee |\n| compleet | datum |"
    )
    rules += "\n### Berekening: laatste_dag\n- soort: datum\n- is: plus_dagen(max(compleet; dag); 14)\n"
    found = check(rules, inkomen="900.00", huurt=rents, ontruiming="2026-05-01").not_judged

    assert asked is any("compleet" in each for each in found)
