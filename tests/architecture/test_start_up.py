"""Help must come at once: it loads nothing that a command only needs once it works."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

HEAVY = {
    "alembic",
    "babel",
    "dateutil",
    "durable",
    "durable_rules_engine",
    "holidays",
    "jinja2",
    "lsprotocol",
    "markdown_it",
    "pydantic",
    "pygls",
    "pyphen",
    "rapidfuzz",
    "rich",
    "sqlalchemy",
    "wordfreq",
}
LOADED_BY = """
import json, sys
from maatwerk.cli import main
code = main(json.loads(sys.argv[1]))
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""
HELP = [
    ["--help"],
    ["init", "--help"],
    ["check", "--help"],
    ["propose", "--help"],
    ["explain", "--help"],
    ["decide", "--help"],
    ["letter", "write", "--help"],
    ["letter", "check", "--help"],
    ["rules", "--help"],
    ["rules", "check", "--help"],
    ["rules", "test", "--help"],
    ["rules", "diff", "--help"],
    ["rules", "show", "--help"],
    ["rules", "letters", "--help"],
    ["rules", "serve", "--help"],
    ["rules", "format", "--help"],
    ["rules", "withdraw", "--help"],
    ["register", "verify", "--help"],
    ["register", "list", "--help"],
    ["doctor", "--help"],
]


@pytest.mark.parametrize("arguments", HELP, ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED_BY, json.dumps(arguments)], capture_output=True, text=True, check=True
    )
    code, loaded = json.loads(ran.stderr.splitlines()[-1])

    assert 0 == code
    assert "maatwerk" in ran.stdout
    assert set() == HEAVY & set(loaded)


# What a check of a case on file has no use for: nobody is asked anything, decides, or looks at a register.
NOT_FOR_A_CHECK = {"alembic", "jinja2", "pyphen", "rapidfuzz", "rich", "sqlalchemy", "wordfreq"}
NOT_OURS_FOR_A_CHECK = {
    f"maatwerk.{name}" for name in ("cli.ask", "deciding", "examples", "letter", "limits", "register")
}


@pytest.mark.parametrize(("case", "calendar"), [("raalte-rood-staan", set()), ("laptop-negen-euro", {"holidays"})])
def test_checking_a_case_on_file_loads_only_what_a_check_needs(case: str, calendar: set[str]) -> None:
    program = LOADED_BY.replace('name.partition(".")[0]', "name")
    arguments = json.dumps(["check", str(ROOT / "examples" / "cases" / f"{case}.json"), "--on", "2026-02-17"])
    ran = subprocess.run([sys.executable, "-c", program, arguments], capture_output=True, text=True, check=True)
    code, loaded = json.loads(ran.stderr.splitlines()[-1])

    assert 4 == code
    found = {name.partition(".")[0] for name in loaded}
    assert calendar == (NOT_FOR_A_CHECK | {"holidays"}) & found  # only a term needs the calendar
    assert set() == NOT_OURS_FOR_A_CHECK & set(loaded)


def test_importing_the_library_loads_nothing_heavy() -> None:
    program = "import sys, maatwerk; print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert set() == (HEAVY | {"click"}) & set(ran.stdout.split())
