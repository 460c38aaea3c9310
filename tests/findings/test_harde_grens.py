"""`harde_grens`: nearly met, and a great loss just beyond the limit."""

from __future__ import annotations

import pytest

from tests.findings.small import check, codes, records

INCOME = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Uitkomst: geld
- als: laag
- soort: toekenning
- bedrag: € 30

### Uitkomst: geen_geld
- als: niet laag
"""
DAYS = """
| gegeven | soort |
|---|---|
| gevraagd_op | datum |

### Voorwaarde: op_tijd
- eis: gevraagd_op <= 2026-03-01

### Uitkomst: geld
- als: op_tijd
- soort: toekenning
- bedrag: € 10

### Uitkomst: geen_geld
- als: niet op_tijd
"""
AGE = """
| gegeven | soort |
|---|---|
| geboren | datum |

### Voorwaarde: oud_genoeg
- eis: leeftijd_op(geboren; dag) >= 12

### Uitkomst: geld
- als: oud_genoeg
- soort: toekenning

### Uitkomst: geen_geld
- als: niet oud_genoeg
"""
SETTINGS = "\n### Instellingen\n"


@pytest.mark.parametrize(
    ("income", "found"),
    [("1000.00", False), ("1000.01", True), ("1009.99", True), ("1010.00", True), ("1010.01", False)],
)
def test_the_loss_must_be_three_times_what_is_lacking(income: str, *, found: bool) -> None:
    assert found is ("harde_grens" in codes(check(INCOME, inkomen=income)))


@pytest.mark.parametrize(("income", "found"), [("1049.99", True), ("1050.00", True), ("1050.01", False)])
def test_what_is_lacking_must_lie_within_five_per_cent_of_the_limit(income: str, *, found: bool) -> None:
    rules = INCOME.replace("€ 30", "€ 3.000")

    assert found is ("harde_grens" in codes(check(rules, inkomen=income)))


@pytest.mark.parametrize(("income", "found"), [("1100.00", True), ("1100.01", False)])
def test_a_criterion_may_have_its_own_margin(income: str, *, found: bool) -> None:
    rules = INCOME.replace("€ 30", "€ 3.000").replace("- eis:", "- kleine_marge: 10%\n- eis:")

    assert found is ("harde_grens" in codes(check(rules, inkomen=income)))


@pytest.mark.parametrize(("income", "found"), [("1006.00", True), ("1006.01", False)])
def test_the_ratio_is_a_setting(income: str, *, found: bool) -> None:
    rules = INCOME + SETTINGS + "- harde_grens_verhouding: 5\n"

    assert found is ("harde_grens" in codes(check(rules, inkomen=income)))


@pytest.mark.parametrize(("income", "found"), [("1010.00", True), ("1010.01", False)])
def test_the_margin_is_a_setting(income: str, *, found: bool) -> None:
    rules = INCOME.replace("€ 30", "€ 3.000") + SETTINGS + "- kleine_marge: 1%\n"

    assert found is ("harde_grens" in codes(check(rules, inkomen=income)))


@pytest.mark.parametrize(("day", "found"), [("2026-03-01", False), ("2026-03-15", True), ("2026-03-16", False)])
def test_dates_have_a_margin_of_fourteen_days_and_no_test_of_loss(day: str, *, found: bool) -> None:
    assert found is ("harde_grens" in codes(check(DAYS, gevraagd_op=day)))


@pytest.mark.parametrize(("day", "found"), [("2026-03-04", True), ("2026-03-05", False)])
def test_the_margin_in_days_is_a_setting(day: str, *, found: bool) -> None:
    rules = DAYS + SETTINGS + "- kleine_marge_dagen: 3\n"

    assert found is ("harde_grens" in codes(check(rules, gevraagd_op=day)))


def test_a_margin_of_no_days_is_off() -> None:
    rules = DAYS.replace("- eis:", "- kleine_marge: 0 dagen\n- eis:")

    assert set() == codes(check(rules, gevraagd_op="2026-03-02"))


def test_a_margin_of_no_days_is_off_for_an_amount_too() -> None:
    off = INCOME.replace("- eis:", "- kleine_marge: 0 dagen\n- eis:")
    no_days_only = INCOME.replace("- eis:", "- kleine_marge: 5%; 0 dagen\n- eis:")

    assert "harde_grens" not in codes(check(off, inkomen="1000.01"))
    assert "harde_grens" in codes(check(no_days_only, inkomen="1000.01"))


@pytest.mark.parametrize(("born", "found"), [("2014-03-02", False), ("2014-03-16", True), ("2014-03-17", False)])
def test_an_age_is_counted_in_days_to_the_birthday(born: str, *, found: bool) -> None:
    assert found is ("harde_grens" in codes(check(AGE, geboren=born)))


def test_what_is_so_or_not_so_is_never_nearly_met() -> None:
    rules = DAYS.replace("| gevraagd_op | datum |", "| gevraagd_op | datum |\n| woont_hier | ja_nee |")
    rules = rules.replace("- eis: gevraagd_op", "- eis: woont_hier en gevraagd_op")

    assert set() == codes(check(rules, gevraagd_op="2026-03-02", woont_hier="nee"))
    assert {"harde_grens"} == codes(check(rules, gevraagd_op="2026-03-02", woont_hier="ja"))


def test_one_alternative_that_is_near_is_enough() -> None:
    rules = DAYS.replace("| gevraagd_op | datum |", "| gevraagd_op | datum |\n| punten | getal |")
    rules = rules.replace("- eis: gevraagd_op <=", "- eis: punten >= 100 of gevraagd_op <=")

    assert {"harde_grens"} == codes(check(rules, gevraagd_op="2026-12-31", punten="95"))
    assert set() == codes(check(rules, gevraagd_op="2026-12-31", punten="94"))


def test_money_that_comes_every_month_and_a_limit_a_month_are_both_counted_for_a_year() -> None:
    monthly = INCOME.replace("- bedrag: € 30", "- bedrag: toeslag").replace("€ 1.000", "grens")
    norms = """
