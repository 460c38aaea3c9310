"""Where a letter goes: never over somebody's work, nor in a file with the name of another format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.sending import DAY, decided, edited, written

LONG = "Dat is lang: liever hoogstens 600 woorden en 2 bladzijden."


@pytest.fixture
def number(run: Run, office: Path) -> str:
    return decided(run, office)


def test_a_letter_that_was_edited_is_not_overwritten_unless_asked(run: Run, number: str) -> None:
    name = edited(written(run, number, "docx"), "Bel ons eerst.", "Belt u ons gerust eerst.")
    before = Path(name).read_bytes()
    ran = run("letter", "write", number, "--format", "docx", "--out", name, *DAY)
    assert (ran.code, Path(name).read_bytes() == before) == (1, True)
    assert "Daar kan werk van u in staan." in ran.told
    assert run("letter", "write", number, "--format", "docx", "--out", name, "--overwrite", *DAY).code == 0
    assert Path(name).read_bytes() != before


def test_a_letter_as_the_program_wrote_it_makes_room_for_the_next(run: Run, number: str) -> None:
    written(run, number, "docx")
    assert written(run, number, "docx", "--on", "2026-02-20") == "brief.docx"
    assert written(run, number, "docx", "--on", "2026-02-20") == "brief.docx"


def test_data_about_a_letter_are_not_written_over_a_case(run: Run, office: Path, number: str) -> None:
    case = office / "cases" / "laptop-negen-euro.json"
    before = json.loads(case.read_text(encoding="utf-8"))
    assert run("letter", "write", number, "--format", "json", "--out", str(case), *DAY).code == 1
    assert json.loads(case.read_text(encoding="utf-8")) == before


def test_a_letter_before_the_decision_does_not_overwrite_either(run: Run, office: Path) -> None:
    (office / "mijn.txt").write_text("mijn werk", encoding="utf-8")
    notice = ("letter", "notice", "cases/laptop-ver-boven-de-grens.json", "--about", "horen", *DAY)
    assert run(*notice, "--out", "mijn.txt").code == 1
    assert (office / "mijn.txt").read_text(encoding="utf-8") == "mijn werk"
    assert [run(*notice, "--out", "eerst.txt").code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize(("form", "name"), [("docx", "zaak.json"), ("txt", "brief.docx"), ("pdf", "brief.PDF.txt")])
def test_the_name_of_a_file_fits_its_format(run: Run, office: Path, number: str, form: str, name: str) -> None:
    ran = run("letter", "write", number, "--format", form, "--out", name, *DAY)
    assert (ran.code, (office / name).exists()) == (1, False)
    assert f"past niet bij --format {form}" in ran.told


@pytest.mark.parametrize(("times", "told"), [(140, 0), (160, 1)])
def test_a_text_of_more_than_600_words_is_told_to_be_long(run: Run, office: Path, times: int, told: int) -> None:
    (office / "brief.txt").write_text("Wij vinden dit belangrijk.\n\n" * times, encoding="utf-8")
    ran = run("letter", "check", "brief.txt")
    assert (ran.code, ran.out.count(LONG)) == (0, told)
    assert json.loads(run("letter", "check", "brief.txt", "--format", "json").out)["words"] == 4 * times


def test_a_long_letter_is_made_all_the_same(run: Run, number: str) -> None:
    ran = run("letter", "write", number, *DAY)
    assert (ran.code, LONG in ran.told) == (0, len(ran.out.split()) > 600)


def test_a_pdf_is_told_with_its_pages(run: Run, number: str) -> None:
    ran = run("letter", "write", number, "--format", "pdf", "--out", "brief.pdf", *DAY)
    assert " bladzijden." in ran.told


def test_a_text_without_words_has_no_score(run: Run, office: Path) -> None:
    (office / "leeg.txt").write_text("", encoding="utf-8")
    ran = run("letter", "check", "leeg.txt")
    assert (ran.code, ran.out) == (1, "")
    assert "In leeg.txt staat geen tekst." in ran.told
