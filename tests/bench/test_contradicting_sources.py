"""One municipality's policy said 120 % in its introduction and 110 % in its first article. That must not go unseen.

The rule is real (a laptop for school, Stede Broec 2021); the figures here are those of the norms of 2026.
"""

from __future__ import annotations

from maatwerk.bench.analysis import analyse
from maatwerk.loading.analysis import pattern_problems
from tests.findings.small import read, ruleset, whole

QUOTED = """
> Inleiding: een inkomen van ten hoogste 120% van de bijstandsnorm.

> Artikel 1: het inkomen bedraagt niet meer dan 110% van de norm.
"""
RULE = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |

| norm | soort | vanaf | waarde | bron |
|---|---|---|---|---|
| norm_alleen | bedrag per maand | 2026-01-01 | € 1.401,50 | Participatiewet, artikel 21 |
| grens | percentage | 2026-01-01 | 110% | Beleidsregel, artikel 1 |

### Berekening: inkomensgrens
- soort: bedrag per maand
- is: afronden(grens van norm_alleen; 0,01)

### Voorwaarde: inkomen_laag
- eis: inkomen <= inkomensgrens

### Uitkomst: laptop
- als: inkomen_laag
- soort: toekenning
- bedrag: € 449

### Uitkomst: geen_laptop
- als: niet inkomen_laag
"""


def test_a_quoted_percentage_that_no_rule_uses_is_a_problem_at_its_own_line() -> None:
    (found,) = [each for each in read(QUOTED + RULE).problems if each.code == "M320"]

    assert ("120%", False) == (dict(found.values)["found"], found.warning)
    assert "Inleiding" in whole(QUOTED + RULE).splitlines()[found.place.line - 1]


def test_both_percentages_required_at_once_is_told_as_a_limit_that_never_matters() -> None:
    rules = RULE.replace(
        "| grens | percentage | 2026-01-01 | 110% | Beleidsregel, artikel 1 |",
        "| grens | percentage | 2026-01-01 | 110% | artikel 1 |\n"
        "| ruime_grens | percentage | 2026-01-01 | 120% | inleiding |",
    )
    rules = rules.replace(
        "### Uitkomst: laptop\n- als: inkomen_laag",
        "### Voorwaarde: inkomen_niet_hoog\n- eis: inkomen <= afronden(ruime_grens van norm_alleen; 0,01)\n\n"
        "### Uitkomst: laptop\n- als: inkomen_laag en inkomen_niet_hoog",
    ).replace("- als: niet inkomen_laag", "- als: niet inkomen_laag of niet inkomen_niet_hoog")
    found = analyse(ruleset(QUOTED + rules), pattern_problems(ruleset(QUOTED + rules)))

    assert [("M404", (("name", "inkomen_niet_hoog"),))] == [(each.code, each.values) for each in found]
