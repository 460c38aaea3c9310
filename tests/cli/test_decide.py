from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from maatwerk.basics import clock
from maatwerk.basics.formatting import day
from tests.cli.conftest import ROOT, Run

TWO_DAYS = f"Getoetst per 17 februari 2026; besloten op {day(clock.today(), 'nl')}."
pytestmark = pytest.mark.usefixtures("office")
DAY = ("--on", "2026-02-17")
LAPTOP = "cases/laptop-negen-euro.json"
ANSWERS = ROOT / "examples" / "answers" / "laptop-negen-euro.json"
NOTED = ANSWERS.with_name("laptop-negen-euro-met-opmerking.json")
NOTE = "Het vakantiegeld gaat naar een huurschuld."


def entries(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("register", "list", "--format", "json").out)
    return found


def test_the_laptop_goes_from_proposal_to_letter(run: Run) -> None:
    assert run("propose", LAPTOP, "--note", NOTE, *DAY).code == 4
    decided = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", str(NOTED), *DAY)
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
    assert "point:doel_gemist+harde_grens+alles_of_niets+zwaar_gevolg:inkomen_net_laag: Punt A" in ran.told
    assert "point:kind_geraakt: Punt B" in ran.told


def without(office: Path, *keys: str) -> None:
    """The laptop case without what a letter needs."""
    case = json.loads((office / LAPTOP).read_text(encoding="utf-8"))
    (office / LAPTOP).write_text(json.dumps({key: value for key, value in case.items() if key not in keys}), "utf-8")


DECIDED = ("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", str(ANSWERS), *DAY)


def test_a_decision_tells_at_once_what_its_letter_will_miss(run: Run, office: Path) -> None:
    without(office, "contact", "resident")
    ran = run(*DECIDED)
    number = str(entries(run)[-1]["number"])
    assert (ran.err, ran.code) == ("", 0)
    assert f"Besluit {number} is genomen en vastgelegd" in ran.out
    assert " ".join(ran.out.split()).partition("DE BRIEF ")[2] == (
        "Een brief kan nog niet. Dit ontbreekt (2): "
        "contactpersoon geen naam en telefoonnummer in de zaak. Vul `contact` in het zaakbestand in. "
        "geadresseerde geen naam van de inwoner in de zaak. Vul `resident` in het zaakbestand in. "
        "Het besluit geldt. Vul dit aan. Mist er iets in de zaak? Besluit daarna dan opnieuw: een brief volgt "
        "het besluit zoals het is vastgelegd."
    )
    assert "Nu de brief:" not in ran.out
    letter = run("letter", "write", number, "--on", "2026-02-20")
    assert (letter.code, "Dit ontbreekt (2):" in letter.told) == (1, True)
    assert letter.told.endswith(
        "Vul het zaakbestand aan en besluit opnieuw: een brief volgt het besluit zoals het is vastgelegd."
    )


def test_a_decision_tells_what_the_settings_miss_for_a_letter(run: Run, office: Path) -> None:
    settings = (office / "maatwerk.toml").read_text(encoding="utf-8")
    lines = [line for line in settings.splitlines() if not line.startswith("objection_address")]
    (office / "maatwerk.toml").write_text("\n".join(lines), encoding="utf-8")
    assert "Vul `objection_address` in maatwerk.toml in." in " ".join(run(*DECIDED).out.split())


def test_a_decision_as_data_says_what_its_letter_will_miss(run: Run, office: Path) -> None:
    whole = json.loads(run(*DECIDED, "--format", "json").out)
    assert (whole["outcome"], whole["amount"], whole["letter_needs"]) == ("hele_vergoeding", "449.00", [])
    without(office, "contact")
    made = json.loads(run(*DECIDED, "--format", "json").out)
    last = entries(run)[-1]
    assert (made["number"], made["hash"]) == (last["number"], last["hash"])
    assert [each["part"] for each in made["letter_needs"]] == ["contactpersoon"]
    assert made["parts_left"] == []


def test_a_resident_who_reads_english_needs_english_texts_in_the_rules(run: Run, office: Path) -> None:
    case = json.loads((office / LAPTOP).read_text(encoding="utf-8"))
    case["resident"]["language"] = "en"
    (office / LAPTOP).write_text(json.dumps(case), encoding="utf-8")
    rules = office / "rulesets" / "laptop-minimaregeling" / "2026-01-01.md"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(
        re.sub(r"^- voldaan_en: .*\n|^- niet_voldaan_en: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8"
    )
    told = " ".join(run(*DECIDED).out.split())
    assert "er is geen Engelse tekst (rulesets/laptop-minimaregeling/2026-01-01.md:" in told


def test_a_counter_act_needs_no_letter_and_so_misses_nothing(run: Run) -> None:
    ran = run("decide", "cases/raalte-rood-staan.json", "--choice", "contant_betalen", "--format", "json", *DAY)
    made = json.loads(ran.out)
    assert (made["track"], made["letter_needs"]) == ("licht", [])


def test_a_decision_as_data_must_say_what_is_chosen(run: Run) -> None:
    ran = run("decide", LAPTOP, "--format", "json", *DAY)
    assert (ran.out, ran.code) == ("", 2)
    assert "Geef --choice" in ran.told


def test_reasons_can_come_from_a_file(run: Run, office: Path) -> None:
    (office / "redenen.txt").write_text("U pint liever zelf.", encoding="utf-8")
    ran = run("decide", "cases/raalte-rood-staan.json", "--choice", "follow", "--reasons", "redenen.txt", *DAY)
    assert (ran.err, ran.code) == ("", 0)


def test_a_counter_act_is_one_choice_and_has_no_letter(run: Run) -> None:
    ran = run("decide", "cases/raalte-rood-staan.json", "--choice", "contant_betalen", *DAY)
    number = str(entries(run)[-1]["number"])
    assert ran.out.splitlines() == [f"Genoteerd als {number}. Geen brief nodig. Klaar.", TWO_DAYS]
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"contact_moment": "gebeld"}', "`contact_moment` moet sleutels met waarden zijn: { on, by, channel, said }."),
        (
            '{"contact_moment": {"wie": "ik"}}',
            "De sleutel `contact_moment.wie` bestaat niet. Hier kan: on, by, channel, said.",
        ),
        ('{"answers": "ja"}', "`answers` moet sleutels met waarden zijn: { … }."),
        ('{"contact_moment": {"on": "2999-01-01", "by": "ik"}}', "`contact_moment.on` ligt in de toekomst."),
        ('{"redenen": "x"}', "Hier kan: contact_moment, no_contact_reason, reasons, answers."),
    ],
)
def test_a_wrong_answers_file_says_what_is_expected(run: Run, office: Path, text: str, told: str) -> None:
    (office / "antwoorden.json").write_text(text, encoding="utf-8")
    ran = run("decide", LAPTOP, "--choice", "besteedbaar_inkomen", "--answers", "antwoorden.json", *DAY)
    assert told in ran.told


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
