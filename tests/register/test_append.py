"""Writing to the register and reading it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from maatwerk.basics.errors import RegisterNotWhole, RegisterRefused
from maatwerk.register import Register, decision_from
from maatwerk.register.events import EVENTS
from tests.register.registers import AT, assessment, decision, filled, made, payload, rows, ruleset, stopped, tamper


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def register(file: Path) -> Register:
    return Register.open(file)


def test_a_decision_gets_the_next_number_and_a_receipt(register: Register) -> None:
    first = register.append_decision(decision(), payload(), at=AT)
    second = register.append_decision(decision(), payload(), at=AT)

    assert [first.number, second.number] == ["2026-0001", "2026-0002"]
    assert [first.seq, second.seq, first.at] == [1, 2, AT]
    assert first.short == f"{first.hash[:4]} {first.hash[4:8]}"


def test_a_decision_is_read_back_as_it_was_written(register: Register) -> None:
    receipt = register.append_decision(decision(), payload(7), at=AT)
    found = register.decision(receipt.number)

    assert (found.body, found.payload) == (decision(), payload(7))
    assert (found.seq, found.hash, found.at, found.number) == (1, receipt.hash, AT, "2026-0001")


def test_numbers_start_again_in_the_new_year_of_the_netherlands(register: Register) -> None:
    moments = [datetime(2026, 12, 31, 22, 59, tzinfo=UTC), datetime(2026, 12, 31, 23, 0, tzinfo=UTC)]
    numbers = [register.append_decision(decision(), payload(), at=at).number for at in [*moments, moments[0]]]

    assert numbers == ["2026-0001", "2027-0001", "2026-0002"]


def test_the_same_key_and_request_give_the_same_receipt(register: Register) -> None:
    first = register.append_decision(decision(), payload(), at=AT, key="zaak-z7k3")
    again = register.append_decision(decision(), payload(), at=AT.replace(hour=15), key="zaak-z7k3")

    assert again == first
    assert len(register.entries()) == 1


@pytest.mark.parametrize(("body", "personal"), [(decision(track="licht"), payload()), (decision(), payload(1))])
def test_the_same_key_for_another_request_is_refused(
    register: Register, body: dict[str, object], personal: dict[str, object]
) -> None:
    register.append_decision(decision(), payload(), at=AT, key="zaak-z7k3")

    with pytest.raises(RegisterRefused, match="iets anders"):
        register.append_decision(body, personal, at=AT, key="zaak-z7k3")
    assert len(register.entries()) == 1


def test_entries_are_found_by_kind_and_year(tmp_path: Path) -> None:
    register = filled(tmp_path / "register.db", 3)
    register.append_decision(decision(), payload(), at=datetime(2027, 5, 1, tzinfo=UTC))

    assert [entry.seq for entry in register.entries("letter_written")] == [2, 5, 8]
    assert [entry.number for entry in register.entries("decision_taken", 2027)] == ["2027-0001"]
    assert len(register.entries()) == 10


@pytest.mark.parametrize(
    "number", ["2026-0002", "2027-0001", "", "2026-1", "\u0662026-0001", "9" * 30 + "-0001", "x' OR 1"]
)
def test_a_number_that_is_not_there_is_told(register: Register, number: str) -> None:
    register.append_decision(decision(), payload(), at=AT)

    with pytest.raises(RegisterRefused, match="staat niet in het register"):
        register.decision(number)


def test_the_trace_of_a_stopped_check_knows_no_person_and_no_time(register: Register, file: Path) -> None:
    receipt = register.trace_of_stopped_check(assessment(), at=AT)
    (entry,) = register.entries()

    assert receipt.at == datetime(2026, 2, 16, tzinfo=UTC)
    assert entry.body == stopped(codes=["harde_grens", "kind_geraakt"])
    assert rows(file, "SELECT count(*) FROM payload") == [(0,)]


def test_the_week_of_a_stopped_check_is_the_dutch_one(register: Register) -> None:
    register.trace_of_stopped_check(assessment(), at=datetime(2026, 2, 22, 23, 30, tzinfo=UTC))

    assert register.entries()[0].body["week"] == "2026-W09"


@pytest.mark.parametrize("week", ["2026-W54", "2026-W00", "2026-08", "week 8", "0000-W01"])
def test_a_week_that_does_not_exist_is_refused(register: Register, week: str) -> None:
    with pytest.raises(RegisterRefused):
        register.append("check_stopped", stopped(week=week), at=AT)


def test_a_decision_comes_back_exactly_as_it_was_made(register: Register) -> None:
    receipt = register.record(made())

    assert decision_from(register.decision(receipt.number)) == made()


def test_the_same_decision_offered_twice_is_one_entry(register: Register) -> None:
    assert register.record(made()) == register.record(made())
    assert register.record(made(at=AT.replace(microsecond=1))).number == "2026-0002"


def test_the_log_of_a_decision_tells_what_was_decided_and_not_about_whom(register: Register, file: Path) -> None:
    register.record(made())
    (entry,) = register.entries()

    assert entry.body == decision(person={"id": "tdewit", "role": "teamleider Inkomen"})
    beside = [row for table in ("log", "decision", "request") for row in rows(file, f"SELECT * FROM {table}")]  # noqa: S608
    assert [row for row in beside if "Kanarie" in str(row) or "c" * 64 in str(row) or "e" * 64 in str(row)] == []


def test_following_the_rule_sets_nothing_aside(register: Register) -> None:
    register.record(made(choice="follow", sort="follow", outcome="afwijzen", amount=None))
    (entry,) = register.entries()

    assert (entry.body["exceptions"], entry.body["grounds"], entry.body["choice"]) == ([], [], "follow")


def test_an_erased_decision_cannot_be_read_again(register: Register) -> None:
    stored = register.decision(register.record(made()).number)

    with pytest.raises(RegisterRefused, match="gewist"):
        decision_from(replace(stored, payload=None))


def test_a_decision_whose_data_are_gone_is_not_whole(register: Register, file: Path) -> None:
    receipt = register.record(made())
    tamper(file, "DELETE FROM payload")

    with pytest.raises(RegisterNotWhole, match="Regel 1 van het register is niet heel: de gegevens zijn weg"):
        register.decision(receipt.number)


def test_the_other_events_are_taken(register: Register) -> None:
    adopted = {"ruleset": ruleset(), "drafted_by": "rsmit", "adopted_by": "mbos", "decision": "B&W 2026-01-13, nr. 7"}
    published = {"published": "gmb-2026-00000", "on": "2026-01-14"}
    differed = {"ruleset": ruleset(), "engine": "0.1.0", "only_durable": ["harde_grens"]}
    register.append("ruleset_adopted", adopted | published, at=AT)
    register.append("reasoners_differed", differed, {"pattern": {"a": "nee"}}, at=AT)

    assert [entry.kind for entry in register.entries()] == ["ruleset_adopted", "reasoners_differed"]


def test_a_letter_needs_a_registered_decision(register: Register) -> None:
    letter = {"number": "2026-0001", "format": "html", "language": "nl", "sha256": "d" * 64}

    with pytest.raises(RegisterRefused, match="2026-0001"):
        register.append("letter_written", letter, at=AT)


def test_a_decision_without_a_number_cannot_be_written(register: Register) -> None:
    with pytest.raises(RegisterRefused, match="append_decision"):
        register.append("decision_taken", decision(), payload(), at=AT)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"person": None}, "person"),
        ({"naam": "Kanarie"}, "naam"),
        ({"outcome_after": "Kanarie zegt iets"}, "outcome_after"),
        ({"findings": ["een zin over Kanarie"]}, "findings.0"),
        ({"ruleset": ruleset(rules_hash="A" * 64)}, "ruleset.rules_hash"),
        ({"choice": "Kanarie"}, "choice"),
    ],
)
def test_a_body_that_does_not_fit_is_refused_without_its_value(
    register: Register, changes: dict[str, object], place: str
) -> None:
    with pytest.raises(RegisterRefused) as refused:
        register.append_decision(decision(**changes), payload(), at=AT)

    assert place in str(refused.value)
    assert "Kanarie" not in str(refused.value)
    assert register.entries() == ()


def test_an_unknown_event_is_refused(register: Register) -> None:
    with pytest.raises(RegisterRefused, match="iets_anders"):
        register.append("iets_anders", {}, at=AT)


@pytest.mark.parametrize(
    "value",
    ["regel 1\nregel 2\r\n", "😀 👩\u200d👧", "\x00\x1b[31m", "\u202eomgekeerd",
     "'; DROP TABLE log; --", "é e\u0301", "x" * 10_000],
)  # fmt: skip
def test_hostile_values_come_back_unchanged(register: Register, value: str) -> None:
    receipt = register.append_decision(decision(), {value: [value, {"a": value}]}, at=AT)

    assert register.decision(receipt.number).payload == {value: [value, {"a": value}]}
    assert register.verify().whole


def deep(levels: int) -> dict[str, object]:
    nested: dict[str, object] = {}
    for _ in range(levels):
        nested = {"a": nested}
    return nested


@pytest.mark.parametrize(
    "personal",
    [
        {"a": "Kanarie\ud800"},
        {"Kanarie\udfff": 1}, {"a": 449.0}, {"a": [{"b": float("nan")}]}, {"a": 2**60}, deep(5000)],
)  # fmt: skip
def test_what_cannot_be_written_in_one_way_is_refused(register: Register, personal: dict[str, object]) -> None:
    with pytest.raises(RegisterRefused, match="kan niet in het register") as refused:
        register.append_decision(decision(), personal, at=AT)

    assert "Kanarie" not in str(refused.value)
    assert register.entries() == ()


def test_a_moment_without_a_zone_is_refused(register: Register) -> None:
    with pytest.raises(RegisterRefused, match="tijdzone"):
        register.append_decision(decision(), payload(), at=datetime(2026, 1, 1))  # noqa: DTZ001 - the point


def test_a_key_with_a_sentence_in_it_is_refused(register: Register) -> None:
    with pytest.raises(RegisterRefused, match="sleutel"):
        register.append_decision(decision(), payload(), at=AT, key="de zaak van Kanarie")


def test_the_log_holds_nothing_of_the_payload(file: Path) -> None:
    register = Register.open(file)
    register.append_decision(decision(), {"naam": "Kanarie", "toets": {"assessment_hash": "c" * 64}}, at=AT)
    beside = [
        *rows(file, "SELECT * FROM log"),
        *rows(file, "SELECT * FROM decision"),
        *rows(file, "SELECT * FROM request"),
    ]

    assert [row for row in beside if "Kanarie" in str(row) or "c" * 64 in str(row)] == []


def test_the_body_of_a_decision_has_no_place_for_the_hash_of_the_facts() -> None:
    fields = {name for event in EVENTS.values() for name in event.model_fields}

    assert [name for name in sorted(fields) if "facts" in name or "assessment" in name or "amount" in name] == []


def test_the_same_payload_twice_has_two_commitments(register: Register, file: Path) -> None:
    register.append_decision(decision(), payload(), at=AT)
    register.append_decision(decision(), payload(), at=AT)

    assert rows(file, "SELECT count(DISTINCT commitment) FROM log") == [(2,)]
