"""Ask mode in a real terminal: one key an answer, one key to help. What refusing costs: tests/laws, law 7."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.keys import CHOICE, QUESTION, Keys

ANSWERS = "jjnj1"  # identity sure, wants to pay, no card today, has cash, overdrawn
TITLE = "Een identiteitskaart afhalen en betalen aan de balie regels geldig vanaf 1 januari 2015"
Counter = Callable[..., Keys]


@pytest.fixture
def counter(office: Path) -> Counter:
    def opened(*arguments: str) -> Keys:
        return Keys.of_maatwerk(office, *(arguments or ("check", "raalte-id-kaart", "--on", "2026-02-17")))

    return opened


def helped(counter: Counter) -> Keys:
    keys = counter()
    keys.answer(ANSWERS)
    keys.wait_for(CHOICE)
    keys.press("1")
    assert keys.ended() == 0
    return keys


def refused(counter: Counter) -> Keys:
    keys = counter()
    keys.answer(ANSWERS)
    keys.wait_for(CHOICE)
    keys.press("n")
    keys.wait_for("> ")
    keys.press("U wilde liever pinnen.\r")
    assert keys.ended() == 0
    return keys


def test_five_answers_and_one_key_hand_over_the_card(counter: Counter, run: Run) -> None:
    keys = helped(counter)
    assert keys.pressed == 6
    assert re.search(r"Genoteerd als \d{4}-0001\. Geen brief nodig\. Klaar\.", keys.seen)
    last = json.loads(run("register", "list", "--format", "json").out)[-1]
    assert (last["event"]["outcome_before"], last["event"]["outcome_after"]) == ("niet_uitreiken", "uitreiken")


def test_at_the_counter_too_a_check_for_another_day_is_told(counter: Counter) -> None:
    assert "Getoetst per 17 februari 2026; besloten op " in helped(counter).seen


def test_refusing_asks_for_words_and_registers_the_strict_outcome(counter: Counter, run: Run) -> None:
    assert "Waarom niet? Schrijf het zo dat de inwoner het mag lezen." in refused(counter).seen
    last = json.loads(run("register", "list", "--format", "json").out)[-1]
    assert (last["event"]["choice"], last["event"]["outcome_after"]) == ("follow", "niet_uitreiken")


def test_reasons_that_say_nothing_are_asked_again_at_the_counter(counter: Counter) -> None:
    keys = counter()
    keys.answer(ANSWERS)
    keys.wait_for(CHOICE)
    keys.press("n")
    keys.type("n.v.t.", "U wilde liever pinnen.")
    assert keys.ended() == 0
    assert "Dit is nog geen antwoord." in keys.seen


def test_a_decision_at_the_counter_leaves_no_stopped_check(counter: Counter, run: Run) -> None:
    helped(counter)
    kinds = [entry["kind"] for entry in json.loads(run("register", "list", "--format", "json").out)]
    assert kinds == ["ruleset_adopted", "ruleset_adopted", "decision_taken"]


def test_the_sentence_to_say_is_the_first_heading_after_the_answers(counter: Counter) -> None:
    seen = helped(counter).seen
    assert re.findall(r"^[A-Z][A-Z ]{5,}", seen, re.MULTILINE)[0].strip() == "ZEG DIT EERST"


def test_the_title_stands_above_the_questions_and_not_again_below(counter: Counter) -> None:
    before, question, after = helped(counter).seen.partition("Staat de identiteit vast?")
    assert question
    assert " ".join(before.split()) == TITLE
    assert "geldig vanaf" not in after


def test_after_the_last_answer_the_sentence_to_say_comes_first(counter: Counter) -> None:
    below = helped(counter).seen.partition("6 voorkeur  ? weet ik niet")[2]
    assert below.split("\r\n")[:3] == [f"{'1':>50}", "", "ZEG DIT EERST"]


def test_without_a_question_the_title_is_followed_by_the_sentence_to_say(counter: Counter) -> None:
    keys = counter("check", "raalte-id-kaart", "--fact", "identiteit_vast=nee", "--on", "2026-02-17")
    keys.wait_for(CHOICE)
    keys.press("s")
    keys.wait_for("Enter: ")
    keys.press("\r")
    keys.ended()
    shown = [line for line in keys.seen.split("\r\n") if line.strip()]
    assert [shown[1].strip(), shown[2]] == ["regels geldig vanaf 1 januari 2015", "ZEG DIT EERST"]


def test_what_is_not_known_is_not_asked_again(counter: Counter) -> None:
    keys = counter()
    keys.answer("jj?")
    while keys.wait_for(QUESTION, CHOICE) == 0:
        keys.press("?")
    keys.press("s")
    keys.wait_for("Enter: ")
    keys.press("\r")
    assert keys.ended() == 3
    questions = re.findall(r"^(\S.*\?) ", keys.seen, re.MULTILINE)
    assert len(questions) == len(set(questions))


def test_keys_typed_ahead_are_answers_but_never_a_decision(counter: Counter) -> None:
    keys = counter()
    keys.wait_for(QUESTION)
    keys.press("jjnj1" + "1")
    keys.wait_for(CHOICE)
    keys.press("s")
    keys.wait_for("Enter: ")
    keys.press("\r")
    assert keys.ended() == 4
    assert "Genoteerd" not in keys.seen


def test_stopping_keeps_the_answers_where_the_person_says(counter: Counter, office: Path) -> None:
    keys = counter()
    keys.answer(ANSWERS)
    keys.wait_for(CHOICE)
    keys.press("j")
    keys.wait_for("VRAAG VOOR DE JURIST")
    keys.wait_for(CHOICE)
    keys.press("s")
    keys.wait_for("Enter: ")
    keys.press("later.json\r")
    assert keys.ended() == 4
    kept = json.loads((office / "later.json").read_text(encoding="utf-8"))
    assert kept["facts"]["reden"] == "rood_staan"


def test_an_amount_is_typed_as_people_write_it_and_asked_again_until_it_fits(counter: Counter) -> None:
    given = ("huishouden=alleenstaand", "eenmalig_inkomen=0", "beslag=0", "volgt_onderwijs=ja", "eerder_gekregen=nee")
    more = ("geboortedatum_kind=2012-05-01", "laptop_bruikbaar=nee", "laptop_gestolen=nee")
    facts = [part for fact in (*given, *more) for part in ("--fact", fact)]
    keys = counter("check", "laptop-minimaregeling", "--on", "2026-09-01", *facts)
    keys.wait_for("Typ een bedrag")
    keys.wait_for("> ")
    keys.press("veel\r")
    keys.wait_for("moet een bedrag zijn")
    keys.wait_for("> ")
    keys.press("1.400,00\r")
    keys.wait_for("Hele vergoeding, €.449,00")
    keys.wait_for(CHOICE)
    keys.press("s")
    keys.wait_for("Enter: ")
    keys.press("\r")
    assert keys.ended() == 0


def test_ctrl_c_ends_quietly_and_decides_nothing(counter: Counter, run: Run) -> None:
    keys = counter()
    keys.answer("jj")
    keys.wait_for(QUESTION)
    assert keys.stop("sendintr") == 130
    assert "Traceback" not in keys.seen
    assert "decision_taken" not in run("register", "list", "--format", "json").out


def test_a_draft_offers_no_decision(counter: Counter, office: Path) -> None:
    (office / "adoptions" / "raalte-id-kaart" / "2015-01-01.json").unlink()
    keys = counter()
    keys.answer(ANSWERS)
    keys.wait_for("toetsen kan, besluiten niet")
    keys.wait_for(CHOICE)
    assert keys.seen.split("\r\n")[-2].split("   ") == ["  z ik zie iets", "s stop, later verder"]
    keys.press("s")
    keys.wait_for("Enter: ")
    keys.press("\r")
    assert keys.ended() == 4


@pytest.mark.parametrize("stop", ["sendintr", "sendeof"])
@pytest.mark.parametrize("place", ["first question", "choice", "reasons", "file name"])
def test_ctrl_c_and_ctrl_d_leave_nothing_behind(
    counter: Counter, office: Path, run: Run, place: str, stop: str
) -> None:
    before, files = run("register", "list", "--format", "json").out, sorted(office.rglob("*.json"))
    keys = counter()
    if place == "first question":
        keys.wait_for(QUESTION)
    else:
        keys.answer(ANSWERS)
        keys.wait_for(CHOICE)
    if place == "reasons":
        keys.press("n")
        keys.wait_for("> $")
    if place == "file name":
        keys.press("s")
        keys.wait_for("Enter: ")
    assert keys.stop(stop) == 130
    assert keys.seen.rstrip().endswith("Gestopt.")
    assert "Traceback" not in keys.seen
    assert run("register", "list", "--format", "json").out == before
    assert sorted(office.rglob("*.json")) == files
