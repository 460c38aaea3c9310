"""Which findings a ruleset can give at all: none is missed in the examples that no case can have."""

from __future__ import annotations

from maatwerk.bench.testing.possible import possible_findings, worth_an_example
from tests.findings.small import ruleset

NO_MARGIN = """
| gegeven | soort |
|---|---|
| posten | lijst |
| posten.betaald_op | datum |
| posten.waarde | bedrag |

### Voorwaarde: telt
- per: posten
- eis: waarde > € 0 en betaald_op <= dag

### Uitkomst: geld
- als: er_is_iets

### Uitkomst: geen_geld
- als: niet er_is_iets

### Berekening: er_is_iets
- soort: ja_nee
- is: er_is(posten waar telt)
"""


def test_a_criterion_of_records_has_no_margin_so_no_example_of_a_hard_limit_is_missed() -> None:
    assert "harde_grens" not in possible_findings(ruleset(NO_MARGIN))
    assert "harde_grens" in possible_findings(
        ruleset(NO_MARGIN.replace("- per: posten", "- per: posten\n- kleine_marge: 14 dagen"))
    )


UNPAID = """
| gegeven | soort |
|---|---|
| tekort | bedrag |

### Voorwaarde: betaald
- eis: tekort = € 0

### Uitkomst: geld
- als: betaald

### Uitkomst: geen_geld
- als: niet betaald
"""


def test_an_amount_that_must_be_nothing_can_cost_all_but_no_example_is_missed() -> None:
    """Seen in drawn cases: one euro unpaid and all the childcare benefit back, and that was said to be impossible."""
    assert "alles_of_niets" in possible_findings(ruleset(UNPAID))
    assert frozenset() == {"alles_of_niets", "harde_grens"} & worth_an_example(ruleset(UNPAID))
