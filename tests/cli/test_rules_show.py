"""`maatwerk rules show`: the page, the personal data and the entry, on the screen or in a file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from maatwerk.ruleset.library import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

LAPTOP = shipped() / "laptop-minimaregeling" / "2026-01-01.md"


def test_the_page_comes_on_the_screen_or_in_a_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "laptop.html"
    shown, written = run("rules", "show", str(LAPTOP)), run("rules", "show", str(LAPTOP), "--out", str(out))

    assert (0, 0) == (shown.code, written.code)
    assert shown.out.startswith("<!doctype html>")
    assert shown.out == out.read_text("utf-8")
    assert f"Dit staat nu in {out}." in " ".join(written.out.split())


def test_the_page_says_whether_the_rules_were_adopted_here(run: Run, office: Path) -> None:
    assert "Vastgesteld op " in run("rules", "show", "laptop-minimaregeling").out
    assert "Concept. Met deze regels" in run("rules", "show", "kostendelersnorm").out
    assert office.is_dir()


def test_the_page_speaks_english(run: Run) -> None:
    assert '<html lang="en">' in run("rules", "show", str(LAPTOP), "--lang", "en").out


@pytest.mark.parametrize("more", [(), ("--privacy",), ("--register-entry",)], ids=" ".join)
def test_a_broken_ruleset_tells_its_problems_and_gives_1(run: Run, office: Path, more: tuple[str, ...]) -> None:
    broken = office / "rulesets" / "laptop-minimaregeling" / "2026-01-01.md"
    broken.write_text(LAPTOP.read_text("utf-8").replace("- eis: inkomen <= ", "- eis: inkommen <= "), "utf-8")
    out = office / "page.html"
    ran = run("rules", "show", "laptop-minimaregeling", "--out", str(out), *more)

    assert (1, "") == (ran.code, ran.out)
    assert "2026-01-01.md:96:8  M204" in ran.err
    assert "Bedoelde u `inkomen`?" in ran.told
    assert not out.exists()


def test_the_personal_data_name_the_term_of_the_organisation(run: Run, office: Path) -> None:
    told = " ".join(run("rules", "show", "laptop-minimaregeling", "--privacy").out.split())
    data = json.loads(run("rules", "show", "laptop-minimaregeling", "--privacy", "--format", "json").out)
    income = next(each for each in data["facts"] if each["name"] == "inkomen")

    assert "Bewaren: 7 jaar." in told
    assert (7, "verzonnen: kijk in uw selectielijst") == (data["retention_years"], data["retention_source"])
    assert {"kind": "voorwaarde", "name": "inkomen_laag"} in income["used_by"]
    assert ["geld_voor_wie_het_nodig_heeft"] == income["purposes"]
    assert office.is_dir()


def test_outside_an_organisation_the_term_must_be_checked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = json.loads(run("rules", "show", str(LAPTOP), "--privacy", "--format", "json").out)

    assert (None, None) == (data["retention_years"], data["retention_source"])
    assert "Bewaren: nog nagaan." in run("rules", "show", str(LAPTOP), "--privacy", "--plain").out


def test_the_entry_says_what_must_still_be_filled_in(run: Run) -> None:
    told = run("rules", "show", str(LAPTOP), "--register-entry").out
    data = json.loads(run("rules", "show", str(LAPTOP), "--register-entry", "--format", "json").out)

    assert "Contactgegevens (contact_email)\n  nog invullen\n" in told
    assert "1.0" == data["entry"]["standard_version"]
    assert {name for name, value in data["entry"].items() if value is None} == set(data["to_fill_in"])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--privacy", "--register-entry"), "Kies --privacy of --register-entry, niet allebei."),
        (("--format", "json"), "Dit is er alleen als: html, text, plain."),
        (("--register-entry", "--format", "html"), "Dit is er alleen als: text, plain, json."),
        (("--format", "pdf"), "Kies een van deze: 'text', 'plain', 'json', 'html'."),
    ],
)
def test_a_wrong_call_gives_2_and_says_what_there_is(run: Run, arguments: tuple[str, ...], told: str) -> None:
    ran = run("rules", "show", str(LAPTOP), *arguments)

    assert (2, "") == (ran.code, ran.out)
    assert told in ran.told


def test_a_building_block_has_a_page_and_no_entry(run: Run) -> None:
    block = str(shipped() / "bouwstenen" / "awb" / "1998-01-01.md")
    page, entry = run("rules", "show", block), run("rules", "show", block, "--register-entry")

    assert "D: een beleidsregel" in page.out
    assert "section-outcomes" not in page.out
    assert 2 == entry.code
    assert "Een bouwsteen geeft geen uitkomst." in entry.told


def test_the_ruleset_itself_is_never_written_over(run: Run, office: Path) -> None:
    own = office / "rulesets" / "laptop-minimaregeling" / "2026-01-01.md"
    ran = run("rules", "show", "laptop-minimaregeling", "--out", str(own))

    assert 2 == ran.code
    assert LAPTOP.read_bytes() == own.read_bytes()


def test_a_file_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("rules", "show", str(LAPTOP), "--out", str(tmp_path / "geen" / "map.html"))

    assert 1 == ran.code
    assert "Er kan niet geschreven worden" in ran.told


@pytest.mark.parametrize("shape", ["text", "plain"])
def test_the_page_comes_as_text_too(run: Run, shape: str) -> None:
    shown = run("rules", "show", "kostendelersnorm", "--format", shape)

    assert 0 == shown.code
    assert "<" not in shown.out
    for heading in ("Voorwaarden", "Uitzonderingen", "Voorbeelden"):
        assert heading.upper() in shown.out
    assert "- alle van deze:\n" in shown.out
    assert "Dit artikel is niet van toepassing op de belanghebbende" in shown.out


def test_a_page_as_text_fits_on_a_terminal(run: Run) -> None:
    page = run("rules", "show", str(LAPTOP), "--format", "text").out.split("\n")

    assert [] == [line for line in page if len(line) > 78 and not re.search(r"[0-9a-f]{64}", line)]


def test_as_json_there_is_no_page_and_the_message_says_what_there_is(run: Run) -> None:
    ran = run("rules", "show", str(LAPTOP), "--format", "json")

    assert (2, "") == (ran.code, ran.out)
    assert "Dit is er alleen als: html, text, plain." in ran.told
