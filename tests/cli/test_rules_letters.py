"""`maatwerk rules letters`: every letter that a ruleset can give, as a list and in a folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from maatwerk.ruleset.library import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TOPUP = shipped() / "individuele-inkomenstoeslag" / "2026-01-01.md"


def test_the_list_says_what_each_letter_is_about_and_in_which_case(run: Run) -> None:
    ran = run("rules", "letters", str(TOPUP))
    told = " ".join(ran.out.split())

    assert 0 == ran.code
    assert "Dit zijn de 6 verschillende brieven van deze regelset." in told
    assert "2 afwijzen twaalf maanden Gaat over wat niet klopt: twaalf maanden voorbij." in told
    assert "Zonder: bijzondere bijstand. Zaak: voorbeeld ‘dag 364’." in told


def test_each_letter_goes_to_the_folder_as_text_and_as_a_page_in_both_languages(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "brieven"
    ran = run("rules", "letters", str(TOPUP), "--out", str(out))
    names = sorted(each.name for each in out.iterdir())

    assert 0 == ran.code
    assert 6 * 2 * 2 == len(names)
    assert ["en.html", "en.txt", "nl.html", "nl.txt"] == [
        each.removeprefix("01-toeslag_verlenen-") for each in names[:4]
    ]
    assert "Beste mevrouw De Boer," in (out / "01-toeslag_verlenen-nl.txt").read_text("utf-8")
    assert "Dear Mrs De Boer," in (out / "01-toeslag_verlenen-en.txt").read_text("utf-8")
    assert (out / "01-toeslag_verlenen-nl.html").read_text("utf-8").startswith("<!doctype html>")


def test_as_data_the_same_letters_with_their_texts(run: Run) -> None:
    data = json.loads(run("rules", "letters", str(TOPUP), "--format", "json").out)
    second = data["letters"][1]

    assert (6, [], []) == (len(data["letters"]), data["not_found"], data["problems"])
    assert ("afwijzen_twaalf_maanden", "wet_verbiedt", ["nl", "en"]) == (
        second["outcome"],
        second["no"],
        second["languages"],
    )
    assert [{"name": "bijzondere_bijstand", "lines": 0}] == second["texts"]


def test_a_wrong_letter_is_told_and_gives_1(run: Run, office: Path) -> None:
    file = office / "rulesets" / "individuele-inkomenstoeslag" / "2026-01-01.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = TOPUP.read_text("utf-8")
    file.write_text(
        text.replace("You can get the supplement once in {wachttijd} months.", "Once in 9 months."), "utf-8"
    )
    ran = run("rules", "letters", str(file))

    assert 1 == ran.code
    assert "Alleen in het Engels: 9." in " ".join(ran.out.split())


def test_a_ruleset_of_the_counter_has_no_letters(run: Run) -> None:
    told = " ".join(run("rules", "letters", str(shipped() / "raalte-id-kaart" / "2015-01-01.md")).out.split())

    assert "Er is geen brief gevonden." in told
    assert "Aan de balie, dus zonder brief: uitreiken, niet uitreiken" in told


@pytest.mark.parametrize("out", ["/dev/null", "/dev/null/brieven"])
def test_a_folder_that_cannot_be_made_is_refused(run: Run, out: str) -> None:
    ran = run("rules", "letters", str(TOPUP), "--out", out)

    assert 1 == ran.code
    assert out in ran.err
    assert "Traceback" not in ran.err


def test_a_building_block_gives_no_letters(run: Run) -> None:
    block = next((shipped() / "bouwstenen").rglob("*.md"))

    assert 2 == run("rules", "letters", str(block)).code
