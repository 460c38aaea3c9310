"""`doel_voorbij`: favourable although the purpose would not say so. Counted in reports, never shown on a case."""

from __future__ import annotations

from typing import Any

from maatwerk.findings.doel_voorbij import beyond
from maatwerk.story import view_of
from tests.findings.small import TODAY, case, check, codes, records, ruleset

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| vermogen | bedrag |
| woont_hier | ja_nee |

### Voorwaarde: laag
- eis: inkomen <= € 1.000
- naar_bedoeling: inkomen <= € 1.000 en vermogen <= € 50.000

### Voorwaarde: inwoner
- eis: woont_hier

### Uitkomst: geld
- als: laag en inwoner
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag of niet inwoner
"""
RICH: dict[str, Any] = {"inkomen": "900.00", "vermogen": "50000.01", "woont_hier": "ja"}
EITHER = """
| gegeven | soort |
|---|---|
| jong | ja_nee |
| ziek | ja_nee |

### Voorwaarde: leeftijd
- eis: jong
- naar_bedoeling: nee

### Voorwaarde: gezondheid
- eis: ziek

### Uitkomst: geld
- als: leeftijd of gezondheid
- soort: toekenning

### Uitkomst: geen_geld
- als: niet leeftijd en niet gezondheid
"""
GIFTS = """
| gegeven | soort |
|---|---|
| giften | lijst |
| giften.waarde | bedrag |
| giften.noodzaak | ja_nee |

### Voorwaarde: vrij
- per: giften
- eis: waarde <= € 100
- naar_bedoeling: noodzaak

### Voorwaarde: alles_vrij
- eis: voor_alle(vrij uit giften)

### Uitkomst: houden
- als: alles_vrij
- soort: vaststelling

### Uitkomst: inhouden
- als: niet alles_vrij
- soort: verrekening
"""


def counted(rules: str, **facts: Any) -> tuple[str, ...]:  # noqa: ANN401 - what `case` takes
    """The criteria that are counted for a case."""
    return beyond(view_of(ruleset(rules), case(ruleset(rules), **facts), today=TODAY))


def test_a_grant_that_the_purpose_does_not_want_is_counted_for_its_criterion() -> None:
    assert ("laag",) == counted(RULES, **RICH)


def test_it_is_never_shown_on_the_case() -> None:
    assessment = check(RULES, **RICH)

    assert (set(), ()) == (codes(assessment), assessment.not_judged)


def test_a_grant_that_the_purpose_wants_is_not_counted() -> None:
    assert () == counted(RULES, **{**RICH, "vermogen": "50000.00"})


def test_a_refusal_is_not_counted() -> None:
    assert () == counted(RULES, **{**RICH, "woont_hier": "nee"})


def test_an_unknown_purpose_or_outcome_is_not_counted() -> None:
    assert () == counted(RULES, inkomen="900.00", woont_hier="ja")
    assert () == counted(RULES, inkomen="900.00", vermogen="60000.00")


def test_a_criterion_that_makes_no_difference_by_itself_counts_in_the_smallest_set_that_does() -> None:
    assert ("leeftijd",) == counted(EITHER, jong="ja", ziek="nee")
    assert ("leeftijd",) == counted(EITHER, jong="ja", ziek="ja")
    assert () == counted(EITHER, jong="nee", ziek="ja")


def test_a_criterion_per_record_counts_once() -> None:
    needless = records({"waarde": "50.00", "noodzaak": "nee"}, {"waarde": "60.00", "noodzaak": "nee"})
    needed = records({"waarde": "50.00", "noodzaak": "ja"})

    assert ("vrij",) == counted(GIFTS, giften=needless)
    assert () == counted(GIFTS, giften=needed)
