"""A decision on an objection: by someone else, with the same rules looked at anew, and then the court."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from maatwerk.organisation.people import current_login
from tests.cli.conftest import Ran, Run, answers_to
from tests.register.registers import rows

CASE = "cases/laptop-ver-boven-de-grens.json"
DAY = ("--on", "2026-02-17")
ANSWERS = {
    "contact_moment": {"on": "2026-02-16", "by": "S. Yilmaz (verzonnen)", "channel": "telefoon", "said": "Het klopt."},
    "reasons": "Uw inkomen ligt ruim boven de grens.",
}


def words(ran: Ran) -> str:
    return " ".join((ran.out + ran.err).split())


def changed(office: Path, **facts: str) -> None:
    path = office / CASE
    case = json.loads(path.read_text(encoding="utf-8"))
    case["facts"] |= facts
    path.write_text(json.dumps(case), encoding="utf-8")


HEARD: dict[str, object] = {"on": "2026-03-27"}


def objects(office: Path, number: str, on: str = "2026-03-20", heard: dict[str, object] | None = HEARD) -> None:
    path = office / CASE
    case = json.loads(path.read_text(encoding="utf-8"))
    case["process"] |= {"objection": {"number": number, "on": on}, "heard": heard}
    path.write_text(json.dumps(case), encoding="utf-8")


def somebody_else(office: Path) -> None:
    """From now on M. Bos works at this login."""
    people = office / "people.toml"
    text = people.read_text(encoding="utf-8")
    mine = json.dumps(current_login())
    text = text.replace(f"login = {mine}", 'login = "verzonnen-tdewit"')
    people.write_text(text.replace('login = "verzonnen-mbos"', f"login = {mine}"), encoding="utf-8")


def decided(run: Run, office: Path, on: str = "2026-02-17", **more: object) -> Ran:
    (office / "antwoorden.json").write_text(json.dumps(ANSWERS | more), encoding="utf-8")
    return run("decide", CASE, "--choice", "follow", "--answers", "antwoorden.json", "--on", on)


def numbers(office: Path) -> list[str]:
    return [f"{year}-{serial:04}" for year, serial in rows(office / "register.db", "SELECT year, serial FROM decision")]


def test_who_decided_first_does_not_decide_on_the_objection(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    objects(office, "2026-0001")
    ran = decided(run, office, "2026-03-30")
    assert ran.code == 5
    assert "Op het bezwaar beslist iemand anders (artikel 10:3, derde lid, Awb)." in words(ran)
    assert numbers(office) == ["2026-0001"]


def test_a_decision_that_stays_says_so_first_and_names_the_court(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    objects(office, "2026-0001")
    somebody_else(office)
    assert decided(run, office, "2026-03-30").code == 0
    text = words(run("letter", "write", "2026-0002", "--on", "2026-03-30"))
    for part in (
        "Onderwerp: wij blijven bij ons besluit",
        "Uw bezwaar is ongegrond.",
        "U maakte op 20 maart 2026 bezwaar tegen ons besluit met nummer 2026-0001.",
        "Op 27 maart 2026 spraken wij met u over uw bezwaar.",
        "U krijgt geen geld voor een laptop.",
        "Stuur uw beroep uiterlijk 11 mei 2026.",
        "Stuur uw beroep naar: Rechtbank Voorbeeld (verzonnen), Postbus 0, 0000 AA Voorbeeld.",
        "Vraag dan ook om een snelle beslissing.",
        "artikel 7:11 van de Algemene wet bestuursrecht",
    ):
        assert part in text
    assert "bezwaar maken" not in text


@pytest.mark.parametrize(
    "heard",
    [None, {"on": "2026-03-19"}, {"waived": True, "why": " "}, {"on": "2026-03-27", "waived": True, "why": ""}],
)
def test_without_a_hearing_about_the_objection_nothing_is_decided(
    run: Run, office: Path, heard: dict[str, object] | None
) -> None:
    assert decided(run, office).code == 0
    objects(office, "2026-0001", heard=heard)
    somebody_else(office)
    ran = decided(run, office, "2026-03-30")
    assert ran.code == 5
    assert "De inwoner moet eerst gehoord worden over het bezwaar (artikel 7:2 Awb)." in words(ran)
    assert '{"waived": true, "why": "…"}' in words(ran)
    assert numbers(office) == ["2026-0001"]


def test_who_was_not_heard_reads_why(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    objects(office, "2026-0001", heard={"waived": True, "why": "U liet weten dat u niet wilde langskomen."})
    somebody_else(office)
    assert decided(run, office, "2026-03-30", answers=answers_to(CASE, "2026-03-30")).code == 0
    text = words(run("letter", "write", "2026-0002", "--on", "2026-03-30"))
    assert "Wij spraken niet met u over uw bezwaar. De reden: U liet weten dat u niet wilde langskomen." in text
    assert "de artikelen 7:2 en 7:3" in text


def test_with_other_facts_the_decision_changes_and_the_resident_is_told_first(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    objects(office, "2026-0001")
    changed(office, inkomen="1500.00", laptop_bruikbaar="nee")
    somebody_else(office)
    assert decided(run, office, "2026-03-30").code == 0
    text = words(run("letter", "write", "2026-0002", "--on", "2026-03-30"))
    assert "Onderwerp: u krijgt gelijk: wij veranderen ons besluit" in text
    assert "Uw bezwaar is gegrond." in text
    assert "€ 449" in text


def test_the_register_says_which_decision_was_objected_to(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    objects(office, "2026-0001")
    somebody_else(office)
    assert decided(run, office, "2026-03-30").code == 0
    listed = json.loads(run("register", "list", "--format", "json").out)
    made = [each["event"].get("objection_to") for each in listed if each["kind"] == "decision_taken"]
    assert made == [None, "2026-0001"]


def test_an_objection_after_the_last_day_is_told_and_not_refused(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    assert run("letter", "write", "2026-0001", "--out", "brief.txt", *DAY).code == 0
    objects(office, "2026-0001", on="2026-04-01", heard={"on": "2026-04-08"})
    somebody_else(office)
    ran = decided(run, office, "2026-04-10")
    assert ran.code == 0
    assert "na de laatste dag (31 maart 2026)" in words(ran)


def seen(run: Run, on: str) -> tuple[bool, list[str]]:
    """Whether it is too late to decide on the objection, and what could not be judged."""
    found = json.loads(run("check", CASE, "--on", on, "--format", "json").out)
    return "te_laat" in {each["code"] for each in found["findings"]}, found["not_judged"]


def test_the_last_day_to_object_comes_from_the_letter_in_the_register(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    assert run("letter", "write", "2026-0001", "--out", "brief.txt", *DAY).code == 0  # last day to object: 31 March
    objects(office, "2026-0001")
    assert [(False, []), (True, [])] == [seen(run, on) for on in ("2026-05-12", "2026-05-13")]


def test_without_a_letter_the_case_must_tell_the_last_day_to_object(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    objects(office, "2026-0001")
    late, told = seen(run, "2027-06-01")
    assert not late
    assert "process.objection.last_day" in told[0]


def test_an_objection_to_a_decision_on_another_case_is_refused(run: Run, office: Path) -> None:
    assert decided(run, office).code == 0
    path = office / CASE
    case = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(case | {"case": "een-andere-zaak"}), encoding="utf-8")
    objects(office, "2026-0001")
    somebody_else(office)
    assert decided(run, office, "2026-03-30").code == 5


def test_a_number_that_is_not_there_is_told(run: Run, office: Path) -> None:
    objects(office, "2026-0009")
    ran = decided(run, office, "2026-03-30")
    assert (ran.code, "2026-0009" in words(ran)) == (1, True)
