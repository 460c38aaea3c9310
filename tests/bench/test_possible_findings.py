"""Which findings a ruleset can give at all: none is missed in the examples that no case can have."""

from __future__ import annotations

from maatwerk.bench.testing.possible import possible_findings
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
