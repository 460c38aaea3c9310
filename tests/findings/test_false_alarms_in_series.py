"""False alarms in series of records and in procedure: each was seen somewhere, and none may come back."""

from __future__ import annotations

from tests.findings.small import check, codes, records

MONTHS = """
| gegeven | soort |
|---|---|
| maanden | lijst |
| maanden.inkomen | bedrag |
| maanden.huur | bedrag |

### Voorwaarde: laag
- per: maanden
- eis: inkomen <= € 1.000

### Voorwaarde: altijd_laag
- soort: kenmerk
- eis: voor_alle(laag uit maanden)

### Uitkomst: geld
- als: altijd_laag
- soort: toekenning
- bedrag: € 3.000

### Uitkomst: geen_geld
- als: niet altijd_laag

### Signaal: huren
- als: er_is(maanden waar huur > € 2.000)
"""
A_YEAR = tuple({"inkomen": f"{income}.00", "huur": "500.00"} for income in range(890, 1010, 10))
LAPSE = """
| gegeven | soort |
|---|---|
| op_formulier | ja_nee |
| woont_hier | ja_nee |

### Voorwaarde: formulier
- eis: op_formulier
- soort: verzuim

### Voorwaarde: inwoner
- eis: woont_hier

### Uitkomst: geld
- als: formulier en inwoner
- soort: toekenning
- bedrag: € 5.000

### Uitkomst: geen_geld
- als: niet formulier of niet inwoner
"""


def test_a_series_of_records_always_has_one_near_the_limit_so_no_margin_holds() -> None:
    last = {"inkomen": "1001.00", "huur": "500.00"}

    assert {"alles_of_niets"} == codes(check(MONTHS, maanden=records(*A_YEAR, last)))


def test_in_a_series_a_margin_holds_only_where_the_jurist_gives_one() -> None:
    given = MONTHS.replace("- eis: inkomen", "- kleine_marge: 5%\n- eis: inkomen")
    by_settings = MONTHS + "\n### Instellingen\n- kleine_marge: 5%\n"
    last = {"inkomen": "1001.00", "huur": "500.00"}

    assert "harde_grens" in codes(check(given, maanden=records(*A_YEAR, last)))
    assert "harde_grens" not in codes(check(by_settings, maanden=records(*A_YEAR, last)))


def test_one_record_that_fails_honestly_silences_a_near_miss_in_another() -> None:
    given = MONTHS.replace("- eis: inkomen", "- kleine_marge: 5%\n- eis: inkomen")
    near, far = {"inkomen": "1001.00", "huur": "500.00"}, {"inkomen": "9000.00", "huur": "500.00"}
    assessment = check(given, maanden=records(near, far))

    assert set() == codes(assessment)
    assert ("Gezien, niet doorslaggevend: harde grens bij 'laag 1'.",) == assessment.not_judged


def test_a_grant_in_a_series_with_records_near_the_limit_says_nothing() -> None:
    assert set() == codes(check(MONTHS, maanden=records(*A_YEAR)))


def test_a_small_lapse_says_nothing_when_another_criterion_fails_honestly() -> None:
    assert "klein_verzuim" in codes(check(LAPSE, op_formulier="nee", woont_hier="ja"))
    assert set() == codes(check(LAPSE, op_formulier="nee", woont_hier="nee"))


def test_other_decisions_say_nothing_on_a_grant() -> None:
    two = [{"number": number, "on": "2026-01-01", "adverse": True} for number in ("a", "b")]
    process = {"heard": {"on": "2026-03-01"}, "decisions": two}
    rules = "---\nstapeling: ja\n---\n" + LAPSE

    assert set() == codes(check(rules, process=process, op_formulier="ja", woont_hier="ja"))
    assert {"stapeling"} == codes(check(rules, process=process, op_formulier="ja", woont_hier="nee"))
