"""`alles_of_niets`: a small shortfall in money costs at least ten times as much."""

from __future__ import annotations

import pytest

from tests.findings.small import check, codes

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- kleine_marge: 0%

### Uitkomst: geld
- als: laag
- soort: toekenning
- bedrag: € 100

### Uitkomst: geen_geld
- als: niet laag
"""
TWO = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| vermogen | bedrag |

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- kleine_marge: 0%

### Voorwaarde: weinig_bezit
- eis: vermogen <= € 5.000
- kleine_marge: 0%

### Uitkomst: geld
- als: laag en weinig_bezit
- soort: toekenning
- bedrag: € 100

### Uitkomst: geen_geld
- als: niet laag of niet weinig_bezit
"""
SETTINGS = "\n### Instellingen\n"


@pytest.mark.parametrize(
    ("income", "found"), [("1000.00", False), ("1009.99", True), ("1010.00", True), ("1010.01", False)]
)
def test_the_loss_must_be_ten_times_what_is_lacking(income: str, *, found: bool) -> None:
    assert found is ("alles_of_niets" in codes(check(RULES, inkomen=income)))


@pytest.mark.parametrize(("amount", "found"), [("€ 49,99", False), ("€ 50", True), ("€ 50,01", True)])
def test_less_than_fifty_euros_is_never_all_or_nothing(amount: str, *, found: bool) -> None:
    rules = RULES.replace("€ 100", amount)

    assert found is ("alles_of_niets" in codes(check(rules, inkomen="1000.01")))


@pytest.mark.parametrize(("income", "found"), [("1020.00", True), ("1020.01", False)])
def test_the_ratio_is_a_setting(income: str, *, found: bool) -> None:
    rules = RULES + SETTINGS + "- alles_of_niets_verhouding: 5\n"

    assert found is ("alles_of_niets" in codes(check(rules, inkomen=income)))


@pytest.mark.parametrize(("floor", "found"), [("€ 100", True), ("€ 100,01", False)])
def test_the_floor_is_a_setting(floor: str, *, found: bool) -> None:
    rules = RULES + SETTINGS + f"- alles_of_niets_bedrag: {floor}\n"

    assert found is ("alles_of_niets" in codes(check(rules, inkomen="1001.00")))


@pytest.mark.parametrize(("wealth", "found"), [("5005.00", True), ("5005.01", False)])
def test_what_several_criteria_lack_is_added_up(wealth: str, *, found: bool) -> None:
    assert found is ("alles_of_niets" in codes(check(TWO, inkomen="1005.00", vermogen=wealth)))


def test_every_member_of_the_set_must_lack_money() -> None:
    rules = TWO.replace("| vermogen | bedrag |", "| woont_hier | ja_nee |")
    rules = rules.replace("- eis: vermogen <= € 5.000", "- eis: woont_hier")

    assert {"alles_of_niets"} == codes(check(rules, inkomen="1001.00", woont_hier="ja"))
    assert set() == codes(check(rules, inkomen="1001.00", woont_hier="nee"))


def test_it_says_what_is_lacking_and_what_is_lost() -> None:
    found = check(RULES, inkomen="1004.00").findings[0]

    assert "onredelijk" == found.kind
    assert all(part in found.text for part in ("4,00", "100,00"))


def test_a_set_that_costs_little_hides_no_set_that_costs_much() -> None:
    rules = (
        TWO[: TWO.index("### Uitkomst")]
        + """
### Uitkomst: klein_bedrag
- als: laag en niet weinig_bezit
- soort: toekenning
- bedrag: € 40

### Uitkomst: groot_bedrag
- als: weinig_bezit
- soort: toekenning
- bedrag: € 500

### Uitkomst: geen_geld
- als: niet laag en niet weinig_bezit
"""
    )
    found = check(rules, inkomen="1001.00", vermogen="5001.00").findings

    assert [("alles_of_niets", ("weinig_bezit",))] == [(each.code, each.criteria) for each in found]
