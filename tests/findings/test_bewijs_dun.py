"""`bewijs_dun`: an adverse outcome rests on a fact that nobody verified, or that is contested."""

from __future__ import annotations

import pytest

from maatwerk.api import check as assess
from maatwerk.api import load_case
from tests.findings.small import TODAY, check, codes, fact, ruleset

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| naam_bekend | ja_nee |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Uitkomst: geld
- als: laag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag

### Signaal: naamloos
- als: niet naam_bekend
"""
LOOSE = fact("5000.00", verified=False)


def test_it_fires_when_the_outcome_rests_on_an_unverified_fact() -> None:
    found = check(RULES, inkomen=LOOSE, naam_bekend="ja").findings

    assert [("bewijs_dun", "procedure")] == [(each.code, each.kind) for each in found]
    assert "inkomen" in found[0].text


def test_it_fires_when_the_fact_is_contested() -> None:
    assert {"bewijs_dun"} == codes(check(RULES, inkomen=fact("5000.00", contested=True), naam_bekend="ja"))


def test_it_does_not_fire_when_everything_is_verified() -> None:
    assert set() == codes(check(RULES, inkomen="5000.00", naam_bekend="ja"))


def test_a_fact_that_carries_nothing_need_not_be_verified() -> None:
    assert set() == codes(check(RULES, inkomen="5000.00", naam_bekend=fact("ja", verified=False)))


def test_a_fact_that_carries_the_amount_counts() -> None:
    rules = RULES.replace("- als: niet laag", "- als: niet laag\n- soort: terugvordering\n- bedrag: inkomen")
    rules = rules.replace("- eis: inkomen <= € 1.000", "- eis: naam_bekend")

    assert {"bewijs_dun", "naamloos"} == codes(check(rules, inkomen=LOOSE, naam_bekend="nee"))


def test_it_does_not_fire_at_the_counter() -> None:
    assert set() == codes(check(RULES.replace("- als:", "- spoor: licht\n- als:", 2), inkomen=LOOSE, naam_bekend="ja"))


def test_a_bare_figure_is_verified_only_when_nobody_but_the_register_may_give_it() -> None:
    by_register = "| inkomen | bedrag per maand | Wat is inkomen? | BRP | register | gewoon |"
    registered = ruleset(RULES.replace("| inkomen | bedrag per maand |", by_register))
    bare = {"dag": fact("2026-03-02"), "inkomen": "5000.00", "naam_bekend": "ja"}
    data: dict[str, object] = {
        "case": "a",
        "ruleset": "klein",
        "facts": bare,
        "process": {"heard": {"on": "2026-03-01"}},
    }

    assert set() == codes(assess(registered, load_case(data, registered), today=TODAY))
    assert {"bewijs_dun"} == codes(assess(ruleset(RULES), load_case(data, ruleset(RULES)), today=TODAY))


LISTED = """
| gegeven | soort |
|---|---|
| giften | lijst |
| giften.gift | bedrag |
| giften.van_oma | ja_nee |

### Voorwaarde: weinig
- eis: som(gift uit giften waar niet van_oma) <= € 100

### Uitkomst: geld
- als: weinig
- soort: toekenning

### Uitkomst: geen_geld
- als: niet weinig
"""


@pytest.mark.parametrize(("verified", "found"), [(False, {"bewijs_dun"}), (True, set())])
def test_a_field_of_a_record_that_carries_the_outcome_counts(*, verified: bool, found: set[str]) -> None:
    known = {"gift": fact("150.00", verified=verified), "van_oma": fact("nee")}
    unknown = {"gift": fact("5.00")}

    assert found == codes(check(LISTED, giften={"records": [known, unknown], "complete": True}))
