from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

pytestmark = pytest.mark.usefixtures("office")
DAY = ("--on", "2026-02-17")
LAPTOP = "cases/laptop-negen-euro.json"
ANSWERS = ROOT / "examples" / "answers" / "laptop-negen-euro.json"
NOTE = "Het vakantiegeld gaat naar een huurschuld."


def entries(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("register", "list", "--format", "json").out)
    return found


def test_the_laptop_goes_from_proposal_to_letter(run: Run) -> None:
    assert run("propose", LAPTOP, "--note", NOTE, *DAY).code == 4
    decided = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", str(ANSWERS), *DAY)
    assert decided.code == 0, decided.err
    number = str(entries(run)[-1]["number"])
    assert f"Besluit {number} is genomen en vastgelegd" in decided.out
    letter = run("letter", "write", number, "--on", "2026-02-20")
    assert "U krijgt € 449,00 voor een laptop.".replace("€ ", "€\u00a0") in letter.out
    assert "Stuur uw bezwaar uiterlijk 7 april 2026." in letter.out.replace("\u00a0", " ")
    assert letter.err.startswith("Controle: alle verplichte delen staan erin.")


def test_a_note_is_kept_in_the_case_and_counts_as_a_point(run: Run, office: Path) -> None:
    ran = run("propose", LAPTOP, "--note", NOTE, *DAY)
    assert "2 gezien door het programma, 1 door u" in ran.out
    assert json.loads((office / LAPTOP).read_text(encoding="utf-8"))["notes"] == [NOTE]
    again = run("propose", LAPTOP, "--note", NOTE, *DAY)
    assert again.out.count(NOTE) == 1


def test_a_proposal_shows_ground_authority_and_what_one_weighs(run: Run) -> None:
    out = run("propose", LAPTOP, *DAY).out
    assert "VOORSTEL 1            Hele vergoeding, €\u00a0449,00" in out
    assert "Grond            Awb, artikel 4:84" in out
    assert "Dit besluit u. Het programma besluit niet." in out


def test_deciding_without_answers_names_each_question_with_its_key(run: Run) -> None:
    before = entries(run)
    ran = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", *DAY)
    assert ran.code == 4
    keys = [line.strip().split(": ")[0] for line in ran.err.splitlines() if re.match("  [a-z]", line)]
    assert keys == ["question:geschikt", "question:noodzakelijk", "question:evenwichtig", "reasons"]
    assert entries(run) == before


def test_following_a_doubtful_outcome_needs_an_answer_to_each_point(run: Run) -> None:
    ran = run("decide", LAPTOP, "--choice", "follow", *DAY)
    assert ran.code == 4
    assert "point:A" in ran.err


def test_reasons_can_come_from_a_file(run: Run, office: Path) -> None:
    (office / "redenen.txt").write_text("U pint liever zelf.", encoding="utf-8")
    ran = run("decide", "cases/raalte-rood-staan.json", "--choice", "follow", "--reasons", "redenen.txt", *DAY)
    assert (ran.err, ran.code) == ("", 0)


def test_a_counter_act_is_one_choice_and_has_no_letter(run: Run) -> None:
    ran = run("decide", "cases/raalte-rood-staan.json", "--choice", "contant_betalen", *DAY)
    number = str(entries(run)[-1]["number"])
    assert ran.out == f"Genoteerd als {number}. Geen brief nodig. Klaar.\n"
    letter = run("letter", "write", number)
    assert (letter.out, letter.code) == ("", 1)
    assert letter.err.startswith("De brief is niet gemaakt.")


def test_a_draft_cannot_decide(run: Run, office: Path) -> None:
    shutil.rmtree(office / "adoptions" / "raalte-id-kaart")
    ran = run("decide", "cases/raalte-rood-staan.json", "--choice", "contant_betalen", *DAY)
    assert ran.code == 5
    assert "nog een concept" in ran.err