| norm | soort | vanaf | waarde | bron |
|---|---|---|---|---|
| toeslag | bedrag per maand | 2026-01-01 | € 30 | artikel 2 |
| grens | bedrag per maand | 2026-01-01 | € 1.000 | artikel 1 |
"""
    rules = norms + monthly

    assert "harde_grens" in codes(check(rules, inkomen="1010.00"))
    assert set() == codes(check(rules, inkomen="1010.01"))


def test_without_an_amount_the_loss_is_not_tested() -> None:
    assert {"harde_grens"} == codes(check(INCOME.replace("- bedrag: € 30\n", ""), inkomen="1050.00"))


def test_it_says_the_distance_the_loss_and_from_when_it_is_said() -> None:
    text = check(INCOME, inkomen="1003.00").findings[0].text

    assert all(part in text for part in ("3,00", "30,00", "10 keer", "3 keer"))


def test_the_thresholds_used_are_handed_over() -> None:
    rules = INCOME + SETTINGS + "- harde_grens_verhouding: 5\n"

    assert "5" == check(rules, inkomen="1003.00").settings["hard_limit_ratio"]


def test_what_the_distance_still_depends_on_is_asked() -> None:
    rules = INCOME.replace(
        "| inkomen | bedrag per maand |", "| inkomen | bedrag per maand |\n| fooien | bedrag per maand |"
    )
    rules = rules.replace("- eis: inkomen", "- eis: inkomen + fooien")

    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is fooien?",) == check(rules, inkomen="1010.00").not_judged
    assert "harde_grens" in codes(check(rules, inkomen="1010.00", fooien="0.00"))


def test_in_a_record_it_is_asked_of_that_record() -> None:
    rules = """
| gegeven | soort |
|---|---|
| posten | lijst |
| posten.waarde | bedrag |
| posten.extra | bedrag |

### Voorwaarde: klein
- per: posten
- eis: waarde + extra <= € 1.000
- kleine_marge: 5%

### Voorwaarde: alles_klein
- soort: kenmerk
- eis: voor_alle(klein uit posten)

### Uitkomst: geld
- als: alles_klein
- soort: toekenning
- bedrag: € 30

### Uitkomst: geen_geld
- als: niet alles_klein
"""
    found = check(rules, posten=records({"waarde": "5.00", "extra": "1.00"}, {"waarde": "1010.00"}))

    assert 1 == len(found.not_judged)
    assert "posten, nummer 2" in found.not_judged[0]

    without_a_margin = rules.replace("- kleine_marge: 5%", "- naar_bedoeling: ja")
    assert () == check(without_a_margin, posten=records({"waarde": "1010.00"})).not_judged
