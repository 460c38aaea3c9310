"""False alarms that cost trust: each was seen somewhere, and none may come back."""

from __future__ import annotations

import pytest

from tests.findings.small import check, codes, fact, read, ways

GIFTS = """
| gegeven | soort |
|---|---|
| giften | bedrag |

### Voorwaarde: weinig_giften
- eis: giften <= € 1.200

### Berekening: te_veel
- soort: bedrag
- is: max(€ 0; giften - € 1.200)

### Uitkomst: houden
- als: weinig_giften
- soort: vaststelling

### Uitkomst: inhouden
- als: niet weinig_giften
- soort: verrekening
- bedrag: te_veel
"""
TWENTY_CENTS = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Uitkomst: geld
- als: laag
- soort: toekenning
- bedrag: € 0,20

### Uitkomst: geen_geld
- als: niet laag
"""
HONEST = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| woont_hier | ja_nee |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Voorwaarde: inwoner
- eis: woont_hier
- botst_met: Hogere regel

### Uitkomst: geld
- als: laag en inwoner
- soort: toekenning
- bedrag: € 400

### Uitkomst: geen_geld
- als: niet laag of niet inwoner

### Alternatief: budgetcoach
- bij: geen_geld
- herstelt: laag
"""
NOTHING_AT_ALL = """
| gegeven | soort |
|---|---|
| staat_vast | ja_nee |
| betaalt | ja_nee |

### Bedoeling: iedereen_een_kaart
- draagt: 4

### Bedoeling: iedereen_betaalt
- draagt: 1

### Voorwaarde: identiteit
- eis: staat_vast
- dient: iedereen_een_kaart

### Voorwaarde: leges
- eis: betaalt
- dient: iedereen_betaalt

### Uitkomst: mee
- als: identiteit en leges
- soort: toekenning

### Uitkomst: niet_mee
- als: niet identiteit of niet leges

### Gevolg: zonder_kaart
- bij: niet_mee
- ernst: 3
"""
EQUAL = """
| gegeven | soort |
|---|---|
| lid | ja_nee |

### Voorwaarde: leden
- eis: lid
- naar_bedoeling: ja

### Uitkomst: geld
- als: leden
- soort: toekenning
- bedrag: € 100

### Uitkomst: ook_geld
- als: niet leden
- soort: toekenning
- bedrag: € 100
"""
CONTRADICTING = """
| gegeven | soort |
|---|---|
| jong | ja_nee |

### Voorwaarde: kind
- eis: jong
- naar_bedoeling: ja

### Voorwaarde: volwassen
- eis: niet jong
- naar_bedoeling: ja

### Uitkomst: kindergeld
- als: kind
- soort: toekenning
- bedrag: € 100

### Uitkomst: volwassenengeld
- als: volwassen
- soort: gedeeltelijk
- bedrag: € 50
"""


@pytest.mark.parametrize("gifts", ["1200.01", "1230.00", "1260.00"])
def test_a_limit_that_takes_a_euro_for_a_euro_is_no_hard_limit(gifts: str) -> None:
    assert set() == codes(check(GIFTS, giften=gifts))


def test_a_cent_too_much_with_twenty_cents_at_stake_is_not_all_or_nothing() -> None:
    assert "alles_of_niets" not in codes(check(TWENTY_CENTS, inkomen="1000.01"))


def test_a_near_miss_says_nothing_when_another_criterion_fails_honestly() -> None:
    assert {"harde_grens", "alles_of_niets", "milder_kan"} == codes(check(HONEST, inkomen="1001.00", woont_hier="ja"))
    assert set() == codes(check(HONEST, inkomen="1001.00", woont_hier="nee"))


def test_what_was_seen_but_does_not_decide_is_still_told() -> None:
    told = check(HONEST, inkomen="1001.00", woont_hier="nee").not_judged

    assert ("Gezien, niet doorslaggevend: harde grens bij 'laag'.",) == told


def test_a_milder_means_that_leaves_the_outcome_as_it_is_is_no_milder_means() -> None:
    assert "milder_kan" not in codes(check(HONEST, inkomen="5000.00", woont_hier="nee"))


def test_a_collision_says_nothing_when_the_criterion_fails_honestly() -> None:
    assert set() == codes(check(HONEST, inkomen="900.00", woont_hier="nee"))


def test_a_consequence_that_holds_at_every_refusal_gives_a_warning() -> None:
    warnings = [each.code for each in read(NOTHING_AT_ALL).problems if each.warning]
    guarded = read(NOTHING_AT_ALL.replace("- ernst: 3", "- ernst: 3\n- als: betaalt"))

    assert "M316" in warnings
    assert "M316" not in [each.code for each in guarded.problems]


def test_the_heaviest_purpose_counts_when_two_criteria_fail() -> None:
    assert set() == codes(check(NOTHING_AT_ALL, staat_vast="nee", betaalt="nee"))
    assert {"zwaar_gevolg"} == codes(check(NOTHING_AT_ALL, staat_vast="ja", betaalt="nee"))


def test_a_grant_needs_no_verified_facts_and_no_hearing() -> None:
    unverified = fact("900.00", verified=False, by="werkgever")

    assert set() == codes(check(HONEST, process={}, inkomen=unverified, woont_hier="ja"))


def test_a_flip_that_gives_as_much_is_no_way_to_something_better() -> None:
    assessment = check(EQUAL, lid="nee")

    assert ((), set()) == (assessment.decisive, codes(assessment))


def test_a_flip_that_gives_two_outcomes_at_once_is_no_way_out() -> None:
    one_only = CONTRADICTING.replace("- eis: niet jong", "- soort: kenmerk\n- eis: niet jong")
    assessment = check(one_only, jong="nee")

    assert "volwassenengeld" == assessment.outcome.id
    assert ((), set(), []) == (assessment.decisive, codes(assessment), ways(assessment))


def test_where_one_flip_gives_two_outcomes_both_are_needed() -> None:
    assessment = check(CONTRADICTING, jong="nee")

    assert (("kind", "volwassen"),) == assessment.decisive
    assert set() == codes(assessment)


def test_nothing_is_asked_for_a_set_that_can_never_be_open() -> None:
    rules = HONEST.replace("- eis: inkomen <= € 1.000", "- eis: inkomen <= € 1.000\n- haalbaar_als: kan_minder")
    rules = rules.replace("| woont_hier | ja_nee |", "| woont_hier | ja_nee |\n| kan_minder | ja_nee |")

    assert () == check(rules, inkomen="5000.00", woont_hier="nee").not_judged
    assert 1 == len(check(rules, inkomen="5000.00", woont_hier="ja").not_judged)
