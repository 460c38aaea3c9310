"""Ask mode with lists and judgements in a real terminal: how many, each row as far as it matters, and who judges."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Run
from tests.cli.keys import CHOICE, LINE, QUESTION, Keys

CASES = ROOT / "examples" / "cases"
DAY = ("--on", "2026-11-20")
YEAR = ("--fact", "begin_kalenderjaar=2026-01-01")
GIFTS = ("check", "bijstand-giften", *DAY, *YEAR)
Opened = Callable[..., Keys]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    def run(*arguments: str) -> Keys:
        return Keys.of_maatwerk(tmp_path, *(arguments or (*GIFTS, "--save", "zaak.json")))

    return run


def until_the_choice(keys: Keys, answers: dict[str, str]) -> list[str]:
    """Answer what is asked, by a piece of the question (first fit), until the choice comes; the questions asked."""
    asked: list[str] = []
    while (found := keys.wait_for(LINE, QUESTION, CHOICE)) != 2:
        question = last_question(keys)
        key = next(key for key in answers if key in question)
        asked.append(question)
        keys.press(answers[key] + ("\r" if found == 0 else ""))
    keys.press("s")
    return asked


def last_question(keys: Keys) -> str:
    """The last line with a question mark that is no explanation of keys."""
    lines = [line for line in keys.seen.split("\r\n") if re.match(r"\S.*\?", line)]
    return lines[-1]


def saved(folder: Path) -> Any:  # noqa: ANN401 - JSON
    return json.loads((folder / "zaak.json").read_text(encoding="utf-8"))["facts"]["giften"]


GIFT = {
    "Welke giften": "1",
    "Wanneer": "3-3-2026",
    "Hoeveel": "1.250",
    "Hoe vaak": "1",
    "Waar was het voor": "3",
    "Was het geld": "1",
}


def test_how_many_and_then_each_row_is_asked_and_saved(opened: Opened, tmp_path: Path) -> None:
    keys = opened()
    asked = until_the_choice(keys, GIFT)
    keys.ended()
    assert asked[0].startswith("Welke giften of boodschappen kreeg u dit jaar?")
    assert all("(giften, nummer 1)" in each for each in asked[1:])
    assert "Een deel van uw giften telt als inkomen" in keys.seen
    (row,) = saved(tmp_path)
    assert (row["bedrag"], row["datum"], row["vorm"]) == ("1250.00", "2026-03-03", "geld")


def test_none_is_one_key_and_nothing_more_is_asked(opened: Opened, tmp_path: Path) -> None:
    keys = opened()
    assert len(until_the_choice(keys, {"Welke giften": "0"})) == 1
    assert keys.ended() == 0
    assert saved(tmp_path) == []


def test_what_is_not_known_stays_unknown(opened: Opened, tmp_path: Path) -> None:
    keys = opened()
    assert len(until_the_choice(keys, {"Welke giften": ""})) == 1
    assert keys.ended() == 3
    assert "giften" not in json.loads((tmp_path / "zaak.json").read_text(encoding="utf-8"))["facts"]


def test_there_may_be_more_keeps_the_list_open(opened: Opened, tmp_path: Path) -> None:
    keys = opened()
    asked = until_the_choice(keys, {**GIFT, "Welke giften": "1+", "Hoeveel": "10"})
    keys.ended()
    assert saved(tmp_path)["complete"] is False
    assert sum("Welke giften" in each for each in asked) == 1


def test_it_stops_as_soon_as_nothing_matters(opened: Opened) -> None:
    keys = opened()
    asked = until_the_choice(keys, {**GIFT, "Welke giften": "2", "Was het geld": "3"})  # the food bank never counts
    keys.ended()
    assert not any("Hoeveel" in each for each in asked)
    assert "Uw giften hebben geen gevolgen" in keys.seen


def test_a_number_that_is_none_is_asked_again(opened: Opened) -> None:
    keys = opened()
    keys.type("veel", "9999", "0")
    keys.wait_for(CHOICE)
    assert "Typ een aantal, zoals 2" in keys.seen
    assert "te veel rijen" in keys.seen


@pytest.mark.parametrize(("key", "records", "complete"), [("n", 1, True), ("?", 1, False)])
def test_an_open_list_is_asked_for_another_row(
    opened: Opened, tmp_path: Path, key: str, records: int, *, complete: bool
) -> None:
    row = ("datum=2026-02-01", "bedrag=50", "keren=1", "vorm=geld", "doel=vrij_te_besteden")
    facts = [part for each in row for part in ("--fact", f"giften[1].{each}")]
    keys = opened(*GIFTS, *facts, "--save", "zaak.json")
    keys.wait_for("Nog een\\?")
    keys.wait_for(QUESTION)
    keys.press(key)
    keys.wait_for(CHOICE)
    keys.press("s")
    keys.ended()
    found = saved(tmp_path)
    rows = found if complete else found["records"]
    assert (len(rows), isinstance(found, list)) == (records, complete)


def test_another_row_is_made_and_asked(opened: Opened, tmp_path: Path) -> None:
    row = ("datum=2026-02-01", "bedrag=50", "keren=1", "vorm=geld", "doel=vrij_te_besteden")
    facts = [part for each in row for part in ("--fact", f"giften[1].{each}")]
    keys = opened(*GIFTS, *facts, "--save", "zaak.json")
    keys.wait_for("Nog een\\?")
    keys.wait_for(QUESTION)
    keys.press("j")
    asked = until_the_choice(keys, {"Nog een": "n", **GIFT, "Was het geld": "3"})
    assert keys.ended() in {0, 4}
    assert ["nummer 2" in each for each in asked] == [True] * (len(asked) - 1) + [False]
    assert saved(tmp_path)[1]["vorm"] == "voedselbank"


OPEN = ("check", "zaak.json", "--ask", "--save", "zaak.json", *DAY)


def judged_at(folder: Path, role: str) -> Keys:
    shutil.copy(CASES / "boodschappen-oordeel-open.json", folder / "zaak.json")
    people = folder / "people.toml"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.replace('role = "teamleider"\ntitle = "teamleider Inkomen"', f'role = "{role}"', 1), "utf-8")
    return Keys.of_maatwerk(folder, *OPEN)


def test_who_has_the_role_gives_a_judgement_with_reasons(office: Path) -> None:
    keys = judged_at(office, "jurist")
    keys.wait_for("Let hierop: Kijk naar de waarde")
    keys.wait_for("Is deze hulp verantwoord")
    keys.wait_for(QUESTION)
    keys.press("n")
    keys.wait_for("Waarom\\?")
    keys.type("n.v.t.", "De hulp kwam elke week.")
    keys.wait_for(CHOICE)
    keys.press("s")
    keys.ended()
    facts = json.loads((office / "zaak.json").read_text(encoding="utf-8"))["facts"]
    given = [row["verantwoord"] for row in facts["tijdvakken"] if "verantwoord" in row]
    assert {"value": "nee", "by": "T. de Wit (verzonnen)", "role": "jurist", "reason": "De hulp kwam elke week."} in [
        {key: each[key] for key in ("value", "by", "role", "reason")} for each in given
    ]


def test_who_does_not_have_the_role_is_told_who_must(office: Path) -> None:
    keys = judged_at(office, "klantmanager")
    keys.wait_for(CHOICE)
    keys.press("s")
    assert keys.ended() == 3
    assert "in het zaakbestand: jurist, kwaliteitsmedewerker." in " ".join(keys.seen.split())
    assert "Waarom?" not in keys.seen


def test_a_day_of_other_rules_is_refused_in_plain_words(opened: Opened) -> None:
    facts = ("--fact", "gemeld=nee", "--fact", "tijdvakken=1")
    keys = opened("check", "bijstand-giften", "--on", "2018-06-01", *facts)
    keys.wait_for("Wat is de eerste dag")
    keys.type("1-3-2026")
    keys.wait_for("Op die dag golden andere regels")
    assert "Traceback" not in keys.seen


def seen_at(office: Path, *lines: str) -> Keys:
    keys = Keys.of_maatwerk(office, "check", "raalte-id-kaart", "--on", "2026-02-17")
    keys.answer("jjj")
    for line in lines:
        keys.wait_for(CHOICE)
        keys.press("z")
        keys.wait_for(LINE)
        keys.press(f"{line}\r")
    keys.wait_for(CHOICE)
    return keys


def test_what_a_person_sees_at_the_counter_counts_at_once(office: Path, run: Run) -> None:
    keys = seen_at(office, "De inwoner kan de balie niet in.")
    assert "De inwoner kan de balie niet in." in keys.seen
    assert "Door u gemeld." in keys.seen
    keys.press("1")  # following a doubtful outcome asks for reasons
    keys.wait_for("Waarom niet\\?")
    keys.type("De kaart is buiten overhandigd.")
    assert keys.ended() == 0
    event = json.loads(run("register", "list", "--format", "json").out)[-1]["event"]
    assert event["findings"] == ["door_mens_gezien"]


@pytest.mark.parametrize("line", ["", "n.v.t."])
def test_who_saw_nothing_after_all_goes_on_as_before(office: Path, line: str) -> None:
    keys = seen_at(office, line)
    assert "Door u gemeld." not in keys.seen
    keys.press("1")
    assert keys.ended() == 0


def test_what_was_seen_stands_in_the_saved_case(office: Path) -> None:
    keys = seen_at(office, "De inwoner kan de balie niet in.")
    keys.press("s")
    keys.wait_for("Enter: ")
    keys.press("later.json\r")
    keys.ended()
    kept = json.loads((office / "later.json").read_text(encoding="utf-8"))
    assert kept["notes"] == ["De inwoner kan de balie niet in."]
