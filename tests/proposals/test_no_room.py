"""The four honest kinds of no."""

from __future__ import annotations

import pytest

from tests.findings.small import check, no, ways

FORWARD = """
| gegeven | soort |
|---|---|
| is_van_ons | ja_nee |

### Voorwaarde: bevoegd
- eis: is_van_ons
- rang: wet

### Uitkomst: behandelen
- als: bevoegd
- soort: vaststelling

### Uitkomst: doorsturen
- als: niet bevoegd
- soort: doorzenden
"""
BOUND = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| zorgt | ja_nee |
| inkomen | bedrag per maand |

### Voorwaarde: inwoner
- eis: woont_hier
- rang: verordening

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- rang: beleidsregel

### Uitkomst: geld
- als: inwoner en laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet inwoner of niet laag

### Uitzondering: mantelzorg
- op: laag
- grond: awb_4_84
- mag_als: zorgt
"""
JUDGEMENT = """
| gegeven | soort |
|---|---|
| past | ja_nee |

### Voorwaarde: passend
- eis: past
- rang: wet
- ruimte: oordeel

### Uitkomst: geld
- als: passend
- soort: toekenning

### Uitkomst: geen_geld
- als: niet passend
"""
HIDDEN = """
| gegeven | soort |
|---|---|
| lid | ja_nee |
| actief | ja_nee |

### Voorwaarde: leden
- eis: lid
- rang: wet

### Voorwaarde: actieven
- eis: actief
- rang: beleidsregel

### Uitkomst: geld
- als: leden en actieven
- soort: toekenning
- gaat_voor: geen_geld

### Uitkomst: geen_geld
- als: actieven of niet actieven
"""
NEAR = """
| gegeven | soort |
|---|---|
| gevraagd_op | datum |

### Voorwaarde: tijdig
- eis: gevraagd_op <= 2026-03-01

### Uitkomst: geld
- als: tijdig
- soort: toekenning

### Uitkomst: geen_geld
- als: niet tijdig
"""


def test_what_others_decide_is_not_ours() -> None:
    assert "niet_aan_ons" == no(check(FORWARD, is_van_ons="nee"))


def test_an_unmet_rule_of_law_without_a_ground_forbids() -> None:
    found = check(BOUND, woont_hier="nee", inkomen="900.00", zorgt="ja").no_room

    assert found is not None
    assert ("wet_verbiedt", True) == (found.kind, found.signal_upward)
    assert "inwoner" in found.jurist_question


def test_it_forbids_too_when_another_criterion_has_a_ground() -> None:
    assert "wet_verbiedt" == no(check(BOUND, woont_hier="nee", inkomen="5000.00", zorgt="ja"))


def test_a_law_that_is_met_forbids_nothing() -> None:
    assert ["mantelzorg"] == ways(check(BOUND, woont_hier="ja", inkomen="5000.00", zorgt="ja"))


def test_while_an_exception_is_not_known_facts_are_missing() -> None:
    assert "feiten_ontbreken" == no(check(BOUND, woont_hier="ja", inkomen="5000.00"))


def test_the_law_comes_before_missing_facts() -> None:
    assert "wet_verbiedt" == no(check(BOUND, woont_hier="nee", inkomen="5000.00"))


def test_what_could_be_departed_from_but_is_not_was_weighed() -> None:
    found = check(BOUND, woont_hier="ja", inkomen="5000.00", zorgt="nee").no_room

    assert found is not None
    assert ("gewogen_nee", False) == (found.kind, found.signal_upward)


def test_a_judgement_is_itself_the_weighing() -> None:
    assert "gewogen_nee" == no(check(JUDGEMENT, past="nee"))
    assert "wet_verbiedt" == no(check(JUDGEMENT.replace("oordeel", "gebonden"), past="nee"))


def test_it_forbids_when_every_way_to_something_better_holds_a_member_without_a_ground() -> None:
    assert "wet_verbiedt" == no(check(HIDDEN, lid="nee", actief="nee"))
    assert "gewogen_nee" == no(check(HIDDEN, lid="ja", actief="nee"))


def test_a_grant_needs_no_honest_no() -> None:
    assert no(check(BOUND, woont_hier="ja", inkomen="900.00", zorgt="nee")) is None


def test_an_unknown_outcome_is_no_no() -> None:
    assert no(check(BOUND, woont_hier="ja")) is None


def test_a_near_miss_alone_is_no_proposal_and_the_no_names_the_ground() -> None:
    assessment = check(NEAR, gevraagd_op="2026-03-02")
    found = assessment.no_room

    assert ["harde_grens"] == [each.code for each in assessment.findings]
    assert ((), "gewogen_nee") == (assessment.proposals, no(assessment))
    assert found is not None
    assert "Awb, artikel 4:84" in found.jurist_question


def test_a_near_miss_and_a_person_who_saw_something_is_a_proposal() -> None:
    assert ["awb_4_84"] == ways(check(NEAR, notes=("Lag in het ziekenhuis.",), gevraagd_op="2026-03-02"))


@pytest.mark.parametrize("inkomen", ["900.00", "5000.00"])
def test_no_kind_of_no_says_that_no_exception_is_possible(inkomen: str) -> None:
    found = check(BOUND, woont_hier="nee", inkomen=inkomen, zorgt="nee").no_room

    assert found is not None
    assert "geen uitzondering mogelijk" not in found.text


EITHER = HIDDEN.replace("leden en actieven", "leden of actieven")


def test_it_does_not_forbid_when_one_way_to_something_better_has_a_ground() -> None:
    assert "gewogen_nee" == no(check(EITHER, lid="nee", actief="nee"))


def test_an_unmet_rule_of_law_that_the_outcome_names_forbids_all_the_same() -> None:
    named = EITHER.replace("actieven of niet actieven", "niet leden en niet actieven")

    assert "wet_verbiedt" == no(check(named, lid="nee", actief="nee"))
