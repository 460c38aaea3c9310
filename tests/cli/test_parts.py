"""A case that falls in two versions of the rules: shown, proposed and decided part by part, and none hides another."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Ran, Run, adopt, answers_to
from tests.cli.keys import Keys

FILE = "cases/giften-over-twee-jaren.json"
DAY = ("--on", "2026-11-20")
OLD, NEW = "2015-01-01", "2026-01-01"
ANSWERS = {
    "no_contact_reason": "De inwoner is al gehoord.",
    "reasons": "De inwoner kreeg in deze tijd te veel hulp.",
}


@pytest.fixture
def both(office: Path) -> Path:
    """The office in which both versions of the rules on gifts were adopted."""
    for version in (OLD, NEW):
        adopt(f"rulesets/bijstand-giften/{version}.md")
    return office


def words(ran: Ran) -> str:
    return " ".join(ran.out.replace("\u00a0", " ").split())


def decided(run: Run, part: str) -> Ran:
    answers = json.dumps(ANSWERS | {"answers": answers_to(FILE, DAY[1], part)})
    Path("antwoorden.json").write_text(answers, encoding="utf-8")
    return run("decide", FILE, "--part", part, "--choice", "follow", "--answers", "antwoorden.json", *DAY)


def changed(office: Path, **facts: Any) -> None:  # noqa: ANN401 - JSON
    path = office / FILE
    case = json.loads(path.read_text(encoding="utf-8"))
    case["facts"] |= facts
    path.write_text(json.dumps(case), encoding="utf-8")


@pytest.mark.usefixtures("office")
def test_check_says_first_that_and_why_the_case_is_split(run: Run) -> None:
    shown = words(run("check", FILE, *DAY))
    assert shown.startswith("Deze zaak gaat over een tijd waarin de regels veranderden.")
    first, second = shown.index("Deel 1 van 2 · regels die gelden"), shown.index("Deel 2 van 2 · regels die gelden")
    assert first < shown.index("U moet € 225,00 terugbetalen") < second < shown.index("Deel telt mee, € 100,00")


@pytest.mark.usefixtures("office")
def test_the_euros_of_all_parts_stand_below_them(run: Run) -> None:
    assert "ALLE DELEN SAMEN € 325,00 te betalen of te verrekenen." in words(run("check", FILE, *DAY))


def test_while_one_part_is_not_known_there_is_no_total(office: Path, run: Run) -> None:
    changed(office, gemeld="onbekend")
    shown = run("check", FILE, *DAY)
    assert shown.code == 3
    assert "ALLE DELEN SAMEN" not in shown.out
    assert json.loads(run("check", FILE, "--format", "json", *DAY).out)["total"] is None


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("command", ["check", "propose"])
def test_json_holds_every_part_with_its_whole_assessment(run: Run, command: str) -> None:
    made = json.loads(run(command, FILE, "--format", "json", *DAY).out)
    assert set(made) == {"parts", "total"}
    assert [each["part"] for each in made["parts"]] == [OLD, NEW]
    assert [each["assessment"]["ruleset"]["valid_from"] for each in made["parts"]] == [OLD, NEW]
    assert [each["rows"] for each in made["parts"]] == [{"tijdvakken": [1, 2]}, {}]
    assert made["total"] == "-325.00"


@pytest.mark.usefixtures("office")
def test_a_case_of_one_version_prints_as_ever(run: Run) -> None:
    made = json.loads(run("check", "cases/boodschappen-gemeld.json", "--format", "json", *DAY).out)
    assert "parts" not in made
    assert "Deel 1" not in run("check", "cases/boodschappen-gemeld.json", *DAY).out


@pytest.mark.usefixtures("office")
def test_one_part_can_be_checked_by_itself(run: Run) -> None:
    made = json.loads(run("check", FILE, "--part", NEW, "--format", "json", *DAY).out)
    assert made["ruleset"]["valid_from"] == NEW


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("more", [(), ("--part", "2020-01-01"), ("--part", "x")])
def test_without_a_part_decide_refuses_and_names_them(run: Run, more: tuple[str, ...]) -> None:
    refused = run("decide", FILE, "--choice", "follow", *more, *DAY)
    assert refused.code == 2
    assert f"--part: {OLD}, {NEW}." in refused.told


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("more", [("--save", "x.json")])
def test_a_case_in_parts_is_never_saved_as_one_of_them(office: Path, run: Run, more: tuple[str, ...]) -> None:
    assert run("check", FILE, *more, *DAY).code == 2
    assert not (office / "x.json").exists()


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
def test_each_part_gets_its_own_decision_in_any_order_and_none_hides_another(run: Run, order: tuple[str, str]) -> None:
    first, second = order
    shown = decided(run, first)
    assert shown.code == 0
    assert "NOG TE BESLUITEN 1 van 2 delen" in words(shown)
    assert f"maatwerk decide {FILE} --part {second}" in words(shown)
    assert "Over alle 2 delen van deze zaak is besloten." in words(decided(run, second))
    made = [each for each in json.loads(run("register", "list", "--format", "json").out) if each["number"]]
    taken = {each["event"]["ruleset"]["valid_from"]: each["event"]["outcome_after"] for each in made}
    assert taken == {OLD: "terugvordering", NEW: "deel_telt_mee"}
    assert len({each["hash"] for each in made}) == 2


@pytest.mark.usefixtures("both")
def test_each_part_has_a_letter_of_its_own(run: Run) -> None:
    for part in (OLD, NEW):
        decided(run, part)
    numbers = [each["number"] for each in json.loads(run("register", "list", "--format", "json").out) if each["number"]]
    letters = [run("letter", "write", number, "--on", "2026-11-20") for number in numbers]
    assert [each.code for each in letters] == [0, 0]
    assert ["225,00" in each.out for each in letters] == [True, False]
    assert ["100,00" in each.out for each in letters] == [False, True]


@pytest.mark.usefixtures("both")
def test_check_says_which_part_was_decided(run: Run) -> None:
    decided(run, NEW)
    made = json.loads(run("check", FILE, "--format", "json", *DAY).out)
    assert [bool(each["decided"]) for each in made["parts"]] == [False, True]
    assert f"Over dit deel is al besloten: {made['parts'][1]['decided']}." in words(run("check", FILE, *DAY))


def test_a_part_whose_facts_changed_since_is_left_again(both: Path, run: Run) -> None:
    decided(run, NEW)
    decided(run, OLD)
    changed(both, gemeld="ja")
    made = json.loads(run("check", FILE, "--format", "json", *DAY).out)
    assert [bool(each["decided"]) for each in made["parts"]] == [False, True]


def test_a_note_is_seen_in_every_part_and_the_file_keeps_all_rows(office: Path, run: Run) -> None:
    before = json.loads((office / FILE).read_text(encoding="utf-8"))
    made = json.loads(run("propose", FILE, "--note", "De wasmachine ging kapot.", "--format", "json", *DAY).out)
    codes = [{finding["code"] for finding in each["assessment"]["findings"]} for each in made["parts"]]
    assert all("door_mens_gezien" in found for found in codes)
    after = json.loads((office / FILE).read_text(encoding="utf-8"))
    assert after == {**before, "notes": ["De wasmachine ging kapot."]}


def test_a_row_without_a_day_stops_every_part_and_asks_for_it(both: Path, run: Run) -> None:
    case = json.loads((both / FILE).read_text(encoding="utf-8"))
    del case["facts"]["tijdvakken"][1]["eerste_dag"]
    (both / FILE).write_text(json.dumps(case), encoding="utf-8")
    made = json.loads(run("check", FILE, "--format", "json", *DAY).out)["parts"][0]["assessment"]
    assert (made["outcome"]["id"], made["questions"][0]["fact"]) == ("onbekend", "tijdvakken[2].eerste_dag")
    assert decided(run, OLD).code == 3


@pytest.mark.usefixtures("office")
def test_a_fact_on_the_command_line_goes_to_the_part_that_asks_it(run: Run) -> None:
    made = json.loads(run("check", FILE, "--fact", "gemeld=ja", "--format", "json", *DAY).out)
    assert [each["assessment"]["outcome"]["id"] for each in made["parts"]] == ["geen_terugvordering", "deel_telt_mee"]
    wrong = run("check", FILE, "--fact", "gemelt=ja", *DAY)
    assert (wrong.code, "C030" in wrong.err) == (1, True)


def test_ask_mode_is_refused_plainly_for_a_case_in_parts(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / FILE, tmp_path / "zaak.json")
    keys = Keys.of_maatwerk(tmp_path, "check", "zaak.json", "--ask", *DAY)
    assert keys.ended() == 2
    assert "Zet de antwoorden in het zaakbestand" in " ".join(keys.seen.split())
