"""Letters on the way to a decision: what is missing, what we intend, and that it takes longer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run
from tests.register.registers import rows

REFUSED = "cases/laptop-ver-boven-de-grens.json"
ENGLISH = "cases/toeslag-te-vroeg.json"
DAY = ("--on", "2026-02-17")

pytestmark = pytest.mark.usefixtures("office")


def words(ran: Ran) -> str:
    return " ".join(ran.out.split())


def with_unknown_income(office: Path) -> str:
    """The case without the income: then it cannot be decided."""
    case = json.loads((office / REFUSED).read_text(encoding="utf-8"))
    del case["facts"]["inkomen"]
    (office / "cases" / "open.json").write_text(json.dumps(case), encoding="utf-8")
    return "cases/open.json"


def registered(office: Path) -> list[dict[str, Any]]:
    found = rows(office / "register.db", "SELECT body FROM log WHERE body LIKE '%notice_written%'")
    return [json.loads(body)["event"] for (body,) in found]


def test_who_will_be_refused_is_heard_first(run: Run, office: Path) -> None:
    ran = run("letter", "notice", REFUSED, "--about", "horen", *DAY)
    assert ran.code == 0
    text = words(ran)
    for part in (
        "Wij willen eerst van u horen. Daarna beslissen wij.",
        "Wij denken nu aan dit besluit: U krijgt geen geld voor een laptop.",
        "Uw inkomen is € 2.242,40 per maand.",
        "Klopt hier iets niet? Bel ons.",
        "Vertel ons uiterlijk 3 maart 2026 wat u hiervan vindt.",
        "Tegen deze brief kunt u daarom geen bezwaar maken.",
        "artikel 4:7 en 4:8 van de Algemene wet bestuursrecht",
        "Een medewerker neemt het besluit.",
    ):
        assert part in text
    (event,) = registered(office)
    assert (event["about"], event["until"]) == ("horen", "2026-03-03")


def test_what_is_missing_is_asked_with_a_day_to_answer_by(run: Run, office: Path) -> None:
    text = words(run("letter", "notice", with_unknown_income(office), "--about", "aanvullen", *DAY))
    assert "Onderwerp: wij hebben nog gegevens van u nodig" in text
    assert "- Wat is uw inkomen per maand?" in text
    assert "Laat het ons uiterlijk 3 maart 2026 weten." in text
    assert "De tijd waarin wij moeten beslissen, staat stil tot wij uw antwoord hebben." in text


def test_that_it_takes_longer_is_said_with_the_day_that_was_missed(run: Run, office: Path) -> None:
    (office / "waarom.txt").write_text("Wij wachten op de school van uw kind.", encoding="utf-8")
    ran = run(
        "letter", "notice", REFUSED, "--about", "verlengen", "--until", "2026-05-20", "--reasons", "waarom.txt", *DAY
    )
    text = words(ran)
    assert "U krijgt ons besluit uiterlijk 20 mei 2026. Eigenlijk moesten wij uiterlijk 7 april 2026 beslissen." in text
    assert "Wij wachten op de school van uw kind." in text


def test_a_day_to_answer_that_is_no_working_day_moves_on(run: Run) -> None:
    ran = run("letter", "notice", REFUSED, "--about", "horen", "--on", "2026-02-21")
    assert "uiterlijk 9 maart 2026" in words(ran)  # 7 March is a Saturday


REFUSALS: dict[str, tuple[tuple[str, ...], str]] = {
    "nothing is missing": (("--about", "aanvullen"), "Er ontbreekt niets"),
    "no day to decide by": (("--about", "verlengen"), "Noem de dag waarop u uiterlijk beslist"),
    "no reason why": (("--about", "verlengen", "--until", "2026-05-20"), "waarom het langer duurt"),
    "not later than the rules": (("--about", "verlengen", "--until", "2026-04-07"), "uiterlijk 7 april 2026 beslissen"),
    "nobody to forward to": (("--about", "doorsturen"), "Noem wie er wel over gaat"),
    "a day that is past": (("--about", "horen", "--until", "2026-02-17"), "na de dag van de brief"),
}


@pytest.mark.parametrize(("options", "told"), REFUSALS.values(), ids=REFUSALS.keys())
def test_a_letter_that_makes_no_sense_is_not_written(
    run: Run, office: Path, options: tuple[str, ...], told: str
) -> None:
    ran = run("letter", "notice", REFUSED, *options, *DAY)
    assert (ran.code, ran.out) == (1, "")
    assert told in " ".join(ran.err.split())
    assert not (office / "register.db").exists() or registered(office) == []


def test_who_gets_what_was_asked_need_not_be_heard(run: Run) -> None:
    ran = run("letter", "notice", "cases/toeslag-eerste-keer.json", "--about", "horen", "--on", "2026-11-30")
    assert ran.code == 1
    assert "Eerst horen is niet nodig" in " ".join(ran.err.split())


def test_without_the_income_nobody_knows_what_to_hear_about(run: Run, office: Path) -> None:
    ran = run("letter", "notice", with_unknown_income(office), "--about", "horen", *DAY)
    assert "nog niet bekend" in " ".join(ran.err.split())


def test_what_others_decide_on_is_forwarded_by_name(run: Run) -> None:
    text = words(run("letter", "notice", REFUSED, "--about", "doorsturen", "--to", "het UWV", *DAY))
    assert "Uw vraag is nu bij het UWV." in text
    assert "artikel 2:3 van de Algemene wet bestuursrecht" in text


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf", "aloud"])
def test_each_format_has_it_too(run: Run, office: Path, form: str) -> None:
    ran = run("letter", "notice", REFUSED, "--about", "horen", "--format", form, "--out", f"b.{form}", *DAY)
    assert (ran.code, (office / f"b.{form}").stat().st_size > 500) == (0, True)


def test_in_english_it_is_a_translation(run: Run) -> None:
    text = words(run("letter", "notice", ENGLISH, "--about", "horen", "--lang", "en", "--on", "2026-11-30"))
    assert "We want to hear from you first." in text
    assert "The Dutch letter is the official one." in text


def test_what_is_handed_over_at_the_counter_needs_no_address(run: Run, office: Path) -> None:
    case = json.loads((office / "cases" / "raalte-nog-vragen.json").read_text(encoding="utf-8"))
    case |= {
        "resident": {"name": "A. Bakker (verzonnen)"},
        "contact": {"name": "S. Yilmaz", "phone": "0572 - 00 00 00"},
    }
    (office / "cases" / "balie.json").write_text(json.dumps(case), encoding="utf-8")
    ran = run("letter", "notice", "cases/balie.json", "--about", "aanvullen", *DAY)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "A. Bakker (verzonnen)")
