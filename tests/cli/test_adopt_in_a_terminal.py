"""Adopting by hand: each unchecked source is asked, the initials make it so, stopping leaves nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.keys import LINE, Keys

SOURCES = ["identiteit", "betaald_met_pin", "niet_uitreiken", "raadsbesluit_3"]
INITIALS = "stoppen: $"
ANSWER = "Nagegaan, met [haken] (verzonnen)."
GIVEN = ("--decision", "nr. 2 (verzonnen)", "--published", "gmb-verzonnen-2", "--drafted-by", "rsmit")


@pytest.fixture
def draft(office: Path) -> Path:
    """An organisation in which the card rules are a draft again."""
    (office / "adoptions" / "raalte-id-kaart" / "2015-01-01.json").unlink()
    return office


def adopting(folder: Path) -> Keys:
    return Keys.of_maatwerk(folder, "rules", "adopt", "raalte-id-kaart", *GIVEN)


def record(folder: Path) -> Path:
    return folder / "adoptions" / "raalte-id-kaart" / "2015-01-01.json"


def test_each_source_is_asked_and_the_initials_adopt(draft: Path, run: Run) -> None:
    keys = adopting(draft)
    keys.type(*[ANSWER] * len(SOURCES))
    keys.wait_for(INITIALS)
    assert not record(draft).exists()
    keys.press("t.d.w.\r")
    assert keys.ended() == 0
    asked = [each for each in re.findall(r"^(\w+): ", keys.seen, re.MULTILINE) if each in SOURCES]
    assert asked[-4:] == SOURCES
    kept = json.loads(record(draft).read_text(encoding="utf-8"))
    assert kept["answers"] == dict.fromkeys(SOURCES, ANSWER)
    assert (kept["drafted_by"], kept["adopted_by"]) == ("rsmit", "tdewit")
    last = json.loads(run("register", "list", "--format", "json").out)[-1]
    assert (last["kind"], last["event"]["ruleset"]["id"]) == ("ruleset_adopted", "raalte-id-kaart")


def test_the_person_sees_what_is_confirmed_before_the_first_question(draft: Path) -> None:
    keys = adopting(draft)
    keys.wait_for(LINE)
    above = keys.seen.partition("identiteit: ")[0]
    for word in ("Opgesteld door R. Smit", "betaald_met_pin", "beleidsregel", "gebonden", "Raadsbesluit pin-only"):
        assert word in above
    keys.stop("sendintr")


def test_an_empty_answer_is_asked_again(draft: Path) -> None:
    keys = adopting(draft)
    keys.type("", "  ", ANSWER)
    keys.wait_for(LINE)
    assert keys.seen.count("\r\nidentiteit: ") == 3
    keys.stop("sendintr")


@pytest.mark.parametrize("typed", ["", "MB", "ja"])
def test_without_the_own_initials_nothing_is_adopted(draft: Path, run: Run, typed: str) -> None:
    before = run("register", "list", "--format", "json").out
    keys = adopting(draft)
    keys.type(*[ANSWER] * len(SOURCES))
    keys.wait_for(INITIALS)
    keys.press(f"{typed}\r")
    assert keys.ended() == 0
    assert "Er is niets vastgesteld." in keys.seen
    assert not record(draft).exists()
    assert run("register", "list", "--format", "json").out == before


@pytest.mark.parametrize("answered", [0, 2, 4])
@pytest.mark.parametrize("stop", ["sendintr", "sendeof"])
def test_ctrl_c_and_ctrl_d_leave_nothing_behind(draft: Path, run: Run, answered: int, stop: str) -> None:
    before = run("register", "list", "--format", "json").out
    keys = adopting(draft)
    keys.type(*[ANSWER] * answered)
    keys.wait_for(INITIALS if answered == len(SOURCES) else LINE)
    assert keys.stop(stop) == 130
    assert keys.seen.rstrip().endswith("Gestopt.")
    assert not record(draft).exists()
    assert list((draft / "adoptions" / "raalte-id-kaart").iterdir()) == []
    assert run("register", "list", "--format", "json").out == before


def test_who_adopts_again_hears_so_before_anything_is_asked(office: Path, run: Run) -> None:
    before = run("register", "list", "--format", "json").out
    keys = adopting(office)
    assert keys.wait_for("al vastgesteld", "> $", INITIALS) == 0
    assert keys.ended() == 1
    assert keys.pressed == 0
    assert run("register", "list", "--format", "json").out == before


def test_the_drafter_hears_so_before_anything_is_asked(draft: Path) -> None:
    given = [*GIVEN[:-1], "tdewit"]
    keys = Keys.of_maatwerk(draft, "rules", "adopt", "raalte-id-kaart", *given)
    assert keys.wait_for("tweede persoon", "> $") == 0
    assert keys.ended() == 5
