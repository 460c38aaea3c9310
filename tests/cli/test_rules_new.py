"""A new ruleset from options, or from a text that is there: whole or not at all, and never over another."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from tests.cli.conftest import Run

LAPTOP = "laptop-minimaregeling"
NEW = ("rules", "new", "fiets-voor-werk", "--start", "2026-01-01")


def text(office: Path, name: str, day: str) -> str:
    return (office / "rulesets" / name / f"{day}.md").read_text(encoding="utf-8")


def test_what_the_options_say_stands_in_the_text_and_the_rest_is_asked(run: Run, office: Path) -> None:
    purpose = ("--purpose", "Wie geen vervoer heeft, kan naar het werk.", "--weeks", "6", "--remedy", "beroep")
    criteria = ("--criterion", "inkomen is laag=Is uw inkomen laag?", "--criterion", "heeft werk=Hebt u werk?")
    assert run(*NEW, "--title", "Regeling: fiets", *purpose, *criteria).code == 0
    assert run("rules", "check", "fiets-voor-werk").code == 0
    assert run("rules", "test", "fiets-voor-werk").code == 0
    made = text(office, "fiets-voor-werk", "2026-01-01")
    for line in (
        "titel: Regeling: fiets",
        "# Regeling – fiets",
        "beslistermijn: 6 weken",
        "rechtsmiddel: beroep",
        "- tekst: Wie geen vervoer heeft, kan naar het werk.",
        "- als: inkomen_is_laag en heeft_werk",
        "- nagaan: In welk artikel staat dit? In welk soort regel staat dit? Dat bepaalt wat er mogelijk is.",
    ):
        assert f"\n{line}\n" in made


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("title", ["Regeling: fiets", "Voorwaarde: x", "# kop", ":", "a {b} | c"])
def test_any_title_gives_a_text_that_is_right(run: Run, title: str) -> None:
    assert run(*NEW, "--title", title).code == 0
    assert (run("rules", "check", "fiets-voor-werk").code, run("rules", "test", "fiets-voor-werk").code) == (0, 0)


def test_a_new_version_is_the_same_text_with_another_first_day(run: Run, office: Path) -> None:
    ran = run("rules", "new", LAPTOP, "--from", LAPTOP, "--valid-from", "2027-01-01")
    assert (ran.err, ran.code) == ("", 0)
    old = text(office, LAPTOP, "2026-01-01")
    assert text(office, LAPTOP, "2027-01-01") == old.replace("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2027-01-01")
    examples = load_ruleset(office / "rulesets" / LAPTOP / "2026-01-01.md").examples
    days = [each.facts.get("aanvraagdatum") for each in examples]
    number = sum(isinstance(day, date) and day < date(2027, 1, 1) for day in days)
    assert f"{number} voorbeelden hebben een peildatum buiten de nieuwe versie" in " ".join(ran.out.split())
    assert run("rules", "check", str(office / "rulesets" / LAPTOP / "2027-01-01.md")).code == 0


def test_from_a_file_another_ruleset_begins_with_its_own_head(run: Run, office: Path) -> None:
    file = office / "rulesets" / LAPTOP / "2026-01-01.md"
    ended = file.read_bytes().replace(b"peildatum:", b"geldig_tot: 2026-12-31\npeildatum:").replace(b"\n", b"\r\n")
    source = office / "bron" / "2026-01-01.md"
    source.parent.mkdir()
    shutil.copytree(office / "rulesets" / "bouwstenen", office / "bouwstenen")
    source.write_bytes(ended)
    ran = run("rules", "new", "tablet", "--from", str(source), "--start", "2027-01-01", "--title", "Regeling: tablet")
    assert (ran.err, ran.code) == ("", 0)
    made = (office / "rulesets" / "tablet" / "2027-01-01.md").read_bytes()
    changes = {
        b"regelset: laptop-minimaregeling": b"regelset: tablet",
        b"titel: Een laptop voor school": b"titel: Regeling: tablet",
        b"geldig_vanaf: 2026-01-01": b"geldig_vanaf: 2027-01-01",
        b"# Een laptop voor school": "# Regeling – tablet".encode(),
        b"geldig_tot: 2026-12-31\r\n": b"",
    }
    for old, new in changes.items():
        ended = ended.replace(old, new, 1)
    assert made == ended
    assert run("rules", "check", "tablet", "--on", "2027-01-01").code == 0


@pytest.mark.parametrize(
    "call", [(LAPTOP, "--valid-from", "2026-01-01"), ("raalte-id-kaart", "--valid-from", "2027-01-01")]
)
def test_a_text_that_is_there_stays(run: Run, office: Path, call: tuple[str, ...]) -> None:
    before = {file: file.read_bytes() for file in office.rglob("*.md")}
    ran = run("rules", "new", *call, "--from", LAPTOP)
    assert (ran.out, ran.code) == ("", 1)
    assert {file: file.read_bytes() for file in office.rglob("*.md")} == before


def test_from_a_text_with_problems_nothing_is_made(run: Run, office: Path) -> None:
    file = office / "rulesets" / LAPTOP / "2026-01-01.md"
    file.write_text(file.read_text(encoding="utf-8").replace("- eis:", "- eiss:", 1), encoding="utf-8")
    ran = run("rules", "new", "tablet", "--from", LAPTOP)
    assert (ran.out, ran.code) == ("", 1)
    assert "M010" in ran.err
    assert not (office / "rulesets" / "tablet").exists()


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "more", [("--from", LAPTOP, "--purpose", "x"), ("--weeks", "0"), ("--remedy", "niets"), ("--criterion", "x")]
)
def test_a_wrong_call_is_told(run: Run, more: tuple[str, ...]) -> None:
    assert run(*NEW, *more).code == 2


@pytest.mark.usefixtures("office")
def test_an_unknown_source_is_told_with_what_there_is(run: Run) -> None:
    ran = run(*NEW, "--from", "laptop-minimaregelin")
    assert ran.code == 1
    assert "Bedoelde u `laptop-minimaregeling`?" in ran.told
