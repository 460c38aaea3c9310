"""Lists and judgements at the desk: said plainly where they belong, and never a crash."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import ROOT, Run

CASES = ROOT / "examples" / "cases"
DAY = ("--on", "2026-11-20")


def test_a_criterion_of_a_record_is_named_with_its_list_and_number(run: Run) -> None:
    shown = run("propose", str(CASES / "giften-kapotte-koelkast.json"), *DAY)
    assert "U wijkt af van telt mee (giften, nummer 2)" in " ".join(shown.out.split()).replace("  ", " ")


def test_many_records_stand_on_one_line(run: Run) -> None:
    shown = run("check", str(CASES / "boodschappen-een-van-drie-jaar.json"), *DAY)
    assert "telt als middel (tijdvakken, nummer 1-2)" in " ".join(shown.out.split())


def test_json_names_a_criterion_in_a_record_with_its_list(run: Run) -> None:
    made = json.loads(run("check", str(CASES / "giften-kapotte-koelkast.json"), *DAY, "--format", "json").out)
    second = {"criterion": "telt_mee", "list": "giften", "record": 2}
    assert second in [member for members in made["decisive"] for member in members]
    assert [each["sets_aside"] for each in made["proposals"] if each["id"] == "noodzakelijke_gift"] == [[second]]
    named = [(each["id"], each["list"], each["record"]) for each in made["criteria"]]
    assert named == [("binnen_vrijlating", None, None), ("telt_mee", "giften", 1), ("telt_mee", "giften", 2)]


@pytest.mark.parametrize(
    ("fact", "words"),
    [("giften=veel", "is een lijst"), ("bedrag=3", "staat niet in deze regelset"), ("giften[2].bedrag=3", "Rij 2")],
)
def test_a_wrong_row_on_the_command_line_is_told_plainly(run: Run, fact: str, words: str) -> None:
    shown = run("check", "bijstand-giften", "--fact", fact)
    assert shown.code == 1
    assert words in shown.told


ROW = ("datum=2026-02-01", "bedrag=1.300", "keren=1", "vorm=geld", "doel=vrij_te_besteden")
FACTS = [part for each in ROW for part in ("--fact", f"giften[1].{each}")]


@pytest.mark.parametrize(
    ("more", "outcome", "amount"),
    [
        (["--fact", "giften=1", *FACTS], "deel_telt_mee", "100.00"),
        (["--fact", "giften=1+", *FACTS], "deel_telt_mee", None),
        (FACTS, "deel_telt_mee", None),
        (["--fact", "giften=-"], "niets_telt_mee", None),
        ([], "onbekend", None),
    ],
)
def test_a_list_can_be_given_on_the_command_line(run: Run, more: list[str], outcome: str, amount: str | None) -> None:
    made = json.loads(run("check", "bijstand-giften", *DAY, "--format", "json", *more).out)
    assert (made["outcome"]["id"], made["outcome"]["amount"]) == (outcome, amount)
