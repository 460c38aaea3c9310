from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from maatwerk.assessment.model import Assessment
from maatwerk.organisation.people import current_login
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("office")
DAY = ("--on", "2026-02-17")
OVERDRAWN = "cases/raalte-rood-staan.json"
ANSWERS = ("identiteit_vast=ja", "wil_betalen=ja", "kan_pinnen=nee", "heeft_contant=ja", "reden=rood_staan")
AT_THE_COUNTER = ("raalte-id-kaart", "--no-ask", *(part for answer in ANSWERS for part in ("--fact", answer)))


def test_the_sentence_to_say_comes_before_everything_else(run: Run) -> None:
    lines = run("check", OVERDRAWN, *DAY).out.splitlines()
    headings = [line for line in lines if re.match(r"[A-Z]{3}", line)]
    assert headings[0] == "ZEG DIT EERST"


def test_a_check_that_shows_a_point_ends_with_4_and_offers_the_way_out(run: Run) -> None:
    ran = run("check", OVERDRAWN, "--fact", "reden=rood_staan", *DAY)
    assert ran.code == 4
    assert "DIT MAG U ZELF DOEN\n  1  Contant betalen. U krijgt uw identiteitskaart mee." in ran.out
    assert "Grond: Raadsbesluit pin-only, onder 3. Geen tweede persoon nodig." in ran.out


def somebody_works_here(office: Path, person: str) -> None:
    """From now on the person with this invented login works at this login."""
    people = office / "people.toml"
    mine = json.dumps(current_login())
    text = people.read_text(encoding="utf-8").replace(f"login = {mine}", 'login = "verzonnen-weg"')
    people.write_text(text.replace(f'login = "verzonnen-{person}"', f"login = {mine}"), encoding="utf-8")


PROMISE = "U kunt ook contant betalen"


@pytest.mark.parametrize(
    ("person", "hers"), [("ljansen", True), ("mbos", True), ("syilmaz", False), ("niemand", False)]
)
def test_only_who_may_do_it_reads_that_she_may_and_promises_it(
    run: Run, office: Path, person: str, *, hers: bool
) -> None:
    somebody_works_here(office, person)
    seen = run("check", OVERDRAWN, *DAY).out
    assert ("DIT MAG U ZELF DOEN" in seen, PROMISE in seen) == (hers, hers)
    assert ("UITZONDERING MOGELIJK DOOR: BALIEMEDEWERKER\n  1  Contant betalen" in seen) is not hers


def test_what_only_a_team_leader_may_do_is_not_promised_at_the_counter(run: Run, office: Path) -> None:
    rules = office / "rulesets" / "raalte-id-kaart" / "2015-01-01.md"
    text = rules.read_text(encoding="utf-8").replace("- bevoegd: baliemedewerker", "- bevoegd: teamleider")
    rules.write_text(text, encoding="utf-8")
    somebody_works_here(office, "ljansen")
    seen = run("check", OVERDRAWN, *DAY).out
    assert ("DIT MAG U ZELF DOEN" in seen, PROMISE in seen) == (False, False)
    assert "UITZONDERING MOGELIJK DOOR: TEAMLEIDER" in seen
    assert PROMISE not in json.loads(run("check", OVERDRAWN, "--format", "json", *DAY).out)["say_first"]


def test_an_unknown_outcome_asks_first_and_ends_with_3(run: Run) -> None:
    facts = ("--fact", "identiteit_vast=ja", "--fact", "wil_betalen=ja")
    ran = run("check", "raalte-id-kaart", "--no-ask", *facts, *DAY)
    assert ran.code == 3
    assert "VOLGENS DE REGEL      Dat weten wij nog niet." in ran.out
    assert "VRAAG DIT EERST\n  1  Kan de inwoner nu met een pinpas betalen?" in ran.out
    assert ran.out.endswith("Niets is vastgelegd.\n")


def test_an_honest_no_says_that_there_is_no_room_and_writes_the_question(run: Run) -> None:
    ran = run("check", "cases/raalte-wil-niet-betalen.json", *DAY)
    assert ran.code == 0
    assert "GEEN EIGEN RUIMTE     De gemeente mag hier zelf niet van afwijken." in ran.out
    assert "De vraag voor de jurist: " in ran.out
    assert "Signaal: " in ran.out


def test_a_day_that_nobody_gave_is_today_and_the_screen_says_so(run: Run) -> None:
    ran = run("check", "raalte-id-kaart", "--no-ask", "--fact", "wil_betalen=ja", *DAY)
    assert "Peildatum niet gevraagd: vandaag, 17 februari 2026." in ran.out


