"""`eigen_stilzitten`: the municipality itself sat still. Only a ruleset knows its facts, so a signal has the code."""

from __future__ import annotations

from maatwerk.bench.examples import run_examples
from tests.findings.small import check, codes, ruleset

RULES = """
| gegeven | soort |
|---|---|
| te_veel_betaald | ja_nee |
| gemeente_wist_het | ja_nee |

### Voorwaarde: terug_te_vragen
- eis: te_veel_betaald

### Uitkomst: terug
- als: terug_te_vragen
- soort: terugvordering
- bedrag: € 400

### Uitkomst: niets
- als: niet terug_te_vragen
- soort: vaststelling

### Signaal: wist_het_zelf
- als: gemeente_wist_het
- bij: terug
- bevinding: eigen_stilzitten
- tekst: De gemeente wist het zelf.
- doe: Kijk of minder terugvragen kan.
- norm: ECLI:NL:CRVB:2024:2193
"""


def test_it_fires_when_the_signal_holds() -> None:
    (found,) = check(RULES, te_veel_betaald="ja", gemeente_wist_het="ja").findings

    assert ("eigen_stilzitten", "onredelijk", "De gemeente wist het zelf.") == (found.code, found.kind, found.text)
    assert ("Kijk of minder terugvragen kan.", "ECLI:NL:CRVB:2024:2193") == (found.do_now, found.norm)


def test_it_does_not_fire_when_the_municipality_did_not_know() -> None:
    assert set() == codes(check(RULES, te_veel_betaald="ja", gemeente_wist_het="nee"))


def test_it_is_silent_where_nothing_is_asked_back() -> None:
    assert set() == codes(check(RULES, te_veel_betaald="nee", gemeente_wist_het="ja"))


def test_whether_the_municipality_knew_is_asked() -> None:
    told = check(RULES, te_veel_betaald="ja").not_judged

    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is gemeente_wist_het?",) == told


def test_an_example_expects_it_by_its_code() -> None:
    table = """
## Voorbeelden

| geval | dag | te_veel_betaald | gemeente_wist_het | => bevindingen |
|---|---|---|---|---|
| rij | 2026-03-02 | ja | ja | eigen_stilzitten |
"""
    (row,) = run_examples(ruleset(RULES + table))

    assert row.equal
