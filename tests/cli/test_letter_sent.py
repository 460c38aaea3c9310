"""Which letter went out, on which day and how: from then terms run, so it must be the right one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.sending import DAY, OTHER_CASE, another, decided, registered, written


@pytest.fixture
def number(run: Run, office: Path) -> str:
    return decided(run, office)


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