@pytest.mark.parametrize("case", ["raalte-rood-staan", "raalte-nog-vragen", "laptop-negen-euro"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_line_is_wider_than_78(run: Run, case: str, lang: str) -> None:
    ran = run("check", f"cases/{case}.json", "--all", "--lang", lang, *DAY)
    assert [line for line in ran.out.splitlines() if len(line) > 78] == []


def test_plain_has_no_columns(run: Run) -> None:
    ran = run("check", OVERDRAWN, "--plain", *DAY)
    assert [line for line in ran.out.splitlines() if "  " in line] == []
    assert "Volgens de regel: Niet uitreiken" in ran.out


def test_plain_is_short_for_format_plain(run: Run) -> None:
    assert run("check", OVERDRAWN, "--plain", *DAY).out == run("check", OVERDRAWN, "--format", "plain", *DAY).out


def test_json_is_the_assessment_and_nothing_else(run: Run) -> None:
    ran = run("check", OVERDRAWN, "--format", "json", *DAY)
    assessment = Assessment.model_validate_json(ran.out)
    assert assessment.outcome.id == "niet_uitreiken"
    assert json.loads(ran.out)["ruleset"]["status"] == "vastgesteld"


def test_json_counts_nothing_in_the_register(run: Run) -> None:
    before = run("register", "list", "--format", "json").out
    for what in (AT_THE_COUNTER, (OVERDRAWN,)):
        assert run("check", *what, "--format", "json", *DAY).code == 4
    assert run("register", "list", "--format", "json").out == before


def test_a_case_on_file_is_not_counted_for_it_stays_there(run: Run) -> None:
    before = run("register", "list", "--format", "json").out
    for shape in ("text", "plain"):
        ran = run("check", OVERDRAWN, "--format", shape, *DAY)
        assert ran.out.endswith("\nNiets is vastgelegd.\n")
    assert run("register", "list", "--format", "json").out == before


def test_a_point_that_was_shown_and_left_is_counted_without_the_case(run: Run) -> None:
    ran = run("check", *AT_THE_COUNTER, *DAY)
    last = json.loads(run("register", "list", "--format", "json").out)[-1]
    assert "Geteld dat hier een aandachtspunt was" in ran.out
    assert last["kind"] == "check_stopped"
    assert sorted(last["event"]) == ["codes", "rules_hash", "ruleset", "week"]


def test_outside_an_organisation_a_check_works_and_keeps_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "elders"
    folder.mkdir()
    monkeypatch.chdir(folder)
    ran = run("check", "raalte-id-kaart", "--no-ask", *DAY)
    assert ran.code == 3
    assert "concept, regels geldig vanaf 1 januari 2015" in ran.out
    assert "Deze regels zijn een concept: toetsen kan, besluiten niet." in ran.out
    assert list(folder.iterdir()) == []


def test_answers_can_be_kept_and_checked_again(run: Run) -> None:
    facts = ("--fact", "identiteit_vast=ja", "--fact", "wil_betalen=ja", "--fact", "leges=52,95")
    first = run("check", "raalte-id-kaart", "--no-ask", *facts, "--save", "zaak.json", "--format", "json", *DAY)
    again = run("check", "zaak.json", "--format", "json", *DAY)
    assert again == first


def test_english_has_an_english_screen(run: Run) -> None:
    assert "SAY THIS FIRST" in run("check", OVERDRAWN, "--lang", "en", *DAY).out


def test_a_ruleset_that_does_not_exist_gets_the_nearest_name(run: Run) -> None:
    ran = run("check", "raalte-id-kart")
    assert (ran.out, ran.code) == ("", 1)
    assert "Bedoelde u `raalte-id-kaart`?" in ran.told


def test_all_wrong_facts_are_told_at_once(run: Run) -> None:
    ran = run("check", "raalte-id-kaart", "--no-ask", "--fact", "kan_pinen=ja", "--fact", "leges=veel")
    assert ran.code == 1
    assert ran.err.count("--fact  C030") == 1
    assert "Bedoelde u `kan_pinnen`?" in ran.told
    assert "`leges` moet een bedrag zijn" in ran.err
    assert "veel" not in ran.err


def test_what_does_not_fit_is_shown_with_all(run: Run) -> None:
    short = run("check", "cases/laptop-negen-euro.json", *DAY).out
    everything = run("check", "cases/laptop-negen-euro.json", "--all", *DAY).out
    assert "GRENZEN VAN DE TOETS" not in short
    assert "GRENZEN VAN DE TOETS" in everything
    assert "Voldaan: kind op school" in everything
