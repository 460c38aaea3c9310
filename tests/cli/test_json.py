"""`--format json`: the keys of docs/json.md and nothing else, with the exit code of the text."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from maatwerk.cli.screens import machine, machine_tested, problem_data
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("office")
NAME = "raalte-id-kaart"
FILE = f"rulesets/{NAME}/2015-01-01.md"
COMMANDS = [
    ("rules", "check", NAME),
    ("rules", "test", NAME),
    ("register", "verify"),
    ("register", "list"),
    ("doctor",),
]


def given(run: Run, *arguments: str) -> Any:  # noqa: ANN401 - any JSON
    """What a command prints for machines, after seeing that it ends as the text does."""
    ran = run(*arguments, "--format", "json")
    assert (ran.err, ran.code) == ("", run(*arguments).code)
    return json.loads(ran.out)


def has_keys(found: dict[str, Any], kind: type) -> bool:
    return list(found) == list(kind.__annotations__)


def changed(old: str, new: str) -> None:
    text = Path(FILE).read_text(encoding="utf-8")
    assert old in text
    Path(FILE).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_plain_is_there_beside_json(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments, "--format", "plain").out == run(*arguments, "--plain").out
    assert given(run, *arguments)


def test_a_right_ruleset_is_usable(run: Run) -> None:
    found = given(run, "rules", "check", NAME)
    assert has_keys(found, machine.RulesChecked)
    assert found["usable"] is True
    assert [each for each in found["problems"] if not each["warning"]] == []


def test_a_problem_has_its_place_and_what_was_meant(run: Run) -> None:
    changed("- eis: kan_pinnen", "- eis: kan_pinen")
    found = given(run, "rules", "check", NAME)
    problem = next(each for each in found["problems"] if each["hint"] == "kan_pinnen")
    line = Path(FILE).read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    start = problem["column"] - 1
    assert has_keys(problem, problem_data.ProblemShown)
    assert found["usable"] is False
    assert (problem["file"], problem["warning"]) == (FILE, False)
    assert line[start : start + problem["length"]] == "kan_pinen"
    ends = {"line": problem["line"], "column": problem["column"] + problem["length"]}
    begins = {"line": problem["line"], "column": problem["column"]}
    assert problem["range"] == {"start": begins, "end": ends}
    assert problem["severity"] == "error"
    assert problem["replacement"] == {"range": problem["range"], "text": "kan_pinnen"}


def test_a_problem_says_what_may_stand_there(run: Run) -> None:
    changed("- rang: wet", "- rang: wett")
    problem = given(run, "rules", "check", NAME)["problems"][0]
    assert problem["expected"] == "wet, amvb_of_regeling, verordening, beleidsregel, werkinstructie"
    assert has_keys(problem["range"], problem_data.RangeShown)
    assert has_keys(problem["range"]["end"], problem_data.PositionShown)
    assert has_keys(problem["replacement"], problem_data.ReplacementShown)


def test_a_problem_is_told_in_the_language_of_the_call(run: Run) -> None:
    changed("- eis: kan_pinnen", "- eis: kan_pinen")
    dutch, english = (
        json.loads(run("rules", "check", NAME, "--format", "json", "--lang", lang).out)["problems"]
        for lang in ("nl", "en")
    )
    assert [each.pop("message") for each in dutch] != [each.pop("message") for each in english]
    assert dutch == english


def test_examples_that_hold_and_patterns_that_were_searched(run: Run) -> None:
    found = given(run, "rules", "test", NAME)
    assert has_keys(found, machine_tested.RulesTested)
    assert has_keys(found["patterns"], machine_tested.PatternsShown)
    assert all(has_keys(each, machine_tested.ExampleShown) and each["equal"] for each in found["examples"])
    assert found["patterns"]["patterns"] > 1
    assert (found["patterns"]["conflicts"], found["patterns"]["gaps"], found["patterns"]["differences"]) == ([], [], 0)


def test_an_example_that_does_not_hold_names_the_cell(run: Run) -> None:
    rows = Path(FILE).read_text(encoding="utf-8").splitlines()
    row = next(line for line in rows if "| staat rood" in line)
    changed(row, row.replace("| contant_betalen ", "| vooraf_overmaken "))
    found = given(run, "rules", "test", NAME)
    (wrong,) = (each for each in found["examples"] if not each["equal"])
    (cell,) = (each for each in wrong["cells"] if not each["equal"])
    assert (wrong["name"], wrong["file"], wrong["line"]) == ("staat rood", FILE, rows.index(row) + 1)
    assert has_keys(cell, machine_tested.CellShown)
    assert (cell["column"], cell["expected"], cell["found"]) == ("voorstellen", "vooraf_overmaken", "contant_betalen")


def test_a_whole_register(run: Run) -> None:
    found = given(run, "register", "verify")
    assert has_keys(found, machine.RegisterVerified)
    assert all(has_keys(each, machine.CheckShown) and each["holds"] for each in found["checks"])
    assert (found["whole"], found["entries"], found["first_bad_seq"], found["reason"]) == (True, 2, None, None)
    assert "Een weggelaten einde is zo niet te zien." in found["verdict"]


def test_an_altered_register_names_the_first_line(run: Run) -> None:
    with sqlite3.connect("register.db") as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE log SET body = replace(body, 'verzonnen', 'echt') WHERE seq = 2")
    found = given(run, "register", "verify")
    assert (found["whole"], found["first_bad_seq"], found["first_bad_number"]) == (False, 2, None)
    assert found["reason"]
    rows = {each["id"]: each["exit_code"] for each in given(run, "doctor")["rows"]}
    assert rows["register"] == 7


def test_the_list_of_the_register(run: Run) -> None:
    found = given(run, "register", "list")
    assert all(has_keys(each, machine.RegisterEntry) for each in found)
    assert [(each["seq"], each["kind"]) for each in found] == [(1, "ruleset_adopted"), (2, "ruleset_adopted")]


def test_the_doctor_has_a_row_for_everything(run: Run) -> None:
    rows = given(run, "doctor")["rows"]
    assert all(has_keys(each, machine.DoctorRow) and each["exit_code"] == 0 for each in rows)
    expected = ["python", "reasoners", "sqlite", "folder", "person", "register", "rulesets"]
    assert [each["id"] for each in rows] == expected


def test_what_cannot_be_read_leaves_the_output_empty(run: Run) -> None:
    ran = run("rules", "test", "bestaat-niet", "--format", "json")
    assert (ran.out, ran.code) == ("", 1)
    assert ran.err
