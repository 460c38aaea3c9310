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


def decided(run: Run, office: Path, **resident: str | list[str]) -> str:
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


OTHER_CASE = "cases/laptop-ver-boven-de-grens.json"


def another(run: Run) -> str:
    """The number of a decision about somebody else."""
    reasons = Path("redenen.txt")
    reasons.write_text("Uw inkomen ligt ruim boven de grens.", encoding="utf-8")
    ran = run("decide", OTHER_CASE, "--choice", "follow", "--reasons", str(reasons), "--format", "json", *DAY)
    assert ran.code == 0
    return str(json.loads(ran.out)["number"])


@pytest.mark.parametrize("command", [("write",), ("sent", "brief.pdf")])
def test_no_letter_is_older_than_its_decision(run: Run, office: Path, number: str, command: tuple[str, ...]) -> None:
    written(run, number, "pdf")
    verb, *file = command
    ran = run("letter", verb, number, *file, "--on", "2026-02-16")
    assert (ran.code, ran.out, registered(office)) == (1, "", [])
    assert "Het besluit is van 17 februari 2026. De brief kan niet ouder zijn." in ran.told


@pytest.mark.parametrize("form", ["pdf", "docx", "txt"])
def test_the_letter_of_somebody_else_is_not_this_letter(run: Run, office: Path, number: str, form: str) -> None:
    theirs = another(run)
    name = written(run, theirs, form)
    ran = run("letter", "sent", number, name, *DAY)
    assert (ran.code, registered(office)) == (1, [])
    assert f"Dit is de brief bij {theirs}, niet die bij {number}." in ran.told
    assert "datalek" in ran.told


def test_a_letter_from_before_the_decision_is_not_this_letter(run: Run, office: Path, number: str) -> None:
    assert run("letter", "notice", OTHER_CASE, "--about", "horen", "--out", "eerst.txt", *DAY).code == 0
    ran = run("letter", "sent", number, "eerst.txt", *DAY)
    assert (ran.code, registered(office)) == (1, [])
    assert "Dit is een brief van vóór het besluit" in ran.told


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("leeg.pdf", b"", "is geen hele PDF"),
        ("nep.pdf", b"%PDF-1.4 hallo", "is geen hele PDF"),
        ("word.pdf", b"PK startxref %%EOF", "is geen hele PDF"),
        ("leeg.docx", b"", "staat geen tekst"),
        ("leeg.txt", b"\n", "staat geen tekst"),
    ],
)
def test_an_empty_or_broken_file_did_not_go_out(
    run: Run, office: Path, number: str, name: str, content: bytes, told: str
) -> None:
    Path(name).write_bytes(content)
    ran = run("letter", "sent", number, name, *DAY)
    assert (ran.code, registered(office)) == (1, [])
    assert told in ran.told


def test_a_pdf_made_in_word_is_registered_with_the_advice_to_look(run: Run, office: Path, number: str) -> None:
    made = Path(written(run, number, "pdf")).read_bytes()
    Path("uit-word.pdf").write_bytes(made + b"\n")
    ran = run("letter", "sent", number, "uit-word.pdf", *DAY)
    assert (ran.code, len(registered(office))) == (0, 1)
    assert "Kijk zelf na of alles van het besluit erin staat." in " ".join(ran.out.split())


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


def test_who_sends_again_reads_which_day_counts(run: Run, office: Path, number: str) -> None:
    assert run("letter", "sent", number, written(run, number, "pdf"), *DAY).code == 0
    later = ("--on", "2026-02-20")
    told = "al een brief verstuurd op 17 februari 2026 (op papier). Toen begon de termijn, met als laatste dag 31 maart"
    again = run("letter", "write", number, "--format", "pdf", "--out", "brief.pdf", *later)
    assert (again.code, told in again.told) == (0, True)
    ran = run("letter", "sent", number, "brief.pdf", *later)
    assert (ran.code, told in " ".join(ran.out.split())) == (0, True)
    assert [event["last_day"] for event in registered(office)] == ["2026-03-31", "2026-04-07"]
    data = json.loads(run("letter", "sent", number, "brief.pdf", *later, "--format", "json").out)
    assert data["first_sent"] == "2026-02-17"


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


def test_who_agreed_to_digital_and_has_no_address_gets_nothing_on_paper(run: Run, office: Path) -> None:
    number = decided(run, office, channel="digitaal", digital_since="2026-01-05", address=[])
    name = written(run, number, "pdf")
    paper = run("letter", "sent", number, name, "--channel", "papier", *DAY)
    assert (paper.code, registered(office)) == (1, [])
    assert "In de zaak staat geen adres van de inwoner." in paper.told
    assert run("letter", "sent", number, name, *DAY).code == 0


def test_no_letter_on_paper_without_an_address(run: Run, office: Path) -> None:
    number = decided(run, office, address=[])
    ran = run("letter", "write", number, *DAY)
    assert (ran.code, ran.out) == (1, "")
    assert "geen adres van de inwoner in de zaak, en de brief gaat op papier" in ran.told
