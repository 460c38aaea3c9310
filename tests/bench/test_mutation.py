"""Each small change of the rules turns an example, or there is a row to add, or the proof that it cannot matter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.examples import run_examples
from maatwerk.bench.testing.mutants import mutants
from maatwerk.bench.testing.mutation import rows_that_hold, try_all
from maatwerk.bench.testing.new_rows import ExampleTables
from maatwerk.bench.testing.survivors import MutationReport, looked_at
from maatwerk.bench.testing.written import Written
from maatwerk.ruleset.library import shipped
from tests.findings.small import whole

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
