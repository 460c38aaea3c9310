"""`kind_geraakt`: an adverse outcome falls on a child."""

from __future__ import annotations

from typing import Any

import pytest

from tests.findings.small import check, codes

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| zonder_laptop | ja_nee |

### Bedoeling: sparen
- draagt: 4

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- dient: sparen

### Voorwaarde: net_laag
- eis: inkomen <= € 2.000
- dient: sparen

### Uitkomst: alles
- als: laag
- soort: toekenning
- bedrag: € 400
- gaat_voor: deel

### Uitkomst: deel
- als: net_laag
- soort: gedeeltelijk
- bedrag: € 200

### Uitkomst: geen_geld
- als: niet net_laag

### Gevolg: geen_laptop
- bij: alles, deel, geen_geld
- als: zonder_laptop
- ernst: 2
- wie: kind
"""
REFUSED: dict[str, Any] = {"inkomen": "5000.00", "zonder_laptop": "ja"}


@pytest.mark.parametrize(("severity", "found"), [(1, False), (2, True), (3, True)])
def test_a_consequence_of_seriousness_two_counts(severity: int, *, found: bool) -> None:
    rules = RULES.replace("- ernst: 2", f"- ernst: {severity}")

    assert found is ("kind_geraakt" in codes(check(rules, **REFUSED)))


def test_it_fires_when_something_better_is_in_reach_though_some_is_granted() -> None:
    assert {"kind_geraakt"} == codes(check(RULES, inkomen="1500.00", zonder_laptop="ja"))


def test_it_does_not_fire_on_a_full_grant() -> None:
    assert set() == codes(check(RULES, inkomen="900.00", zonder_laptop="ja"))


def test_it_does_not_fire_when_the_consequence_does_not_hold() -> None:
    assert set() == codes(check(RULES, inkomen="5000.00", zonder_laptop="nee"))


def test_a_consequence_for_the_resident_alone_is_not_one_for_a_child() -> None:
    assert set() == codes(check(RULES.replace("- wie: kind\n", ""), **REFUSED))


def test_a_consequence_may_fall_on_a_child_in_some_cases_only() -> None:
    rules = RULES.replace("- wie: kind", "- wie: huishouden\n- kind_als: zonder_laptop")
    rules = rules.replace("- als: zonder_laptop\n", "")

    assert {"kind_geraakt"} == codes(check(rules, **REFUSED))
    assert set() == codes(check(rules, inkomen="5000.00", zonder_laptop="nee"))


def test_whether_a_child_is_hit_is_asked_when_nobody_knows() -> None:
    questions = check(RULES, inkomen="5000.00").not_judged

    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is zonder_laptop?",) == questions


def test_it_is_reported_once_about_the_consequence() -> None:
    findings = check(RULES, **REFUSED).findings

    assert [("kind_geraakt", ())] == [(each.code, each.criteria) for each in findings]


def test_while_it_is_not_known_whether_a_child_is_hit_it_does_not_fire() -> None:
    rules = RULES.replace("- wie: kind", "- wie: huishouden\n- kind_als: zonder_laptop").replace(
        "- als: zonder_laptop\n", ""
    )
    assessment = check(rules, inkomen="5000.00")

    assert set() == codes(assessment)
    assert 1 == len(assessment.not_judged)


def test_nothing_is_asked_of_a_full_grant_or_of_what_follows_on_another_outcome() -> None:
    elsewhere = RULES.replace("- bij: alles, deel, geen_geld", "- bij: geen_geld")

    assert () == check(RULES, inkomen="900.00").not_judged
    assert () == check(elsewhere, inkomen="1500.00").not_judged
    assert () != check(RULES, inkomen="1500.00").not_judged
