"""`doel_gemist`: the letter of a criterion that decides, and its purpose, give different verdicts."""

from __future__ import annotations

from tests.findings.small import check, codes, records

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| beslag | bedrag per maand |

### Bedoeling: wie_het_nodig_heeft
- tekst: Het geld is voor wie te weinig heeft.
- draagt: 4

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- dient: wie_het_nodig_heeft
- naar_bedoeling: inkomen - beslag <= € 1.000

### Uitkomst: geld
- als: laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag
"""
BURDEN = """
| gegeven | soort |
|---|---|
| te_veel_betaald | ja_nee |
| kon_het_weten | ja_nee |

### Voorwaarde: mag_terug
- eis: te_veel_betaald
- naar_bedoeling: te_veel_betaald en kon_het_weten

### Uitkomst: terug
- als: mag_terug
- soort: terugvordering
- bedrag: € 400

### Uitkomst: niets
- als: niet mag_terug
- soort: vaststelling
"""


def test_it_fires_when_the_purpose_would_say_yes_and_the_letter_says_no() -> None:
    assert {"doel_gemist"} == codes(check(RULES, inkomen="1400.00", beslag="400.00"))


def test_it_does_not_fire_when_the_purpose_says_no_as_well() -> None:
    assert set() == codes(check(RULES, inkomen="1400.00", beslag="399.99"))


def test_it_says_the_purpose_and_the_facts() -> None:
    found = check(RULES, inkomen="1400.00", beslag="400.00").findings[0]

    assert ("onbedoeld", ("laag",)) == (found.kind, found.criteria)
    assert "Het geld is voor wie te weinig heeft." in found.text


def test_a_criterion_that_is_met_is_never_shown_as_missing_its_purpose() -> None:
    rules = RULES.replace("- naar_bedoeling: inkomen - beslag <= € 1.000", "- naar_bedoeling: beslag > € 5.000")

    assert set() == codes(check(rules, inkomen="900.00", beslag="0.00"))


def test_a_burden_that_the_purpose_does_not_want_is_found_too() -> None:
    assert {"doel_gemist"} == codes(check(BURDEN, te_veel_betaald="ja", kon_het_weten="nee"))


def test_a_burden_that_the_purpose_wants_is_an_honest_burden() -> None:
    assert set() == codes(check(BURDEN, te_veel_betaald="ja", kon_het_weten="ja"))


def test_an_unknown_fact_gives_a_question_and_no_finding() -> None:
    assessment = check(RULES, inkomen="1400.00")

    assert set() == codes(assessment)
    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is beslag?",) == assessment.not_judged


def test_without_a_purpose_there_is_nothing_to_miss() -> None:
    rules = BURDEN.replace("- naar_bedoeling: te_veel_betaald en kon_het_weten", "- botst_als: kon_het_weten")

    assert set() == codes(check(rules, te_veel_betaald="ja", kon_het_weten="nee"))


GIFTS = """
| gegeven | soort |
|---|---|
| giften | lijst |
| giften.waarde | bedrag |
| giften.noodzaak | ja_nee |

### Bedoeling: nodig
- tekst: Wat iemand nodig heeft, telt niet mee.

### Voorwaarde: vrij
- per: giften
- eis: waarde <= € 100
- dient: nodig
- naar_bedoeling: noodzaak

### Voorwaarde: alles_vrij
- soort: kenmerk
- eis: voor_alle(vrij uit giften)

### Uitkomst: houden
- als: alles_vrij
- soort: vaststelling

### Uitkomst: inhouden
- als: niet alles_vrij
- soort: verrekening
"""


def test_for_a_record_it_says_which_one() -> None:
    gifts = records({"waarde": "50.00", "noodzaak": "ja"}, {"waarde": "400.00", "noodzaak": "ja"})
    (found,) = check(GIFTS, giften=gifts).findings

    assert "doel_gemist" == found.code
    assert found.text.startswith("Het gaat om 'vrij (giften, nummer 2)'.")
    assert "Wat iemand nodig heeft, telt niet mee." in found.text


def test_every_record_that_decides_must_miss_its_purpose() -> None:
    one_honest = records({"waarde": "300.00", "noodzaak": "nee"}, {"waarde": "400.00", "noodzaak": "ja"})

    assert set() == codes(check(GIFTS, giften=one_honest))


def test_the_answer_that_shows_it_reads_as_an_answer() -> None:
    (found,) = check(BURDEN, te_veel_betaald="ja", kon_het_weten="nee").findings

    assert found.text.endswith("Deze uitkomst past daar niet bij. Dat blijkt uit ‘kon het weten: nee’.")


def test_what_the_purpose_asks_is_asked_of_every_member_of_a_set() -> None:
    rules = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| op_tijd | ja_nee |
| zorgt | ja_nee |
| ziek | ja_nee |

### Voorwaarde: inwoner
- eis: woont_hier
- naar_bedoeling: zorgt

### Voorwaarde: tijdig
- eis: op_tijd
- naar_bedoeling: ziek

### Uitkomst: geld
- als: inwoner en tijdig
- soort: toekenning

### Uitkomst: geen_geld
- als: niet inwoner of niet tijdig
"""
    asked = " ".join(check(rules, woont_hier="nee", op_tijd="nee").not_judged)

    assert ["zorgt" in asked, "ziek" in asked] == [True, True]
