"""Thousands of problems: as many on the screen as anybody reads, and all of them for a program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.bad.test_rulesets import written
from tests.cli.conftest import Run
from tests.ruleset import problem_pages as page

HEAD = re.compile(r"^(?:opmerking )?\S+:\d+:\d+  [MC]\d{3}$", re.MULTILINE)
UNKNOWN = "".join(f"\n### Berekening: b{number}\n\n- is: weg{number}\n- soort: getal\n" for number in range(800))


@pytest.mark.usefixtures("office")
def test_a_screen_shows_fifty_problems_and_says_how_many_more(run: Run) -> None:
    file = str(written((page.base() + UNKNOWN).encode()))
    every = json.loads(run("rules", "check", file, "--format", "json").out)
    number = len(every["problems"])

    for shape in ("text", "plain"):
        ran = run("rules", "check", file, "--format", shape)
        assert 1 == ran.code
        assert 50 == len(HEAD.findall(ran.out))
        assert f"En nog {number - 50}." in ran.out
    assert number >= 800


def test_an_organisation_sets_how_many(run: Run, office: Path) -> None:
    with (office / "maatwerk.toml").open("a", encoding="utf-8") as file:
        file.write("\n[limits]\nproblems_shown = 3\n")
    facts = ", ".join(f'"weg{number}": "1"' for number in range(5))
    (office / "zaak.json").write_text(f'{{"case": "z", "ruleset": "raalte-id-kaart", "facts": {{{facts}}}}}')

    ran = run("check", "zaak.json")

    assert 3 == len(HEAD.findall(ran.err))
    assert "En nog 2." in ran.err


def test_no_more_than_there_is_room_for_is_no_more(run: Run, office: Path) -> None:
    (office / "zaak.json").write_text('{"case": "z", "ruleset": "raalte-id-kaart", "facts": {"weg": "1"}}')

    told = run("check", "zaak.json").err
    assert 1 == len(HEAD.findall(told))
    assert "En nog" not in told
