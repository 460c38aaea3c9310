"""The heavy track by hand: everything is asked, nothing is written before the initials, stopping leaves nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.keys import CHOICE, Keys

DAY = ("--on", "2026-02-17")
LAPTOP = "cases/laptop-negen-euro.json"
NOTE = "Het vakantiegeld gaat naar een huurschuld"
INITIALS = "stoppen: $"
WEIGHED = ("Ja, zonder laptop geen huiswerk.", "Nee, lenen kan pas later.", "Negen euro is weinig.", "Dit weegt mee.")
REASONS = "U bent negen euro over de grens, door vakantiegeld."
SPOKEN = ("S. Yilmaz (verzonnen)", "16-2-2026", "telefoon", "De negen euro is vakantiegeld.")
KEPT = sorted(["adoptions", "cases", "maatwerk.toml", "people.toml", "register.db", "rulesets"])
ALL_TYPED = (*SPOKEN, *WEIGHED, REASONS)
Decide = Callable[..., Keys]


@pytest.fixture
def entries(run: Run) -> Callable[[], list[dict[str, Any]]]:
    def listed() -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(run("register", "list", "--format", "json").out)
        return found

    return listed


@pytest.fixture
def noted(office: Path, run: Run) -> Path:
    """The laptop case, in which nobody spoke with the resident yet, with a point that a person saw."""
    run("propose", LAPTOP, "--note", NOTE, *DAY)
    case = json.loads((office / LAPTOP).read_text(encoding="utf-8"))
    case["process"]["contacts"] = []
    (office / LAPTOP).write_text(json.dumps(case), encoding="utf-8")
    return office


@pytest.fixture
def deciding(noted: Path) -> Iterator[Decide]:
    def opened(*arguments: str) -> Keys:
        keys = Keys.of_maatwerk(noted, "decide", LAPTOP, *arguments, *DAY)
        if not arguments:
            keys.wait_for(CHOICE)
            keys.press("1")
        return keys

    yield opened
    assert sorted(path.name for path in noted.iterdir()) == KEPT


def test_everything_is_asked_in_order_and_the_initials_decide(
    deciding: Decide, entries: Callable[[], list[dict[str, Any]]]
) -> None:
    keys = deciding()
    keys.type(*ALL_TYPED)
    keys.wait_for(INITIALS)
    keys.press("tdw\r")
    assert keys.ended() == 0
    asked = re.findall(r"^\d/\d   (\w+)", keys.seen, re.MULTILINE)
    assert asked == ["Wie", "Geschikt", "Noodzakelijk", "Evenwichtig", "Punt", "Waarom"]
    last = entries()[-1]
    assert (last["kind"], last["event"]["outcome_after"]) == ("decision_taken", "hele_vergoeding")
    assert f"Besluit {last['number']} is genomen en vastgelegd" in keys.seen


def test_what_a_letter_will_miss_is_told_before_the_initials_and_does_not_block(
    noted: Path, deciding: Decide, entries: Callable[[], list[dict[str, Any]]]
) -> None:
    case = json.loads((noted / LAPTOP).read_text(encoding="utf-8"))
    del case["contact"]
    (noted / LAPTOP).write_text(json.dumps(case), encoding="utf-8")
    keys = deciding()
    keys.type(*ALL_TYPED)
    keys.wait_for(INITIALS)
    told = " ".join(keys.seen.partition("DE BRIEF")[2].split())
    assert told.startswith("Een brief kan nog niet. Dit ontbreekt (1): contactpersoon geen naam en telefoonnummer")
    assert "Stop dan met s, vul dit aan en besluit daarna." in told
    assert entries()[-1]["kind"] != "decision_taken"
    keys.press("tdw\r")
    assert keys.ended() == 0
    assert entries()[-1]["kind"] == "decision_taken"


def test_an_answer_that_says_nothing_is_asked_again_at_once(deciding: Decide) -> None:
    keys = deciding()
    keys.type(*SPOKEN, WEIGHED[0], "n.v.t.", *WEIGHED[1:], "geen", REASONS)
    keys.wait_for(INITIALS)
    assert keys.seen.count("     Dit is nog geen antwoord. Schrijf het in een paar woorden.") == 2
    keys.press("XX\r")
    keys.wait_for(INITIALS)
    assert "Dat zijn niet uw initialen." in keys.seen
    keys.press("TdW\r")
    assert keys.ended() == 0


def test_the_person_reads_who_decides_and_what_before_the_questions(deciding: Decide) -> None:
    keys = deciding()
    keys.wait_for("> $")
    told = " ".join(keys.seen.split())
    assert "U besluit als T. de Wit (verzonnen), teamleider Inkomen, namens het college van" in told
    assert "(de regel zei: Geen vergoeding)." in told
    keys.stop("sendintr")


def test_a_note_and_the_question_about_it_stand_on_lines_of_their_own(deciding: Decide) -> None:
    keys = deciding()
    keys.type(*SPOKEN)
    keys.type(*WEIGHED[:3])
    keys.wait_for("> $")
    assert f"Punt B: {NOTE}\r\n      Wat is uw antwoord?\r\n" in keys.seen
    keys.stop("sendintr")


def test_a_question_fits_on_the_screen(deciding: Decide) -> None:
    keys = deciding()
    keys.type(*ALL_TYPED)
    keys.wait_for(INITIALS)
    assert [line for line in keys.seen.splitlines() if len(line) > 78 and "> " not in line] == []
    keys.press("s\r")
    keys.ended()


def test_stopping_at_the_initials_writes_nothing(deciding: Decide, entries: Callable[[], list[dict[str, Any]]]) -> None:
    before = entries()
    keys = deciding()
    keys.type(*ALL_TYPED)
    keys.wait_for(INITIALS)
    keys.press("s\r")
    assert keys.ended() == 0
    assert "Er is niets besloten." in keys.seen
    assert entries() == before


def test_stopping_at_the_choice_writes_nothing(noted: Path, entries: Callable[[], list[dict[str, Any]]]) -> None:
    before = entries()
    keys = Keys.of_new_python(noted, "decide", LAPTOP, *DAY)
    keys.wait_for(CHOICE)
    keys.press("s")
    assert keys.ended() == 0
    assert entries() == before


def test_initials_of_somebody_else_do_not_decide(deciding: Decide, entries: Callable[[], list[dict[str, Any]]]) -> None:
    before = entries()
    keys = deciding()
    keys.type(*ALL_TYPED)
    for wrong in ("SY", "", "ja", "TdWx"):
        keys.wait_for(INITIALS)
        keys.press(f"{wrong}\r")
    keys.wait_for(INITIALS)
    assert entries() == before
    keys.press("T.d.W.\r")
    assert keys.ended() == 0
    assert len(entries()) == len(before) + 1


def test_nobody_spoke_with_the_resident_asks_why(deciding: Decide) -> None:
    keys = deciding()
    keys.type("", "", "De inwoner nam drie keer niet op.")
    keys.type(*WEIGHED, REASONS)
    keys.wait_for(INITIALS)
    keys.press("TdW\r")
    assert keys.ended() == 0
    assert keys.seen.count("Waarom is er niet met de inwoner gesproken?") == 2


def test_a_day_that_is_none_or_must_still_come_is_asked_again(deciding: Decide) -> None:
    keys = deciding()
    keys.type("S. Yilmaz (verzonnen)", "gisteren", "1-1-2999", "16-2-2026", "balie")
    keys.wait_for("> $")
    assert "Dit is geen dag." in keys.seen
    assert "Die dag moet nog komen." in keys.seen
    keys.stop("sendintr")


def test_following_the_rule_asks_about_each_point(deciding: Decide) -> None:
    keys = deciding("--choice", "follow")
    keys.type(*SPOKEN)
    keys.type("Wij volgen de regel.", "Het kind kan lenen.", "Dat telt niet mee.", "U verdient te veel.")
    keys.wait_for(INITIALS)
    keys.press("TdW\r")
    assert keys.ended() == 0
    assert re.findall(r"^\d/\d   Punt (\w)", keys.seen, re.MULTILINE) == ["A", "B", "C"]


def stopped_at(keys: Keys, place: str) -> None:
    """Answer up to this place, and wait until the program asks for it."""
    keys.wait_for(CHOICE)
    if place == "choice":
        return
    keys.press("1")
    typed = {"contact": 0, "said": 3, "first question": 4, "reasons": 8, "initials": 9}[place]
    keys.type(*ALL_TYPED[:typed])
    keys.wait_for(INITIALS if place == "initials" else "> $")


@pytest.mark.parametrize("place", ["choice", "contact", "said", "first question", "reasons", "initials"])
@pytest.mark.parametrize("stop", ["sendintr", "sendeof"])
def test_ctrl_c_and_ctrl_d_leave_nothing_behind(
    noted: Path, entries: Callable[[], list[dict[str, Any]]], place: str, stop: str
) -> None:
    before, case = entries(), (noted / LAPTOP).read_bytes()
    started = Keys.of_new_python if place == "choice" else Keys.of_maatwerk
    keys = started(noted, "decide", LAPTOP, *DAY)
    stopped_at(keys, place)
    assert keys.stop(stop) == 130
    assert keys.seen.rstrip().endswith("Gestopt.")
    assert "Traceback" not in keys.seen
    assert (entries(), (noted / LAPTOP).read_bytes()) == (before, case)
    assert sorted(path.name for path in noted.iterdir()) == KEPT
