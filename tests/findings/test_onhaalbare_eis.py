"""`onhaalbare_eis`: this person cannot meet a requirement that decides."""

from __future__ import annotations

import pytest

from tests.findings.small import check, codes, records

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


CIRCLE = """
| gegeven | soort |
|---|---|
| heeft_adres | ja_nee |
| heeft_rekening | ja_nee |

### Voorwaarde: adres
- eis: heeft_adres
- wacht_op: rekening

### Voorwaarde: rekening
- eis: heeft_rekening
- wacht_op: adres

### Uitkomst: geld
- als: adres en rekening
- soort: toekenning

### Uitkomst: geen_geld
- als: niet adres of niet rekening
"""


def test_criteria_that_wait_for_each_other_cannot_be_met() -> None:
    assessment = check(CIRCLE, heeft_adres="nee", heeft_rekening="nee")

    assert {"onhaalbare_eis"} == codes(assessment)
    assert [("adres",), ("rekening",)] == [each.criteria for each in assessment.findings]
    assert "'adres' is eerst dit nodig: 'rekening'" in assessment.findings[0].text


def test_a_circle_with_a_criterion_that_is_met_is_broken() -> None:
    assert set() == codes(check(CIRCLE, heeft_adres="ja", heeft_rekening="nee"))


def test_to_wait_in_a_row_is_no_circle() -> None:
    row = CIRCLE.replace("- wacht_op: adres\n", "- botst_als: nee\n")

    assert set() == codes(check(row, heeft_adres="nee", heeft_rekening="nee"))


def test_a_criterion_that_waits_for_itself_cannot_be_met() -> None:
    itself = CIRCLE.replace("- wacht_op: rekening", "- wacht_op: adres").replace(
        "- wacht_op: adres\n\n### Uit", "\n### Uit"
    )
    found = check(itself, heeft_adres="nee", heeft_rekening="ja").findings[0]

    assert ("onhaalbare_eis", ("adres",)) == (found.code, found.criteria)
    assert "'adres' zelf nodig" in found.text


def test_what_may_close_the_circle_is_asked() -> None:
    one_only = CIRCLE.replace("adres en rekening", "adres").replace("niet adres of niet rekening", "niet adres")
    assessment = check(one_only, heeft_adres="nee")

    assert set() == codes(assessment)
    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is heeft_rekening?",) == assessment.not_judged
    assert {"onhaalbare_eis"} == codes(check(one_only, heeft_adres="nee", heeft_rekening="nee"))
    assert set() == codes(check(one_only, heeft_adres="nee", heeft_rekening="ja"))


def test_what_can_never_close_the_circle_is_not_asked() -> None:
    row = CIRCLE.replace("- wacht_op: adres\n", "- botst_als: nee\n")
    one_only = row.replace("adres en rekening", "adres").replace("niet adres of niet rekening", "niet adres")

    assert () == check(one_only, heeft_adres="nee").not_judged


TRIPS = """
| gegeven | soort |
|---|---|
| reizen | lijst |
| reizen.bewijs | ja_nee |
| reizen.akkoord | ja_nee |

### Voorwaarde: bewezen
- per: reizen
- eis: bewijs
- wacht_op: akkoord_vooraf

### Voorwaarde: akkoord_vooraf
- per: reizen
- eis: akkoord
- wacht_op: bewezen

### Voorwaarde: alles_goed
- soort: kenmerk
- eis: voor_alle(bewezen en akkoord_vooraf uit reizen)

### Uitkomst: geld
- als: alles_goed
- soort: toekenning

### Uitkomst: geen_geld
- als: niet alles_goed
"""


def test_in_a_list_a_criterion_waits_in_its_own_record() -> None:
    one_record = records({"bewijs": "nee", "akkoord": "nee"}, {"bewijs": "ja", "akkoord": "ja"})
    crossed = records({"bewijs": "nee", "akkoord": "ja"}, {"bewijs": "ja", "akkoord": "nee"})

    found = check(TRIPS, reizen=one_record).findings
    assert [("onhaalbare_eis", "(reizen, nummer 1)" in each.text) for each in found] == [("onhaalbare_eis", True)] * 2
    assert set() == codes(check(TRIPS, reizen=crossed))


def test_a_criterion_of_another_ruleset_closes_no_circle_here() -> None:
    elsewhere = CIRCLE.replace("- wacht_op: adres", "- wacht_op: inschrijving.adres")

    assert set() == codes(check(elsewhere, heeft_adres="nee", heeft_rekening="nee"))


def test_of_what_can_be_met_by_itself_the_circle_is_told() -> None:
    feasible = CIRCLE.replace("- eis: heeft_adres\n", "- eis: heeft_adres\n- haalbaar_als: ja\n")
    found = check(feasible, heeft_adres="nee", heeft_rekening="nee").findings[0]

    assert "'adres' is eerst dit nodig: 'rekening'" in found.text


@pytest.mark.parametrize("awaited", ["rekening, papieren", "papieren, rekening"])
def test_a_circle_is_found_behind_any_of_those_that_are_waited_for(awaited: str) -> None:
    rules = CIRCLE.replace("- wacht_op: rekening", f"- wacht_op: {awaited}").replace(
        "### Uitkomst: geld", "### Voorwaarde: papieren\n- eis: heeft_adres\n\n### Uitkomst: geld"
    )

    assert {("adres",), ("rekening",)} == {
        each.criteria for each in check(rules, heeft_adres="nee", heeft_rekening="nee").findings
    }
