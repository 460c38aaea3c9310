"""How heavy each finding weighs, and how findings are grouped into the points that a person meets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.findings.small import check, points, weights

BASE = """
| gegeven | soort |
|---|---|
| gevraagd_op | datum |
| kon_eerder | ja_nee |
| raakt_dakloos | ja_nee |

### Bedoeling: rust
- draagt: 4

### Voorwaarde: op_tijd
- eis: gevraagd_op <= 2026-03-01
- dient: rust
- haalbaar_als: kon_eerder
- botst_met: Hogere regel

### Uitkomst: geld
- als: op_tijd
- soort: toekenning

### Uitkomst: geen_geld
- als: niet op_tijd

### Gevolg: dakloos
- bij: geen_geld
- als: raakt_dakloos
- ernst: SEVERITY
"""
INCOME = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- naar_bedoeling: ja

### Uitkomst: geld
- als: laag
- soort: toekenning
- bedrag: € 100

### Uitkomst: geen_geld
- als: niet laag
"""
CHILD = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| mag_mee | ja_nee |

### Voorwaarde: inwoner
- eis: woont_hier
- naar_bedoeling: mag_mee

### Uitkomst: pas
- als: inwoner
- soort: toekenning

### Uitkomst: geen_pas
- als: niet inwoner

### Gevolg: kind_blijft_thuis
- bij: geen_pas
- ernst: 2
- wie: kind
"""
TWO_SETS = """
| gegeven | soort |
|---|---|
| kaart | ja_nee |
| contant | ja_nee |
| huurschuld | ja_nee |

### Bedoeling: orde
- draagt: 1

### Voorwaarde: met_kaart
- eis: kaart
- dient: orde
- naar_bedoeling: ja

### Voorwaarde: met_contant
- eis: contant
- dient: orde
- haalbaar_als: nee

### Voorwaarde: nooit
- eis: nee
- dient: orde

### Uitkomst: mee
- als: met_kaart of met_contant of nooit
- soort: toekenning

### Uitkomst: niet_mee
- als: niet met_kaart en niet met_contant en niet nooit

### Gevolg: zonder
- bij: niet_mee
- ernst: 2

### Signaal: schulden
- als: huurschuld
"""
LATE: dict[str, Any] = {"gevraagd_op": "2026-03-02", "kon_eerder": "ja", "raakt_dakloos": "ja"}


def rules(severity: int) -> str:
    return BASE.replace("SEVERITY", str(severity))


@pytest.mark.parametrize(("severity", "weight"), [(1, "licht"), (2, "gewoon"), (3, "zwaar")])
def test_a_limit_without_euros_weighs_as_the_consequence(severity: int, weight: str) -> None:
    assert weight == weights(check(rules(severity), **LATE))["harde_grens"]


def test_without_a_consequence_a_limit_without_euros_is_light() -> None:
    safe = {**LATE, "raakt_dakloos": "nee"}

    assert "licht" == weights(check(rules(4), **safe))["harde_grens"]


@pytest.mark.parametrize(("severity", "weight"), [(2, "licht"), (3, "zwaar")])
def test_a_collision_is_light_unless_the_consequence_is_heavy(severity: int, weight: str) -> None:
    assert weight == weights(check(rules(severity), **LATE))["regel_botst"]


@pytest.mark.parametrize(("severity", "weight"), [(2, "gewoon"), (3, "zwaar")])
def test_procedure_weighs_as_the_consequence(severity: int, weight: str) -> None:
    assert weight == weights(check(rules(severity), process={}, **LATE))["niet_gehoord"]


@pytest.mark.parametrize(("income", "weight"), [("1010.00", "zwaar"), ("1010.01", "gewoon")])
def test_a_loss_of_ten_times_what_is_lacking_weighs_heavily(income: str, weight: str) -> None:
    assert weight == weights(check(INCOME, inkomen=income))["doel_gemist"]


@pytest.mark.parametrize(("may", "weight"), [("ja", "gewoon"), ("nee", "licht")])
def test_a_child_that_is_hit_is_a_light_matter_only_when_no_set_is_open(may: str, weight: str) -> None:
    assert weight == weights(check(CHILD, woont_hier="nee", mag_mee=may))["kind_geraakt"]


def test_a_child_that_is_hit_hard_is_no_light_matter() -> None:
    rules = CHILD.replace("- ernst: 2", "- ernst: 3")

    assert "zwaar" == weights(check(rules, woont_hier="nee", mag_mee="nee"))["kind_geraakt"]


def test_what_a_person_saw_is_ordinary_whatever_the_consequence() -> None:
    assert "gewoon" == weights(check(rules(4), notes=("Zie dit.",), **LATE))["door_mens_gezien"]


def test_one_open_set_is_one_point_with_all_its_codes() -> None:
    assert [("doel_gemist", "harde_grens", "alles_of_niets")] == points(check(INCOME, inkomen="1001.00"))


def test_each_open_set_is_a_point_and_the_rest_is_grouped() -> None:
    found = points(check(TWO_SETS, process={}, notes=("Zie dit.",), kaart="nee", contant="nee", huurschuld="ja"))

    assert {
        ("doel_gemist", "zwaar_gevolg"),
        ("onhaalbare_eis", "zwaar_gevolg"),
        ("schulden",),
        ("niet_gehoord",),
        ("door_mens_gezien",),
    } == set(found)
    assert 5 == len(found)


def test_procedure_is_one_point() -> None:
    loose = {"value": "5000.00", "by": "werkgever", "verified": False}

    assert ("bewijs_dun", "niet_gehoord") in points(check(INCOME, process={}, inkomen=loose))


def test_the_heaviest_point_comes_first_and_has_the_first_letter() -> None:
    assessment = check(CHILD, process={}, woont_hier="nee", mag_mee="nee")

    assert [("A", "gewoon"), ("B", "licht")] == [(each.letter, each.weight) for each in assessment.points]


def test_a_point_weighs_as_the_heaviest_of_its_findings() -> None:
    assessment = check(rules(2), **LATE)

    assert {"harde_grens": "gewoon", "regel_botst": "licht"} == weights(assessment)
    assert ["gewoon"] == [point.weight for point in assessment.points]


def test_findings_change_no_outcome() -> None:
    quiet, noisy = check(INCOME, inkomen="5000.00"), check(INCOME, process={}, notes=("Kijk.",), inkomen="5000.00")

    assert quiet.outcome == noisy.outcome


def test_a_limit_in_euros_is_no_light_matter_though_nothing_follows() -> None:
    rules = INCOME.replace("- naar_bedoeling: ja\n", "- kleine_marge: 5%\n")

    assert {"harde_grens": "gewoon"} == weights(check(rules, inkomen="1020.00"))


def test_each_set_weighs_by_its_own_loss() -> None:
    rules = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| spaargeld | bedrag |

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- naar_bedoeling: ja

### Voorwaarde: weinig
- eis: spaargeld <= € 1.000
- naar_bedoeling: ja

### Uitkomst: geld
- als: laag of weinig
- soort: toekenning
- bedrag: € 100

### Uitkomst: geen_geld
- als: niet laag en niet weinig
"""
    found = check(rules, inkomen="1500.00", spaargeld="1001.00").findings

    assert {("laag", "gewoon"), ("weinig", "zwaar")} == {
        (str(each.criteria[0]), each.weight) for each in found if each.code == "doel_gemist"
    }
