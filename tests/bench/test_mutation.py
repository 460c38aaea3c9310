"""Each small change of the rules turns an example, or there is a row to add, or the proof that it cannot matter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.examples import run_examples
from maatwerk.bench.testing.coverage import untouched
from maatwerk.bench.testing.difference import never_differs
from maatwerk.bench.testing.mutants import mutants
from maatwerk.bench.testing.mutation import rows_that_hold, try_all
from maatwerk.bench.testing.new_rows import ExampleTables
from maatwerk.bench.testing.possible import possible_findings
from maatwerk.bench.testing.same_figures import never_matters
from maatwerk.bench.testing.survivors import MutationReport, looked_at
from maatwerk.bench.testing.written import Written
from maatwerk.ruleset.library import ids, shipped, versions
from tests.findings.small import ruleset, whole

SHIPPED = [version.path for name in ids(shipped()) for version in versions(shipped(), name)]
RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| woont_hier | ja_nee |
| verhuist | ja_nee |

### Bedoeling: vangnet
- draagt: 2

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Voorwaarde: inwoner
- eis: woont_hier en niet verhuist
- dient: vangnet

### Uitkomst: geld
- als: laag en inwoner
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag of niet inwoner
"""
HEAD = """
| geval | dag | inkomen | woont_hier | verhuist | => uitkomst |
|---|---|---|---|---|---|
| standaard | 2026-03-02 | 900 | ja | nee | |
"""
ROWS = {
    "gewoon": "| gewoon | | | | | geld |\n",
    "op de grens": "| op de grens | | 1.000 | | | geld |\n",
    "boven de grens": "| boven de grens | | 1.000,01 | | | geen_geld |\n",
    "elders": "| elders | | | nee | | geen_geld |\n",
    "gaat weg": "| gaat weg | | | | ja | geen_geld |\n",
    "geen van beide": "| geen van beide | | 2.000 | nee | | geen_geld |\n",
}


def reported(folder: Path, *names: str) -> MutationReport:
    """What the small changes say of the rules above with these examples."""
    shutil.copytree(shipped() / "bouwstenen", folder / "bouwstenen", dirs_exist_ok=True)
    file = folder / "klein" / "2026-01-01.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(whole(RULES + HEAD + "".join(ROWS[name] for name in names)), encoding="utf-8")
    rules = load_ruleset(file)
    assert [] == [each.name for each in run_examples(rules) if not each.equal]
    rows = rows_that_hold(rules)
    return looked_at(rules, try_all(rows, mutants(rules, Written(rules))), rows, ExampleTables(rules))


def test_with_a_row_for_everything_every_change_is_noticed(tmp_path: Path) -> None:
    found = reported(tmp_path, *ROWS)

    assert (0, (), ()) == (found.left, found.proposed, found.not_found)
    assert found.counted == found.turned


@pytest.mark.parametrize(
    ("missing", "cells"),
    [
        ("op de grens", {"inkomen": "€ 1.000", "=> uitkomst": "geld"}),
        ("boven de grens", {"inkomen": "€ 1.000,01", "=> uitkomst": "geen_geld"}),
        ("elders", {"woont_hier": "nee", "=> uitkomst": "geen_geld"}),
        ("gaat weg", {"verhuist": "ja", "=> uitkomst": "geen_geld"}),
    ],
)
def test_a_row_that_is_missing_is_proposed_as_it_would_stand(
    tmp_path: Path, missing: str, cells: dict[str, str]
) -> None:
    found = reported(tmp_path, *(name for name in ROWS if name not in {missing, "geen van beide"}))
    proposed = [
        {name: text for name, text in row.cells.items() if text and name != "geval"}
        for each in found.proposed
        for row in each.rows
    ]

    assert cells in proposed


def test_a_proposed_row_notices_each_change_it_says(tmp_path: Path) -> None:
    found = reported(tmp_path, "gewoon", "boven de grens")

    assert found.proposed
    for each in found.proposed:
        names = [name for name in each.added.turned if each.added.turned[name][0] != each.added.turned[name][1]]
        assert names == list(each.added.turned)
        assert each.mutants


def test_rows_that_are_added_raise_the_score_to_all_that_counts(tmp_path: Path) -> None:
    few, more = reported(tmp_path, "gewoon", "boven de grens"), reported(tmp_path, *ROWS)

    assert few.turned < more.turned == more.counted
    assert few.tried == more.tried


def test_what_a_purpose_bears_does_not_matter_where_nothing_is_heavier(tmp_path: Path) -> None:
    never = {(each.mutant.name, each.mutant.key, each.proof) for each in reported(tmp_path, *ROWS).never}

    assert {("vangnet", "draagt", "figures"), ("inwoner", "dient", "figures")} == never


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nine_of_ten_changes_of_a_shipped_ruleset_are_noticed(path: Path) -> None:
    rules = load_ruleset(path)
    tried = try_all(rows_that_hold(rules), mutants(rules, Written(rules)))
    survivors = [each.mutant for each in tried if not each.turned]
    never = [each for each in survivors if never_matters(rules, each) or never_differs(rules, each)]

    assert 0.88 < (len(tried) - len(survivors)) / (len(tried) - len(never))  # more is proved by trying every case


def test_a_change_that_is_proved_never_to_matter_turns_no_example() -> None:
    rules = load_ruleset(SHIPPED[-1])
    tried = try_all(rows_that_hold(rules), mutants(rules, Written(rules)))
    proved = [each for each in tried if never_matters(rules, each.mutant) or never_differs(rules, each.mutant)]

    assert proved
    assert [""] * len(proved) == [each.turned for each in proved]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_examples_of_a_shipped_ruleset_leave_nothing_out(path: Path) -> None:
    rules = load_ruleset(path)

    assert () == untouched(rules, Written(rules))


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