def test_somebody_without_the_role_hears_who_may(run: Run, office: Path) -> None:
    people = (office / "people.toml").read_text(encoding="utf-8")
    people = people.replace('role = "teamleider"\ntitle = "teamleider Inkomen"', 'role = "jurist"')
    (office / "people.toml").write_text(people, encoding="utf-8")
    ran = run("decide", "cases/raalte-rood-staan.json", "--choice", "contant_betalen", *DAY)
    assert ran.code == 5
    assert "U mag dit besluit niet nemen." in ran.err
    assert "L. Jansen (verzonnen)" in ran.err


def test_an_unknown_outcome_cannot_be_decided(run: Run) -> None:
    assert run("decide", "cases/raalte-nog-vragen.json", "--choice", "follow", *DAY).code == 3


def test_a_choice_that_is_not_there_is_a_wrong_call_and_names_those_that_are(run: Run) -> None:
    before = entries(run)
    ran = run("decide", LAPTOP, "--choice", "besteedbar_inkomen", "--answers", str(ANSWERS), *DAY)
    assert (ran.out, ran.code) == ("", 2)
    assert "besteedbaar_inkomen" in ran.told
    assert "follow" in ran.told
    assert entries(run) == before


def test_without_a_terminal_a_choice_must_be_given(run: Run) -> None:
    ran = run("decide", LAPTOP, *DAY)
    assert ran.code == 2
    assert "Geef --choice" in ran.err


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "C005"),
        ('{"redenen": ""}', "C020"),
        ('{"reasons": 1}', "C010"),
        ('{"reasons": "a", "reasons": "b"}', "C008"),
    ],
)
def test_a_wrong_answers_file_is_told_by_place(run: Run, office: Path, text: str, code: str) -> None:
    (office / "antwoorden.json").write_text(text, encoding="utf-8")
    ran = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", "antwoorden.json", *DAY)
    assert ran.code == 1
    assert f"{code}\n" in ran.err
    assert "antwoorden.json:1" in ran.err


def test_the_same_letter_again_is_registered_once_and_data_is_no_letter(run: Run) -> None:
    run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", str(ANSWERS), *DAY)
    number = str(entries(run)[-1]["number"])
    for shape in ("txt", "txt", "json", "html"):
        assert run("letter", "write", number, "--format", shape, "--on", "2026-02-20").code == 0
    made = [entry["event"] for entry in entries(run) if entry["kind"] == "letter_written"]
    assert [event["format"] for event in made if isinstance(event, dict)] == ["txt", "html"]


def test_what_the_language_check_showed_of_a_letter_is_registered_and_stops_nothing(run: Run, office: Path) -> None:
    answers = json.loads(ANSWERS.read_text(encoding="utf-8"))
    own = {**answers, "reasons": "Derhalve dient u niets te betalen. " + answers["reasons"]}
    (office / "antwoorden.json").write_text(json.dumps(own), encoding="utf-8")
    run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", "antwoorden.json", *DAY)
    number = str(entries(run)[-1]["number"])
    letter = run("letter", "write", number, "--on", "2026-02-20")
    (event,) = [entry["event"] for entry in entries(run) if entry["kind"] == "letter_written"]

    assert letter.code == 0
    assert "Derhalve dient u niets te betalen." in " ".join(letter.out.split())
    assert "‘Derhalve’. Schrijf liever: daarom, dus." in " ".join(letter.err.split())
    assert isinstance(event, dict)
    assert event["language_issues"]["ambtelijk"] >= 2
    assert "Derhalve" not in json.dumps(event)


def test_a_letter_needs_the_rules_as_they_were(run: Run, office: Path) -> None:
    run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", str(ANSWERS), *DAY)
    number = str(entries(run)[-1]["number"])
    file = office / "rulesets" / "laptop-minimaregeling" / "2026-01-01.md"
    text = file.read_text(encoding="utf-8").replace("- kleine_marge: 31 dagen", "- kleine_marge: 30 dagen")
    file.write_text(text, encoding="utf-8")
    ran = run("letter", "write", number)
    assert (ran.out, ran.code) == ("", 1)
    assert "is veranderd na dit besluit" in ran.err
