"""Whatever is changed in the register is found, and the first line that is not whole is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from maatwerk.basics.errors import MaatwerkError, RegisterNotWhole
from maatwerk.register import Register
from maatwerk.register.seal import entry_hash
from tests.register.registers import AT, decision, filled, payload, rows, tamper

DECISIONS = 4  # lines 1, 4, 7 and 10 are decisions; 2, 5, 8, 11 letters; 3, 6, 9, 12 checks that stopped
COLUMNS = {
    "log": ["body", "commitment", "prev", "h"],
    "payload": ["salt", "body"],
    "decision": ["year", "serial", "seq"],
    "request": ["key", "seq"],
    "log_head": ["seq", "h"],
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "register.db"
    filled(path, DECISIONS).close()
    return path


@pytest.fixture
def file(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "register.db"))


def test_two_hundred_entries_are_whole(tmp_path: Path) -> None:
    register = Register.open(tmp_path / "register.db")
    for number in range(200):
        register.append_decision(decision(), payload(number), at=AT)
    found = register.verify()

    assert (found.whole, found.entries, found.without_payload, found.first_bad_seq) == (True, 200, 0, None)
    assert [(check.name, check.count, check.total) for check in found.checks] == [
        ("chain", 200, 200),
        ("body", 200, 200),
        ("person", 200, 200),
        ("letter", 0, 0),
    ]
    assert (found.first_day, found.last_day) == ("2026-02-18", "2026-02-18")


def test_an_empty_register_is_whole(tmp_path: Path) -> None:
    found = Register.open(tmp_path / "register.db").verify()

    assert (found.whole, found.entries) == (True, 0)


def test_the_verdict_says_what_verifying_cannot_see(file: Path) -> None:
    verdict = Register.open(file).verify().verdict()

    assert verdict.splitlines() == [
        "De keten is heel: elke regel sluit aan op de vorige, 12 in totaal.",
        "Een weggelaten einde is zo niet te zien. Daarvoor is een afschrift nodig dat ergens anders is bewaard.",
        "Dit zegt niet of de besluiten juist zijn.",
    ]


@pytest.mark.parametrize(
    ("statement", "seq", "number", "reason"),
    [
        ("UPDATE log SET body = replace(body, 'afwijzen', 'toekennen') WHERE seq = 7", 7, "2026-0003", "seal"),
        ("UPDATE log SET commitment = substr(commitment, 2) || '0' WHERE seq = 7", 7, "2026-0003", "seal"),
        ("UPDATE log SET prev = commitment WHERE seq = 7", 7, "2026-0003", "seal"),
        ("UPDATE log SET h = prev || 'x' WHERE seq = 7", 7, "2026-0003", "seal"),
        ("UPDATE log SET seq = 70 WHERE seq = 7", 7, "2026-0003", "missing"),
        ("UPDATE log SET h = upper(h) WHERE seq = 7", 7, "2026-0003", "seal"),
        ("UPDATE log SET prev = upper(prev) WHERE seq = 7", 7, "2026-0003", "form"),
        ("UPDATE log SET commitment = upper(commitment) WHERE seq = 7", 7, "2026-0003", "form"),
        ("UPDATE payload SET salt = upper(salt) WHERE seq = 7", 7, "2026-0003", "payload"),
        ("UPDATE payload SET body = replace(body, '1690.80', '1590.80') WHERE seq = 7", 7, "2026-0003", "payload"),
        ("UPDATE payload SET salt = 'geen hex' WHERE seq = 7", 7, "2026-0003", "payload"),
        ("INSERT INTO payload VALUES (8, 'a', '{}')", 8, "", "payload"),
        ("INSERT INTO payload VALUES (99, 'a', '{}')", 99, "", "loose"),
        ("DELETE FROM log WHERE seq = 6", 6, "", "missing"),
        ("DELETE FROM log WHERE seq = 1", 1, "2026-0001", "missing"),
        ("DELETE FROM log WHERE seq = 12", 12, "", "head"),
        ("DELETE FROM log_head", 13, "", "head"),
        ("UPDATE log_head SET seq = 11", 13, "", "head"),
        ("UPDATE decision SET serial = 9 WHERE seq = 7", 7, "2026-0009", "number"),
        ("DELETE FROM decision WHERE seq = 4", 4, "", "number"),
        ("UPDATE request SET key = 'anders' WHERE seq = 4", 4, "2026-0002", "key"),
        ("DELETE FROM request WHERE seq = 4", 4, "2026-0002", "key"),
    ],
)
def test_a_change_is_found_with_its_line(file: Path, statement: str, seq: int, number: str, reason: str) -> None:
    tamper(file, statement)
    found = Register.open(file).verify()

    assert (found.whole, found.first_bad_seq, found.first_bad_number, found.reason) == (False, seq, number, reason)


def test_a_second_end_is_found(file: Path) -> None:
    tamper(file, "INSERT INTO log_head SELECT 2, seq, h FROM log_head")

    with pytest.raises(RegisterNotWhole, match="beschadigd"):
        Register.open(file).verify()


def test_swapped_payloads_are_found(file: Path) -> None:
    tamper(
        file,
        "UPDATE payload SET seq = 100 WHERE seq = 4",
        "UPDATE payload SET seq = 4 WHERE seq = 7",
        "UPDATE payload SET seq = 7 WHERE seq = 100",
    )
    found = Register.open(file).verify()

    assert (found.first_bad_seq, found.reason) == (4, "payload")


def test_the_verdict_on_a_change_names_the_decision_and_what_is_still_whole(file: Path) -> None:
    tamper(file, "UPDATE log SET body = replace(body, 'afwijzen', 'toekennen') WHERE seq = 7")
    register = Register.open(file)

    assert register.verify().verdict().splitlines() == [
        "NIET HEEL  regel 7 (besluit 2026-0003): inhoud past niet bij het zegel.",
        "Alles t/m regel 6 is wel heel.",
    ]
    with pytest.raises(RegisterNotWhole, match="Regel 7"):
        register.decision("2026-0003")
    with pytest.raises(RegisterNotWhole):
        register.entries()


def test_a_number_that_points_at_another_decision_is_refused(file: Path) -> None:
    tamper(file, "UPDATE decision SET serial = 9 WHERE seq = 7")

    with pytest.raises(RegisterNotWhole, match="besluitnummer"):
        Register.open(file).decision("2026-0009")


def test_erased_data_are_gone_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "register.db"
    register = Register.open(file)
    register.append_decision(decision(), {"naam": "Kanarie-" * 2000}, at=AT)
    held_before = b"Kanarie" in file.read_bytes()
    with register._store.writing() as connection:  # noqa: SLF001 - `erase` itself is not built yet
        connection.exec_driver_sql("DELETE FROM payload")

    assert (held_before, b"Kanarie" in file.read_bytes()) == (True, False)


@pytest.mark.parametrize(
    "body",
    ["{}", "[]", "null", "", "{", '{"at":1,"event":{},"kind":"x"}', '{"at":"x","event":{},"kind":"x"}'],
)
def test_a_sealed_line_that_says_nothing_is_not_whole(file: Path, body: str) -> None:
    ((prev, commitment),) = rows(file, "SELECT prev, commitment FROM log WHERE seq = 12")
    seal = entry_hash(12, prev, commitment, body)
    tamper(file, f"UPDATE log SET body = '{body}', h = '{seal}' WHERE seq = 12", f"UPDATE log_head SET h = '{seal}'")  # noqa: S608
    register = Register.open(file)

    assert (register.verify().first_bad_seq, register.verify().reason) == (12, "form")
    with pytest.raises(RegisterNotWhole):
        register.entries()


def test_a_decision_without_a_person_is_told_though_the_chain_is_whole(file: Path) -> None:
    ((prev, commitment, body),) = rows(file, "SELECT prev, commitment, body FROM log WHERE seq = 12")
    body = body.replace('"check_stopped"', '"decision_taken"')
    seal = entry_hash(12, prev, commitment, body)
    tamper(file, f"UPDATE log SET body = '{body}', h = '{seal}' WHERE seq = 12", f"UPDATE log_head SET h = '{seal}'")  # noqa: S608
    found = Register.open(file).verify()

    assert (found.whole, found.first_bad_seq) == (False, None)
    assert "dit klopt niet: Elk besluit heeft een mens (4 van 5)" in found.verdict()


def test_a_register_without_an_end_takes_no_entry(file: Path) -> None:
    tamper(file, "DELETE FROM log_head")

    with pytest.raises(RegisterNotWhole):
        Register.open(file).append_decision(decision(), payload(), at=AT)


def test_a_cut_tail_with_a_repaired_end_is_not_seen_and_the_verdict_says_so(file: Path) -> None:
    tamper(
        file,
        "DELETE FROM log WHERE seq = 12",
        "UPDATE log_head SET seq = 11, h = (SELECT h FROM log WHERE seq = 11)",
    )
    found = Register.open(file).verify()

    assert (found.whole, found.entries) == (True, 11)
    assert "Een weggelaten einde is zo niet te zien" in found.verdict()


def test_the_triggers_refuse_to_change_what_was_written(file: Path) -> None:
    register = Register.open(file)
    refused = []
    for statement in [
        "UPDATE log SET body = ''",
        "DELETE FROM log",
        "UPDATE payload SET body = ''",
        "UPDATE decision SET serial = 9",
        "DELETE FROM decision",
        "UPDATE request SET key = ''",
        "DELETE FROM request",
        "DELETE FROM log_head",
    ]:
        try:
            with register._store.writing() as connection:  # noqa: SLF001 - past the public door, on purpose
                connection.exec_driver_sql(statement)
        except MaatwerkError:
            refused.append(statement)

    assert len(refused) == 8
    assert register.verify().whole


def test_verifying_writes_nothing(file: Path) -> None:
    before = (file.read_bytes(), file.stat().st_mtime_ns, sorted(file.parent.iterdir()))
    Register.open(file, create=False).verify()

    assert (file.read_bytes(), file.stat().st_mtime_ns, sorted(file.parent.iterdir())) == before


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str, int, int]:
    table = draw(st.sampled_from(sorted(COLUMNS)))
    return table, draw(st.sampled_from(COLUMNS[table])), draw(st.integers(0, 11)), draw(st.integers(1, 255))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits(), st.integers(0, 10_000))
def test_any_single_edit_is_found(whole: Path, tmp_path: Path, edit: tuple[str, str, int, int], place: int) -> None:
    table, column, row, flip = edit
    file = Path(shutil.copy(whole, tmp_path / "edited.db"))
    values = rows(file, f"SELECT rowid, {column} FROM {table}")  # noqa: S608 - our own names
    rowid, value = values[row % len(values)]
    if isinstance(value, int):
        new: str | int = value + flip
    else:
        at = place % len(value)
        new = value[:at] + chr((ord(value[at]) ^ flip) or 1) + value[at + 1 :]
    taken = {other for _, other in values}
    assume(new not in taken)  # the database itself refuses a double
    quoted = new if isinstance(new, int) else "'" + new.replace("'", "''") + "'"
    tamper(file, f"UPDATE {table} SET {column} = {quoted} WHERE rowid = {rowid}")  # noqa: S608 - our own names

    assert not Register.open(file).verify().whole


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0), st.integers(0, 7))
def test_a_flipped_bit_in_the_file_never_changes_a_whole_register(
    whole: Path, tmp_path: Path, place: int, bit: int
) -> None:
    content = bytearray(whole.read_bytes())
    content[place % len(content)] ^= 1 << bit
    file = tmp_path / "flipped.db"
    file.write_bytes(content)
    before = Register.open(whole).entries()
    try:
        with Register.open(file) as register:
            found, entries = register.verify(), register.entries()
    except MaatwerkError:
        return  # seen

    assert not found.whole or entries == before
