"""`regel_botst`: a rule that decides may conflict with a higher norm."""

from __future__ import annotations

from tests.findings.small import check, codes

RULES = """
| gegeven | soort |
|---|---|
| kan_pinnen | ja_nee |
| kan_anders | ja_nee |

### Voorwaarde: pin
- eis: kan_pinnen
- haalbaar_als: kan_anders
- botst_met: Hogere regel, artikel 1
- botst_als: niet kan_anders

### Uitkomst: mee
- als: pin
- soort: toekenning

### Uitkomst: niet_mee
- als: niet pin
"""


def test_it_fires_when_the_conflict_is_there_and_the_set_is_open() -> None:
    assert {"onhaalbare_eis", "regel_botst"} == codes(check(RULES, kan_pinnen="nee", kan_anders="nee"))


def test_it_does_not_fire_when_the_conflict_is_not_there() -> None:
    rules = RULES.replace("- haalbaar_als: kan_anders", "- haalbaar_als: nee")

    assert {"onhaalbare_eis"} == codes(check(rules, kan_pinnen="nee", kan_anders="ja"))


def test_it_does_not_fire_when_nothing_else_speaks_against_the_criterion() -> None:
    rules = RULES.replace("- botst_als: niet kan_anders\n", "")

    assert set() == codes(check(rules, kan_pinnen="nee", kan_anders="ja"))


def test_without_a_condition_the_conflict_is_always_there() -> None:
    rules = RULES.replace("- botst_als: niet kan_anders\n", "")

    assert {"onhaalbare_eis", "regel_botst"} == codes(check(rules, kan_pinnen="nee", kan_anders="nee"))


def test_it_does_not_fire_when_the_rule_does_not_decide() -> None:
    assert set() == codes(check(RULES, kan_pinnen="ja", kan_anders="nee"))


def test_it_names_the_higher_norm() -> None:
    found = {each.code: each for each in check(RULES, kan_pinnen="nee", kan_anders="nee").findings}

    assert "Hogere regel, artikel 1" in found["regel_botst"].text
    assert "onredelijk" == found["regel_botst"].kind


def test_whether_there_is_a_conflict_is_asked_when_nobody_knows() -> None:
    rules = RULES.replace("- haalbaar_als: kan_anders", "- haalbaar_als: nee")
    assessment = check(rules, kan_pinnen="nee")

    assert {"onhaalbare_eis"} == codes(assessment)
    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is kan_anders?",) == assessment.not_judged
