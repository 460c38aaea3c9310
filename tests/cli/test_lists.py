"""Lists and judgements at the desk: said plainly where they belong, and never a crash."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tests.cli.keys import Keys

CASES = ROOT / "examples" / "cases"
DAY = ("--on", "2026-11-20")


def test_a_criterion_of_a_record_is_named_with_its_list_and_number(run: Run) -> None:
    shown = run("propose", str(CASES / "giften-kapotte-koelkast.json"), *DAY)
    assert "U wijkt af van telt mee (giften 2)" in " ".join(shown.out.split()).replace("  ", " ")


def test_many_records_stand_on_one_line(run: Run) -> None:
    shown = run("check", str(CASES / "boodschappen-een-van-drie-jaar.json"), *DAY)
    assert "telt als middel (tijdvakken 1-2)" in " ".join(shown.out.split())


def test_json_names_a_criterion_in_a_record_with_its_list(run: Run) -> None:
    made = json.loads(run("check", str(CASES / "giften-kapotte-koelkast.json"), *DAY, "--format", "json").out)
    second = {"criterion": "telt_mee", "list": "giften", "record": 2}
    assert second in [member for members in made["decisive"] for member in members]
    assert [each["sets_aside"] for each in made["proposals"] if each["id"] == "noodzakelijke_gift"] == [[second]]
    named = [(each["id"], each["list"], each["record"]) for each in made["criteria"]]
    assert named == [("binnen_vrijlating", None, None), ("telt_mee", "giften", 1), ("telt_mee", "giften", 2)]


@pytest.mark.parametrize(
    ("ruleset", "fact", "words"),
    [
        ("bijstand-giften", "giften=3", "is een lijst"),
        ("bijstand-giften", "bedrag=3", "staat niet in deze regelset"),
    ],
)
def test_a_list_cannot_be_given_on_the_command_line(run: Run, ruleset: str, fact: str, words: str) -> None:
    shown = run("check", ruleset, "--fact", fact)
    assert shown.code == 1
    assert words in shown.told


def test_ask_mode_says_that_a_list_stands_in_the_case_file(tmp_path: Path) -> None:
    keys = Keys.of_maatwerk(tmp_path, "check", "bijstand-giften", *DAY)
    keys.wait_for("Vul het in het zaakbestand in")
    keys.wait_for("alleen Enter: ")
    keys.press("\r")
    keys.wait_for("")
    assert "Traceback" not in keys.seen


def test_ask_mode_says_who_gives_a_judgement(tmp_path: Path) -> None:
    shutil.copy(CASES / "boodschappen-oordeel-open.json", tmp_path / "zaak.json")
    keys = Keys.of_maatwerk(tmp_path, "check", "zaak.json", "--ask", *DAY)
    keys.wait_for("in het zaakbestand: jurist, kwaliteitsmedewerker")
    keys.wait_for("alleen Enter: ")
    keys.press("\r")
    keys.wait_for("")
    assert "Traceback" not in keys.seen
