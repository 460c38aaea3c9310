"""`zwaar_gevolg`: the consequence is heavier than the purposes can bear."""

from __future__ import annotations

from typing import Any

import pytest

from tests.findings.small import check, codes

RULES = """
| gegeven | soort |
|---|---|
| heeft_formulier | ja_nee |
| verliest_huis | ja_nee |

### Bedoeling: vlot_werken
- tekst: Wij werken vlot.
- draagt: BEARS

### Voorwaarde: formulier
- eis: heeft_formulier
- dient: vlot_werken

### Uitkomst: geld
- als: formulier
- soort: toekenning

### Uitkomst: geen_geld
- als: niet formulier

### Gevolg: dakloos
- bij: geen_geld
- als: verliest_huis
- ernst: SEVERITY
"""
TWO = """
| gegeven | soort |
|---|---|
| betaald | ja_nee |
| is_wie_hij_zegt | ja_nee |

### Bedoeling: licht
- draagt: 1

### Bedoeling: zwaar
- draagt: 4

### Voorwaarde: betaling
- eis: betaald
- dient: licht

### Voorwaarde: identiteit
- eis: is_wie_hij_zegt
DIENT
### Uitkomst: mee
- als: betaling en identiteit
- soort: toekenning

### Uitkomst: niet_mee
- als: niet betaling of niet identiteit

### Gevolg: zonder_kaart
- bij: niet_mee
- ernst: 2
"""
HIT: dict[str, Any] = {"heeft_formulier": "nee", "verliest_huis": "ja"}


def rules(bears: int, severity: int) -> str:
    return RULES.replace("BEARS", str(bears)).replace("SEVERITY", str(severity))


@pytest.mark.parametrize(("severity", "found"), [(1, False), (2, False), (3, True)])
def test_the_consequence_must_be_heavier_than_what_the_purpose_bears(severity: int, *, found: bool) -> None:
    assert found is ("zwaar_gevolg" in codes(check(rules(2, severity), **HIT)))


@pytest.mark.parametrize(("severity", "found"), [(2, False), (3, True)])
def test_a_criterion_without_a_purpose_bears_two(severity: int, *, found: bool) -> None:
    without = rules(0, severity).replace("- dient: vlot_werken\n", "")

    assert found is ("zwaar_gevolg" in codes(check(without, **HIT)))


def test_a_consequence_that_does_not_hold_counts_for_nothing() -> None:
    assert set() == codes(check(rules(0, 4), heeft_formulier="nee", verliest_huis="nee"))


def test_a_consequence_of_another_outcome_counts_for_nothing() -> None:
    assert set() == codes(check(rules(0, 4).replace("- bij: geen_geld", "- bij: geld"), **HIT))


def test_a_consequence_that_is_not_known_is_asked() -> None:
    assessment = check(rules(0, 4), heeft_formulier="nee")

    assert set() == codes(assessment)
    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is verliest_huis?",) == assessment.not_judged


def test_a_consequence_that_is_too_light_to_count_is_not_asked() -> None:
    assert () == check(rules(3, 3), heeft_formulier="nee").not_judged


def test_a_set_bears_what_the_heaviest_of_its_purposes_bears() -> None:
    both: dict[str, Any] = {"betaald": "nee", "is_wie_hij_zegt": "nee"}

    assert set() == codes(check(TWO.replace("DIENT", "- dient: zwaar\n"), **both))
    assert {"zwaar_gevolg"} == codes(check(TWO.replace("DIENT", "- dient: licht\n"), **both))


def test_a_member_without_a_purpose_bears_two_beside_others() -> None:
    assert set() == codes(check(TWO.replace("DIENT", ""), betaald="nee", is_wie_hij_zegt="nee"))


def test_it_says_both_figures() -> None:
    text = check(rules(1, 4), **HIT).findings[0].text

    assert all(part in text for part in ("ernst 4 van 4", "past hoogstens ernst 1"))
