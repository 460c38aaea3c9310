"""When the engine loses a conclusion: the union, no proposal, one plain line, code 6, and an entry in the register.

Each in turn for every table of rules: the outcome, the findings and the grounds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from maatwerk.reasoning.agree import reasoner_for
from tests.cli.conftest import Run
from tests.cli.keys import CHOICE, Keys
from tests.reasoning.forgetful import MARK, failing, forgetting, of_table
from tests.register.registers import rows

DAY = ("--on", "2026-02-17")
COUNTER = ("cases/raalte-rood-staan.json", *DAY)
LAPTOP = ("cases/laptop-negen-euro.json", *DAY)
CASE = ("check", *COUNTER)
LINE = (
    "Let op: de twee redeneerders van het programma verschillen. Daarom staat hier geen voorstel. "
    "Vraag de jurist en meld dit."
)
NOTED = (
    "Vastgelegd is dat de redeneerders verschilden, met de voorwaarden waar het om gaat: "
    "zonder naam, bedragen en datums. Verder is niets vastgelegd."
)
REASONS = "Wij wachten op de jurist. Het inkomen is hoger dan de grens (verzonnen)."
FOLLOWED = {
    "reasons": REASONS,
    "answers": {f"point:{letters}": "Besproken (verzonnen)." for letters in ("A", "B", "C", "A+B", "B+C")},
}
EVERY_COMMAND = {
    "check at a desk": CASE,
    "check at the counter": ("check", "raalte-id-kaart", *DAY, "--no-ask"),
    "propose": ("propose", *LAPTOP),
    "explain": ("explain", *LAPTOP),
    "decide": ("decide", *LAPTOP, "--choice", "follow", "--answers", "antwoorden.json"),
    "decide without reasons": ("decide", *LAPTOP, "--choice", "follow"),
    "decide on what is not proposed": ("decide", *LAPTOP, "--choice", "besteedbaar_inkomen"),
    "a letter before": ("letter", "notice", *LAPTOP, "--about", "horen"),
}
AT_THE_COUNTER = [f"--fact={name}=ja" for name in ("identiteit_vast", "wil_betalen", "heeft_contant")]
AT_THE_COUNTER += ["--fact=kan_pinnen=nee", "--fact=reden=rood_staan"]

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def sound(run: Run, office: Path) -> dict[str, Any]:
    """What the case gives while both reasoners are well."""
    assert Path.cwd() == office
    (office / "antwoorden.json").write_text(json.dumps(FOLLOWED), encoding="utf-8")
    found: dict[str, Any] = json.loads(run(*CASE, "--format", "json").out)
    return found


@pytest.fixture(params=MARK)
def broken(request: pytest.FixtureRequest, sound: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """durable-rules forgets one of its conclusions each time, of one table."""
    with forgetting(monkeypatch, of_table(request.param)):
        yield sound


def payload_of(office: Path, seq: int) -> str:
    return str(dict(rows(office / "register.db", "SELECT seq, body FROM payload"))[seq])


def entries(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("register", "list", "--format", "json").out)
    return found


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("shape", ["text", "plain"])
@pytest.mark.parametrize("command", ["check", "propose"])
def test_the_screen_says_so_in_one_line_and_offers_nothing(run: Run, command: str, shape: str) -> None:
    for case in (COUNTER, LAPTOP):
        ran = run(command, *case, "--format", shape)
        assert ran.code == 6
        assert " ".join(ran.out.split()).count(LINE) == 1
        for offered in ("DIT MAG U ZELF DOEN", "UITZONDERING MOGELIJK", "VOORSTEL", "--choice"):
            assert offered not in ran.out


def test_a_program_hears_it_too_and_gets_the_union(run: Run, broken: dict[str, Any]) -> None:
    ran = run(*CASE, "--format", "json")
    found = json.loads(ran.out)
    assert ran.code == 6
    assert found["reasoner"]["agreed"] is False
    assert (found["outcome"], found["findings"]) == (broken["outcome"], broken["findings"])
    assert broken["findings"]
    assert (len(found["proposals"]), bool(broken["proposals"])) == (0, True)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("shape", ["text", "plain", "json"])
def test_the_register_knows_it_without_the_case(run: Run, shape: str) -> None:
    before = len(entries(run))
    run(*CASE, "--format", shape)
    after = entries(run)
    assert [entry["kind"] for entry in after[before:]] == ["reasoners_differed"]
    assert after[-1]["event"]["ruleset"]["id"] == "raalte-id-kaart"
    assert "raalte-rood-staan" not in json.dumps(after)
    assert run("register", "verify").code == 0


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_whatever_was_asked_the_difference_is_said_and_registered_with_what_it_was(
    run: Run, office: Path, command: str
) -> None:
    given = EVERY_COMMAND[command]
    before = len(entries(run))
    ran = run(*given, *(AT_THE_COUNTER if "--no-ask" in given else ()))
    assert LINE in " ".join(f"{ran.out} {ran.err}".split())
    first = entries(run)[before]
    assert first["kind"] == "reasoners_differed"
    assert first["event"]["patterns"] >= 1
    assert first["event"]["only_naive"]
    assert first["event"]["only_durable"] == []
    patterns = json.loads(payload_of(office, first["seq"]))["patterns"]
    alone = {each for row in patterns for each in row["only_naive"]}
    assert alone <= set(first["event"]["only_naive"])
    assert all(row["pattern"] and row["only_naive"] for row in patterns)


@pytest.mark.usefixtures("broken")
def test_what_is_in_the_register_tells_no_amount_no_day_and_no_name(run: Run, office: Path) -> None:
    before = len(entries(run))
    run("check", *LAPTOP)
    written = entries(run)[before:]
    told = payload_of(office, written[0]["seq"]) + json.dumps(written)
    for personal in ("1690", "1.690", "2012", "Boer", "laptop-negen-euro"):
        assert personal not in told


@pytest.mark.usefixtures("broken")
def test_a_check_says_that_this_was_recorded_and_not_that_nothing_was(run: Run) -> None:
    told = " ".join(run(*CASE).out.split())
    assert told.endswith(NOTED)
    assert "Niets is vastgelegd." not in told


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("shape", ["text", "plain", "html"])
def test_an_explanation_says_it_once_and_not_that_nothing_was_recorded(run: Run, shape: str) -> None:
    ran = run("explain", *COUNTER, "--format", shape)
    told = " ".join(ran.out.split())
    assert (6, 1) == (ran.code, told.count(LINE))
    assert "Deze uitleg besluit niets." in told
    assert "legt niets vast" not in told


@pytest.mark.usefixtures("broken")
def test_at_the_counter_the_point_is_counted_beside_it(run: Run) -> None:
    before = len(entries(run))
    told = " ".join(run("check", "raalte-id-kaart", *DAY, *AT_THE_COUNTER, "--no-ask").out.split())
    assert ["reasoners_differed", "check_stopped"] == [each["kind"] for each in entries(run)[before:]]
    assert "Vastgelegd is dat de redeneerders verschilden" in told
    assert told.endswith("zonder gegevens van de inwoner. Verder is niets vastgelegd.")


@pytest.mark.usefixtures("broken")
def test_a_person_may_follow_the_rule_with_reasons_and_hears_it(run: Run) -> None:
    before = len(entries(run))
    ran = run(*EVERY_COMMAND["decide"], "--format", "json")
    assert ran.code == 6
    made = json.loads(ran.out)
    assert (made["choice"], made["reasoners_agreed"]) == ("follow", False)
    assert [each["kind"] for each in entries(run)[before:]] == ["reasoners_differed", "decision_taken"]


@pytest.mark.usefixtures("broken")
def test_nobody_decides_on_a_proposal_that_is_withheld_or_follows_without_reasons(run: Run) -> None:
    withheld = run(*EVERY_COMMAND["decide on what is not proposed"])
    silent = run(*EVERY_COMMAND["decide without reasons"])
    assert (withheld.code, silent.code) == (2, 4)
    assert "reasons" in silent.err
    assert "decision_taken" not in [each["kind"] for each in entries(run)]


@pytest.mark.usefixtures("broken")
def test_at_the_counter_following_the_rule_asks_for_words_and_ends_with_6(office: Path, run: Run) -> None:
    before = len(entries(run))
    keys = Keys.of_maatwerk(office, "check", "raalte-id-kaart", *DAY)
    keys.answer("jjnj1")
    keys.wait_for(CHOICE)
    keys.press("1")
    keys.type(REASONS)
    assert keys.ended() == 6
    assert LINE in " ".join(keys.seen.split())
    assert [each["kind"] for each in entries(run)[before:]] == ["reasoners_differed", "decision_taken"]


def test_who_stops_halfway_leaves_the_difference_in_the_register(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(entries(run))
    with forgetting(monkeypatch, of_table("outcome")):
        keys = Keys.of_maatwerk(office, "check", "raalte-id-kaart", *DAY)
        keys.answer("jjnj")
        keys.wait_for("Waarom lukt")
        assert keys.stop("sendintr") == 130
    assert ["reasoners_differed"] == [each["kind"] for each in entries(run)[before:]]


def test_an_engine_that_fails_is_registered_with_its_error(
    run: Run, sound: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sound["reasoner"]["agreed"]
    with failing(monkeypatch, of_table("outcome")):
        assert run(*CASE).code == 6
    assert entries(run)[-1]["event"]["failed"] == ["MemoryError"]


@pytest.mark.usefixtures("broken")
def test_it_is_said_each_time_and_not_only_the_first(run: Run) -> None:
    assert [run(*CASE).code for _ in range(3)] == [6, 6, 6]


@pytest.mark.usefixtures("broken")
def test_whoever_tests_the_rules_finds_it(run: Run) -> None:
    ran = run("rules", "test", "laptop-minimaregeling")
    assert ran.code == 6
    assert "Gebruik deze regels niet en meld dit." in " ".join(ran.out.split())


def test_the_doctor_finds_an_engine_that_forgets(
    run: Run, sound: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sound["reasoner"]["agreed"]
    with forgetting(monkeypatch, bool):
        assert run("doctor").code == 6


def test_two_reasoners_that_agree_leave_no_entry(run: Run) -> None:
    reasoner_for.cache_clear()
    before = run("register", "list", "--format", "json").out
    assert run(*CASE).code == 4
    assert run("register", "list", "--format", "json").out == before
