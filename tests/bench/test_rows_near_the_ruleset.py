"""The rows that `--mutate` proposes lie in the version itself, and a day that every month has is never rounded."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.testing.mutants import mutants
from maatwerk.bench.testing.mutation import rows_that_hold, try_all
from maatwerk.bench.testing.new_rows import ExampleTables
from maatwerk.bench.testing.same_day import never_rounds
from maatwerk.bench.testing.survivors import MutationReport, looked_at
from maatwerk.bench.testing.written import Written
from maatwerk.ruleset.library import shipped
from tests.findings.small import whole

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset

RULES = """
| gegeven | soort |
|---|---|
| verhuisd_op | datum |
| geboren | datum |

### Berekening: begin
- soort: datum
- is: eerste_dag_van_maand(verhuisd_op)

### Voorwaarde: op_tijd
- eis: dag <= {term}

### Voorwaarde: volwassen
- eis: leeftijd_op(geboren; dag) >= 18

### Uitkomst: geld
- als: op_tijd en volwassen
- soort: toekenning

### Uitkomst: geen_geld
- als: niet op_tijd of niet volwassen

| geval | dag | verhuisd_op | geboren | => uitkomst |
|---|---|---|---|---|
| gewoon | 2026-03-02 | 2026-02-10 | 1990-01-01 | geld |
"""


def read(folder: Path, term: str) -> Ruleset:
    shutil.copytree(shipped() / "bouwstenen", folder / "bouwstenen", dirs_exist_ok=True)
    file = folder / "klein" / "2026-01-01.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(whole(RULES.format(term=term)), encoding="utf-8")
    return load_ruleset(file)


def reported(rules: Ruleset) -> MutationReport:
    rows = rows_that_hold(rules)
    tried = try_all(rows, mutants(rules, Written(rules)))
    return looked_at(rules, tried, rows, ExampleTables(rules))


def test_every_row_that_is_proposed_has_a_reference_date_in_the_version(tmp_path: Path) -> None:
    report = reported(read(tmp_path, "plus_maanden(verhuisd_op; 3; omlaag)"))

    days = [each.added.example.facts["dag"] for each in report.proposed]

    assert days
    assert all(isinstance(day, date) and day >= date(2026, 1, 1) for day in days)


@pytest.mark.parametrize(
    ("term", "proved"),
    [
        ("plus_maanden(begin; 3; omlaag)", True),
        ("plus_jaren(plus_maanden(begin; 3; omlaag); 1; omlaag)", True),
        ("plus_maanden(min(begin; 2026-05-28); 3; omlaag)", True),
        ("plus_maanden(eerste_dag_van_jaar(verhuisd_op); 3; omhoog)", True),
        ("plus_maanden(verhuisd_op; 3; omlaag)", False),
        ("plus_maanden(plus_dagen(begin; 30); 3; omlaag)", False),
        ("plus_maanden(min(begin; 2026-05-29); 3; omlaag)", False),
    ],
)
def test_rounding_a_day_that_every_month_has_is_proved_to_make_no_difference(
    tmp_path: Path, term: str, *, proved: bool
) -> None:
    rules = read(tmp_path, term)

    rounded = [each for each in mutants(rules, Written(rules)) if each.change.code == "rounding"]

    assert rounded
    assert {proved} == {never_rounds(rules, each) for each in rounded}


def test_such_a_rounding_counts_as_a_change_that_never_matters(tmp_path: Path) -> None:
    report = reported(read(tmp_path, "plus_maanden(begin; 3; omlaag)"))

    assert ["rounding"] == [each.mutant.change.code for each in report.never]
