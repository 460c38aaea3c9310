"""Which letter went out, on which day and how: from then terms run, so it must be the right one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest

from tests.cli.conftest import ROOT, Run
from tests.register.registers import rows

ANSWERS = str(ROOT / "examples" / "answers" / "laptop-negen-euro.json")
CASE = "cases/laptop-negen-euro.json"
DAY = ("--on", "2026-02-17")


def decided(run: Run, office: Path, **resident: str) -> str:
    """The number of a decision on the case, with this about the resident."""
    path = office / CASE
    case = json.loads(path.read_text(encoding="utf-8"))
    case["resident"] |= resident
    path.write_text(json.dumps(case), encoding="utf-8")
    assert run("decide", CASE, "--choice", "besteedbaar_inkomen", "--answers", ANSWERS, *DAY).code == 0
    ((year, serial),) = rows(office / "register.db", "SELECT year, serial FROM decision")
    return f"{year}-{serial:04}"


@pytest.fixture
def number(run: Run, office: Path) -> str:
    return decided(run, office)


def written(run: Run, number: str, form: str, *more: str) -> str:
    name = f"brief.{form}"
    assert run("letter", "write", number, "--format", form, "--out", name, *(more or DAY)).code == 0
    return name


def registered(office: Path) -> list[dict[str, Any]]:
    found = rows(office / "register.db", "SELECT body FROM log WHERE body LIKE '%letter_sent%'")
    return [json.loads(body)["event"] for (body,) in found]


def edited(name: str, old: str, new: str) -> str:
    opened = python_docx.Document(name)
    changed = [each for each in opened.paragraphs if old in each.text]
    assert changed
    for paragraph in changed:
        paragraph.text = paragraph.text.replace(old, new)
    opened.save(name)
    return name


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "txt", "md", "aloud"])
def test_a_letter_that_was_written_can_be_sent_as_it_is(run: Run, office: Path, number: str, form: str) -> None:
    ran = run("letter", "sent", number, written(run, number, form), *DAY)
    assert ran.code == 0
    assert "is verstuurd op 17 februari 2026 (op papier)." in " ".join(ran.out.split())
    (event,) = registered(office)
    assert (event["on"], event["channel"], event["written"]) == ("2026-02-17", "papier", True)
    assert event["last_day"] == "2026-03-31"


def test_sending_twice_is_one_line(run: Run, office: Path, number: str) -> None:
    name = written(run, number, "pdf")
    assert [run("letter", "sent", number, name, *DAY).code for _ in range(2)] == [0, 0]
    assert len(registered(office)) == 1


def test_a_letter_sent_days_later_must_name_its_own_last_day(run: Run, office: Path, number: str) -> None:
    ran = run("letter", "sent", number, written(run, number, "pdf"), "--on", "2026-02-20")
    assert ran.code == 1
    assert "Schrijf de brief opnieuw voor die dag" in " ".join(ran.err.split())
    assert registered(office) == []
    again = written(run, number, "pdf", "--on", "2026-02-20")
    assert run("letter", "sent", number, again, "--on", "2026-02-20").code == 0


@pytest.mark.parametrize(
    ("day", "told"), [("2025-02-10", "kan niet eerder verstuurd zijn"), ("2999-01-04", "moet nog komen")]
)
def test_a_letter_is_not_sent_before_the_application_or_tomorrow(
    run: Run, office: Path, number: str, day: str, told: str
) -> None:
    ran = run("letter", "sent", number, written(run, number, "pdf"), "--on", day)
    assert (ran.code, registered(office)) == (1, [])
    assert told in " ".join(ran.err.split())


def test_digital_only_after_the_resident_agreed(run: Run, office: Path, number: str) -> None:
    ran = run("letter", "sent", number, written(run, number, "pdf"), "--channel", "digitaal", *DAY)
    assert (ran.code, registered(office)) == (5, [])
    assert "artikel 2:8 Awb" in " ".join(ran.err.split())


def test_who_agreed_gets_it_digitally_without_asking(run: Run, office: Path) -> None:
    number = decided(run, office, channel="digitaal", digital_since="2026-01-05")
    assert run("letter", "sent", number, written(run, number, "pdf"), *DAY).code == 0
    assert [event["channel"] for event in registered(office)] == ["digitaal"]


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


def test_as_data_it_has_stable_keys(run: Run, number: str) -> None:
    data = json.loads(run("letter", "sent", number, written(run, number, "pdf"), "--format", "json", *DAY).out)
    assert list(data) == [
        *("number", "sha256", "on", "channel", "last_day", "language", "written", "strange", "first_sent", "dutch_sent")
    ]


@pytest.mark.parametrize("name", ["er-niet.pdf", "cases", "/dev/zero"])
def test_a_file_that_is_not_there_is_told(run: Run, office: Path, number: str, name: str) -> None:
    ran = run("letter", "sent", number, name, *DAY)
    assert (ran.code, registered(office)) == (1, [])
    assert "is er niet, of kan niet worden gelezen" in " ".join(ran.err.split())


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
