"""A letter that was edited in Word: checked, and sent when it is still the letter of its decision."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.sending import DAY, OTHER_CASE, decided, edited, registered, written


@pytest.fixture
def number(run: Run, office: Path) -> str:
    return decided(run, office)


def test_an_edited_letter_is_read_back_first(run: Run, office: Path, number: str) -> None:
    name = edited(written(run, number, "docx"), "Bel ons eerst.", "Belt u ons gerust eerst.")
    ran = run("letter", "sent", number, name, *DAY)
    assert ran.code == 0
    assert "na het schrijven veranderd" in " ".join(ran.out.split())
    assert [event["written"] for event in registered(office)] == [False]


def test_an_edited_letter_with_another_last_day_is_not_registered(run: Run, office: Path, number: str) -> None:
    name = edited(written(run, number, "docx"), "31 maart 2026", "30 maart 2026")
    ran = run("letter", "sent", number, name, *DAY)
    assert (ran.code, registered(office)) == (1, [])
    assert "Als laatste dag voor bezwaar of beroep hoort in de brief: 31 maart 2026." in ran.told


def test_an_edited_word_document_is_compared_with_its_own_decision(run: Run, number: str) -> None:
    name = edited(written(run, number, "docx"), "31 maart 2026", "30 maart 2026")
    ran = run("letter", "check", name)
    assert ran.code == 4
    assert "VERGELEKEN MET HET BESLUIT" in ran.out
    assert "Als laatste dag voor bezwaar of beroep hoort in de brief: 31 maart 2026." in " ".join(ran.out.split())
    found = json.loads(run("letter", "check", name, "--format", "json").out)["issues"]
    assert [(each["code"], each["level"]) for each in found][:2] == [
        ("dag-anders", "error"),
        ("figuur-vreemd", "warning"),
    ]


def test_a_letter_as_it_was_written_has_all_of_the_decision(run: Run, number: str) -> None:
    for form in ("docx", "html", "md", "txt"):
        ran = run("letter", "check", written(run, number, form), "--number", number, *DAY)
        assert "Alle delen, bedragen en dagen van het besluit staan erin." in " ".join(ran.out.split())


def test_places_in_a_word_document_are_told_by_paragraph(run: Run, number: str) -> None:
    name = edited(written(run, number, "docx"), "Bel ons eerst.", "Derhalve belt u eerst.")
    assert "alinea" in run("letter", "check", name).out


def test_a_decision_that_was_turned_round_in_word_is_refused_with_old_and_new(
    run: Run, office: Path, number: str
) -> None:
    name = edited(written(run, number, "docx"), "U krijgt", "U krijgt niet")
    ran = run("letter", "sent", number, name, *DAY)
    assert (ran.code, registered(office)) == (1, [])
    assert "Het was: ‘U krijgt € 449,00 voor een laptop.’" in ran.told
    assert "Nu staat er: ‘U krijgt niet € 449,00 voor een laptop.’ Zet de zin terug" in ran.told


def test_a_strange_amount_is_told_once(run: Run, number: str) -> None:
    name = edited(written(run, number, "docx"), "Bel ons eerst.", "U krijgt € 30. U krijgt € 30. Bel ons eerst.")
    shown = " ".join(run("letter", "sent", number, name, *DAY).out.split())
    assert shown.count("‘€30’ staat niet in het besluit.") == 1
    assert "bedragen en dagen" not in shown


def test_a_letter_edited_for_another_day_names_what_to_change(run: Run, office: Path, number: str) -> None:
    name = edited(written(run, number, "docx"), "Bel ons eerst.", "Belt u ons gerust eerst.")
    ran = run("letter", "sent", number, name, "--on", "2026-02-20")
    assert (ran.code, registered(office)) == (1, [])
    assert "Deze brief is gemaakt voor 17 februari 2026. U noemt 20 februari 2026 als dag van verzending." in ran.told
    assert "Zet bovenaan 20 februari 2026 als datum" in ran.told
    assert "Als laatste dag voor bezwaar of beroep hoort in de brief: 7 april 2026." in ran.told
    edited(edited(name, "17 februari 2026", "20 februari 2026"), "31 maart 2026", "7 april 2026")
    assert run("letter", "sent", number, name, "--on", "2026-02-20").code == 0


def test_an_english_letter_alone_is_not_the_decision(run: Run, office: Path, number: str) -> None:
    english = edited(written(run, number, "docx", "--lang", "en", *DAY), "Please call us first.", "Do call us first.")
    alone = run("letter", "sent", number, english, *DAY)
    assert (alone.code, "De Nederlandse brief is het officiële besluit" in alone.out) == (0, True)
    assert run("letter", "sent", number, written(run, number, "pdf"), *DAY).code == 0
    both = run("letter", "sent", number, english, *DAY)
    assert (both.code, "officiële" in both.out) == (0, False)
    assert [event["language"] for event in registered(office)] == ["en", "nl"]


def test_an_english_word_document_is_compared_in_english(run: Run, number: str) -> None:
    ran = run("letter", "check", written(run, number, "docx", "--lang", "en", *DAY))
    assert ran.code == 0
    assert "Alle delen, bedragen en dagen van het besluit staan erin." in ran.out


def test_a_letter_on_the_way_to_a_decision_is_checked_without_one(run: Run, number: str) -> None:
    assert number
    name = ("--format", "docx", "--out", "eerst.docx")
    assert run("letter", "notice", OTHER_CASE, "--about", "horen", *name, *DAY).code == 0
    ran = run("letter", "check", "eerst.docx")
    assert (ran.code, "VERGELEKEN" in ran.out) == (0, False)
