"""At the command line: old answers are noticed, both days are told, and a contact is one about this request."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from maatwerk.basics import clock
from tests.cli.conftest import Ran, Run
from tests.cli.keys import Keys
from tests.cli.test_decide import ANSWERS, LAPTOP, NOTE, NOTED, TWO_DAYS, entries

pytestmark = pytest.mark.usefixtures("office")
COUNTER = "cases/raalte-rood-staan.json"
SPOKEN = {"on": "2026-02-16", "by": "S. Yilmaz (verzonnen)", "said": "Het verschil is vakantiegeld."}


def on_day(run: Run, *more: str, on: str = "2026-02-17") -> Ran:
    return run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", str(ANSWERS), "--on", on, *more)


def spoken(*contacts: dict[str, str]) -> None:
    case = json.loads(Path(LAPTOP).read_text(encoding="utf-8"))
    case["process"]["contacts"] = list(contacts)
    Path(LAPTOP).write_text(json.dumps(case), encoding="utf-8")


def test_an_answer_to_a_point_that_is_not_there_is_refused_with_what_is_asked(run: Run) -> None:
    before = entries(run)
    ran = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", str(NOTED), "--on", "2026-02-17")
    assert (ran.out, ran.code) == ("", 1)
    asked = "- question:geschikt - question:noodzakelijk - question:evenwichtig"
    assert "Dit werd niet gevraagd: - point:door_mens_gezien:het_vakantiegeld_gaat_naar_een_huurschuld" in ran.told
    assert ran.told.endswith(f"Dit wordt gevraagd: {asked}")
    assert entries(run) == before


def test_an_answer_under_a_letter_never_becomes_an_answer_to_another_point(run: Run, office: Path) -> None:
    answers = json.loads(ANSWERS.read_text(encoding="utf-8"))
    answers["answers"]["point:B"] = "Dit weegt mee: het vakantiegeld is niet vrij te besteden."
    (office / "antwoorden.json").write_text(json.dumps(answers), encoding="utf-8")
    ran = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", "antwoorden.json")
    assert (ran.out, ran.code) == ("", 1)
    assert "Dit werd niet gevraagd: - point:B Dit wordt gevraagd:" in ran.told


def test_a_check_for_another_day_is_told_on_every_screen(run: Run) -> None:
    ran = on_day(run)
    assert ran.code == 0
    assert TWO_DAYS in " ".join(ran.out.split())
    listed = " ".join(run("register", "list").out.split())
    assert "hele_vergoeding (getoetst per 2026-02-17)" in listed
    last: Any = entries(run)[-1]
    assert last["event"]["checked_on"] == "2026-02-17"
    letter = json.loads(run("letter", "write", last["number"], "--format", "json").out)
    assert (letter["checked_on"], letter["decided_on"]) == ("2026-02-17", clock.today().isoformat())


def test_a_check_of_today_needs_no_second_day(run: Run) -> None:
    ran = run("decide", COUNTER, "--choice", "contant_betalen")
    assert ran.code == 0
    assert "Getoetst per" not in ran.out
    assert "getoetst per" not in run("register", "list").out


def test_as_data_a_decision_has_both_days(run: Run) -> None:
    made = json.loads(on_day(run, "--format", "json").out)
    assert (made["checked_on"], made["at"][:4]) == ("2026-02-17", str(clock.today().year))


def test_a_check_for_a_day_to_come_is_refused(run: Run) -> None:
    before = entries(run)
    ran = on_day(run, on=(clock.today() + timedelta(days=1)).isoformat())
    assert (ran.out, ran.code) == ("", 5)
    assert "Die dag moet nog komen. Toets opnieuw." in ran.told
    assert entries(run) == before


@pytest.mark.parametrize("wrong", [{"on": "2026-02-08"}, {"said": ""}, {"by": ""}, {"said": "n.v.t."}])
def test_a_contact_that_says_too_little_or_is_about_something_else_is_asked(run: Run, wrong: dict[str, str]) -> None:
    spoken(SPOKEN | wrong)
    ran = on_day(run)
    assert ran.code == 4
    assert "contact: Wie sprak de inwoner over deze zaak, op welke dag, en wat zei die?" in ran.told


def test_the_last_contact_that_counts_is_taken(run: Run) -> None:
    spoken(SPOKEN | {"on": "2026-02-10"}, SPOKEN, SPOKEN | {"on": "2026-02-17", "said": ""})
    assert on_day(run).code == 0


def test_in_a_terminal_the_two_days_are_told_before_the_questions_and_an_old_contact_is_asked_again(
    office: Path,
) -> None:
    spoken()
    keys = Keys.of_maatwerk(office, "decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--on", "2026-02-17")
    keys.type("S. Yilmaz (verzonnen)", "8-2-2026", "9-2-2026", "telefoon", "n.v.t.")
    keys.wait_for("> $")
    assert " ".join(keys.seen.split()).index(TWO_DAYS) < keys.seen.index("1/5")
    assert "Die dag was voordat de aanvraag binnenkwam." in keys.seen
    assert "Dit is nog geen antwoord." in keys.seen
    keys.stop("sendintr")


def test_once_it_is_late_the_answers_of_the_day_itself_leave_that_open(run: Run) -> None:
    run("propose", LAPTOP, "--note", NOTE, "--on", "2026-02-17")
    ran = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", str(NOTED))
    assert ran.code == 4
    assert [line.split(": ")[0] for line in ran.err.splitlines() if line.startswith("  point:")] == ["  point:te_laat"]
