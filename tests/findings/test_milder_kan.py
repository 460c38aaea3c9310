"""`milder_kan`: a milder means repairs the very criteria that decide."""

from __future__ import annotations

from tests.findings.small import check, codes

RULES = """
| gegeven | soort |
|---|---|
| papieren_compleet | ja_nee |
| heeft_recht | ja_nee |
| kan_nasturen | ja_nee |

### Voorwaarde: compleet
- eis: papieren_compleet

### Voorwaarde: recht
- eis: heeft_recht

### Uitkomst: geld
- als: compleet en recht
- soort: toekenning

### Uitkomst: geen_geld
- als: niet compleet of niet recht

### Alternatief: nasturen
- bij: geen_geld
- als: kan_nasturen
- soort: herstel
- herstelt: compleet
- tekst: U kunt de papieren alsnog sturen.
"""


def test_it_fires_when_the_milder_means_repairs_what_decides() -> None:
    found = check(RULES, papieren_compleet="nee", heeft_recht="ja", kan_nasturen="ja").findings

    assert [("milder_kan", ("compleet",))] == [(each.code, each.criteria) for each in found]
    assert "U kunt de papieren alsnog sturen." in found[0].text


def test_it_does_not_fire_when_something_else_decides_too() -> None:
    assert set() == codes(check(RULES, papieren_compleet="nee", heeft_recht="nee", kan_nasturen="ja"))


def test_it_does_not_fire_when_its_condition_does_not_hold() -> None:
    assert set() == codes(check(RULES, papieren_compleet="nee", heeft_recht="ja", kan_nasturen="nee"))


def test_it_does_not_fire_for_a_means_of_another_outcome() -> None:
    rules = RULES.replace("- bij: geen_geld", "- bij: geld")

    assert set() == codes(check(rules, papieren_compleet="nee", heeft_recht="ja", kan_nasturen="ja"))


def test_it_fires_when_the_means_repairs_more_than_what_decides() -> None:
    rules = RULES.replace("- herstelt: compleet", "- herstelt: compleet, recht")

    assert {"milder_kan"} == codes(check(rules, papieren_compleet="nee", heeft_recht="ja", kan_nasturen="ja"))
    assert {"milder_kan"} == codes(check(rules, papieren_compleet="nee", heeft_recht="nee", kan_nasturen="ja"))


def test_its_condition_is_asked_when_nobody_knows() -> None:
    assessment = check(RULES, papieren_compleet="nee", heeft_recht="ja")

    assert set() == codes(assessment)
    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is kan_nasturen?",) == assessment.not_judged


def test_nothing_is_asked_where_nothing_better_is_in_reach() -> None:
    assert (
        ()
        == check(
            RULES.replace("bij: geen_geld", "bij: geld, geen_geld"), papieren_compleet="ja", heeft_recht="ja"
        ).not_judged
    )
