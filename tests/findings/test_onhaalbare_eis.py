"""`onhaalbare_eis`: this person cannot meet a requirement that decides."""

from __future__ import annotations

from tests.findings.small import check, codes

RULES = """
| gegeven | soort |
|---|---|
| heeft_bewijs | ja_nee |
| kan_bewijs_krijgen | ja_nee |

### Voorwaarde: bewijs
- eis: heeft_bewijs
- haalbaar_als: kan_bewijs_krijgen

### Uitkomst: geld
- als: bewijs
- soort: toekenning

### Uitkomst: geen_geld
- als: niet bewijs
"""


def test_it_fires_when_the_requirement_is_not_met_and_cannot_be_met() -> None:
    assert {"onhaalbare_eis"} == codes(check(RULES, heeft_bewijs="nee", kan_bewijs_krijgen="nee"))


def test_it_does_not_fire_when_the_person_can_meet_it() -> None:
    assert set() == codes(check(RULES, heeft_bewijs="nee", kan_bewijs_krijgen="ja"))


def test_it_does_not_fire_when_the_requirement_is_met() -> None:
    assert set() == codes(check(RULES, heeft_bewijs="ja", kan_bewijs_krijgen="nee"))


def test_whether_it_can_be_met_is_asked_when_nobody_knows() -> None:
    assessment = check(RULES, heeft_bewijs="nee")

    assert set() == codes(assessment)
    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is kan_bewijs_krijgen?",) == assessment.not_judged


def test_it_is_a_finding_about_the_criterion_of_kind_onbedoeld() -> None:
    found = check(RULES, heeft_bewijs="nee", kan_bewijs_krijgen="nee").findings[0]

    assert ("onbedoeld", ("bewijs",)) == (found.kind, found.criteria)
