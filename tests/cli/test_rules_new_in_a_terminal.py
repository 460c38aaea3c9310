"""Questions at a real terminal: every answer can be corrected, and who stops leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from maatwerk.cli.desk import for_draft
from maatwerk.ruleset.marked import marked
from tests.cli.conftest import Run
from tests.cli.keys import LINE, Keys

NAME = "fiets-voor-werk"
HEAD = ["Een fiets voor werk", "", "Wie geen vervoer heeft, kan naar het werk.", "Toelichting"]
INCOME = ["inkomen is laag", "2", "1", "1.500", "Wat is uw inkomen?", "4", "artikel 1", ""]
WORK = ["heeft werk", "1", "Hebt u werk?", "3", "artikel 2", "Werk loont."]
OUTCOMES = ["", "U krijgt geld voor een fiets.", "2", ""]
EXCEPTION = ["1", "1", "Gaat uw loon naar schulden?", "klantmanager"]
END = ["1", "8"]
EVERYTHING = [*HEAD, *INCOME, *WORK, *OUTCOMES, *EXCEPTION, *END]


def asked(office: Path, *options: str) -> Keys:
    return Keys.of_maatwerk(office, "rules", "new", NAME, "--start", "2026-01-01", *options)


def folder(office: Path) -> list[str]:
    """What there is of the new ruleset, and of half files anywhere."""
    return [path.name for path in (office / "rulesets").rglob("*") if NAME in str(path) or path.name.startswith(".")]


def made(office: Path) -> str:
    return (office / "rulesets" / NAME / "2026-01-01.md").read_text(encoding="utf-8")


def finished(keys: Keys, *answers: str) -> None:
    keys.type(*answers)
    assert keys.ended() == 0


def test_answers_become_a_ruleset_that_is_right_and_only_what_was_not_asked_is_open(run: Run, office: Path) -> None:
    keys = asked(office)
    keys.type(*EVERYTHING)
    keys.wait_for(LINE)
    assert "voorwaarde 2       heeft werk (een verordening; artikel 2)" in keys.seen
    assert folder(office) == []
    keys.press("\r")
    assert keys.ended() == 0
    assert (run("rules", "check", NAME).code, run("rules", "test", NAME).code) == (0, 0)
    rules = for_draft(NAME, None).ruleset
    assert marked(rules) == {"doel_heeft_werk": "Waar staat dit doel?"}
    assert rules.purposes["doel_heeft_werk"].text.nl == "Werk loont."
    assert rules.exceptions["toch_toekennen"].authority == "klantmanager"
    assert folder(office) == [NAME, "2026-01-01.md"]


def test_what_is_not_known_is_marked_to_be_checked(run: Run, office: Path) -> None:
    keys = asked(office)
    keys.type("Fiets", "", "?", "?", "inkomen is laag", "2", "1", "?", "?", "?", "?", "", "", "?", "1", "?", "")
    keys.type("1", "?", "", "1", "?")
    keys.wait_for(LINE)
    assert "Nog na te gaan: 4." in keys.seen
    keys.press("1\r")
    assert keys.ended() == 0
    assert list(marked(for_draft(NAME, None).ruleset)) == ["doel", "inkomen_is_laag", "toekennen", "toch_toekennen"]
    assert (run("rules", "check", NAME).code, run("rules", "test", NAME).code) == (0, 0)


def test_back_shows_the_answer_before_and_corrects_only_that(office: Path) -> None:
    keys = asked(office)
    keys.type("Een feits", "<")
    keys.wait_for(LINE)
    assert keys.seen.rstrip().endswith("Hoe heet de regeling?\r\n[Een feits] >")
    keys.press("Een fiets\r")
    keys.type(*EVERYTHING[1:])
    finished(keys, "1")
    assert "\ntitel: Een fiets\n" in made(office)


def test_back_as_far_as_one_likes_and_enter_keeps_what_was_answered(office: Path) -> None:
    keys = asked(office)
    keys.type(*HEAD, *INCOME, *["<"] * (len(HEAD) + len(INCOME) + 2), "Anders", *[""] * 6, "2.000", *[""] * 4)
    finished(keys, *WORK, *OUTCOMES, *EXCEPTION, *END, "1")
    assert "\ntitel: Anders\n" in made(office)
    assert "€ 2.000" in made(office)
    assert "- tekst: Wie geen vervoer heeft, kan naar het werk.\n" in made(office)


def test_another_answer_leads_to_other_questions(office: Path) -> None:
    keys = asked(office)
    keys.type(*HEAD, "oud genoeg", "2", "1", "<", "<", "4", "18", "Wanneer bent u geboren?", "1", "artikel 3", "")
    finished(keys, "", "U krijgt een fiets.", "2", "", "2", "1", "8", "1")
    assert "leeftijd_op(geboren_oud_genoeg; dag_van_aanvraag) >= grens_oud_genoeg" in made(office)


def test_from_the_last_question_one_can_go_back_too(office: Path) -> None:
    keys = asked(office)
    finished(keys, *EVERYTHING, "<", "12", "1")
    assert "\nbeslistermijn: 12 weken\n" in made(office)


@pytest.mark.parametrize("answered", [0, 3, len(EVERYTHING)])
@pytest.mark.parametrize("stop", ["sendintr", "sendeof"])
def test_ctrl_c_and_ctrl_d_leave_nothing_behind(office: Path, answered: int, stop: str) -> None:
    keys = asked(office)
    keys.type(*EVERYTHING[:answered])
    keys.wait_for(LINE)
    assert keys.stop(stop) == 130
    assert folder(office) == []


def test_who_says_no_at_the_end_makes_nothing(office: Path) -> None:
    keys = asked(office)
    finished(keys, *EVERYTHING, "2")
    assert "Er is niets gemaakt." in keys.seen
    assert folder(office) == []


@pytest.mark.parametrize(
    ("before", "wrong", "told"),
    [
        ([], "", "Hier is een antwoord nodig."),
        ([*HEAD, "inkomen"], "5", "Typ een nummer van 1 tot en met 4."),
        ([*HEAD, "inkomen", "2", "1"], "1.5", "Dit is geen bedrag boven nul."),
        ([*HEAD, "inkomen", "2", "1"], "0", "Dit is geen bedrag boven nul."),
        ([*HEAD, "leeftijd", "4"], "121", "Schrijf een heel getal van 1 tot en met 120."),
        ([], "x" * 401, "Dat is te lang"),
    ],
)
def test_a_wrong_answer_is_told_and_asked_again(office: Path, before: list[str], wrong: str, told: str) -> None:
    keys = asked(office)
    keys.type(*before, wrong)
    keys.wait_for(LINE)
    assert told in keys.seen
    keys.stop("sendintr")


def test_options_are_what_enter_stands_for(office: Path) -> None:
    keys = asked(office, "--title", "Een fiets", "--purpose", "Naar het werk.", "--weeks", "6", "--remedy", "klacht")
    finished(keys, "", "", "", "Toelichting", *INCOME, *OUTCOMES, "2", "", "", "")
    for line in ("titel: Een fiets", "- tekst: Naar het werk.", "beslistermijn: 6 weken", "rechtsmiddel: klacht"):
        assert f"\n{line}\n" in made(office)


@pytest.mark.parametrize("options", [("--no-ask",), ("--from", "laptop-minimaregeling")])
def test_without_questions_the_text_is_there_at_once(office: Path, options: tuple[str, ...]) -> None:
    keys = asked(office, *options)
    assert keys.wait_for(LINE, "") == 1
    assert (keys.pressed, folder(office)) == (0, [NAME, "2026-01-01.md"])
    keys.terminal.close()


def test_what_is_there_already_is_told_before_the_first_question(office: Path) -> None:
    keys = Keys.of_maatwerk(office, "rules", "new", "raalte-id-kaart")
    assert keys.wait_for(LINE, "bestaat al") == 1
    assert keys.ended() == 1
