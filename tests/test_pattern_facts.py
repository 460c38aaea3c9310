"""Which unknown facts can still change the outcome, and which verdicts nobody can settle any more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from maatwerk.basics.bounds import Bounds, using
from maatwerk.outcome.pattern_facts import outcome_facts, verdicts_for_ever_open
from maatwerk.story import view_of
from tests.findings.small import TODAY, case, ruleset

if TYPE_CHECKING:
    from maatwerk.criteria.situation import Situation

IDLE = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| uren | getal |

### Voorwaarde: inwoner
- eis: woont_hier

### Voorwaarde: telt_niet
- eis: uren > 10

### Uitkomst: geld
- als: inwoner
- soort: toekenning

### Uitkomst: geen_geld
- als: niet inwoner
"""
STEPS = """
| gegeven | soort |
|---|---|
| woont_hier | ja_nee |
| uren | getal |

### Voorwaarde: inwoner
- eis: woont_hier

### Voorwaarde: veel
- eis: uren > 20

### Voorwaarde: genoeg
- eis: uren > 10

### Uitkomst: geld
- als: inwoner en (genoeg of niet veel)
- soort: toekenning

### Uitkomst: meer_geld
- als: inwoner en veel en niet genoeg
- soort: toekenning

### Uitkomst: geen_geld
- als: niet inwoner
"""
EMPTY = IDLE.replace("uren > 10", "vorm in (alleen; samen)").replace(
    "| uren | getal |", "| vorm | keuze: alleen, samen of leeg |"
)
DECIDES = EMPTY.replace("- als: inwoner", "- als: inwoner en telt_niet").replace(
    "niet inwoner", "niet inwoner of niet telt_niet"
)


def situation(text: str, **facts: Any) -> Situation:  # noqa: ANN401 - facts as text
    rules = ruleset(text)
    return view_of(rules, case(rules, **facts), today=TODAY).situation


def test_a_fact_whose_verdict_is_of_no_outcome_changes_none() -> None:
    assert {"woont_hier"} == outcome_facts(situation(IDLE))


def test_what_only_an_impossible_pattern_would_change_changes_nothing() -> None:
    assert {"woont_hier"} == outcome_facts(situation(STEPS))


@pytest.mark.parametrize(("most", "found"), [(1, {"woont_hier", "uren"}), (2, {"woont_hier"})])
def test_with_too_many_open_verdicts_to_try_every_fact_in_the_way_counts(most: int, found: set[str]) -> None:
    with using(replace(Bounds(), verdicts_asked=most)):
        assert found == outcome_facts(situation(IDLE))


def test_a_verdict_on_what_is_known_to_be_absent_is_open_for_ever_where_it_decides() -> None:
    assert {"telt_niet"} == verdicts_for_ever_open(situation(DECIDES, vorm=None))
    assert set() == verdicts_for_ever_open(situation(DECIDES, vorm="samen"))
    assert set() == verdicts_for_ever_open(situation(DECIDES))
    assert set() == verdicts_for_ever_open(situation(DECIDES, woont_hier="nee", vorm=None))
    assert set() == verdicts_for_ever_open(situation(EMPTY, vorm=None))


@pytest.mark.parametrize(("most", "found"), [(1, set()), (2, {"telt_niet"})])
def test_among_too_many_open_verdicts_none_is_looked_for(most: int, found: set[str]) -> None:
    with using(replace(Bounds(), verdicts_asked=most)):
        assert found == verdicts_for_ever_open(situation(DECIDES, vorm=None))
