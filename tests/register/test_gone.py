"""What was taken out of the register: data without an erasure, and lines. It is never listed as if it were whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from maatwerk.basics.errors import RegisterNotWhole
from maatwerk.register import Register
from maatwerk.register.entry import Stored
from maatwerk.register.seal import NOTHING, entry_hash
from tests.register.registers import AT, decision, filled, payload, rows, tamper


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Lines 1, 4, 7 and 10 are decisions; 2, 5, 8, 11 letters; 3, 6, 9, 12 checks that stopped."""
    path = tmp_path / "register.db"
    filled(path, 4).close()
    return path


def test_a_payload_that_is_gone_without_an_erasure_is_a_fault(file: Path) -> None:
    tamper(file, "DELETE FROM payload WHERE seq = 4")
    found = Register.open(file).verify()

    assert (found.whole, found.without_payload) == (False, 1)
    assert found.verdict().splitlines() == [
        "NIET HEEL  regel 4 (besluit 2026-0002): de gegevens zijn weg, en nergens staat dat ze gewist zijn.",
        "Alles t/m regel 3 is wel heel.",
    ]


def test_a_payload_may_be_gone_once_an_entry_says_that_it_was_erased() -> None:
    body = '{"at":"2026-02-18T13:07:00Z","event":{},"kind":"decision_taken"}'
    row = Stored(1, NOTHING, "a" * 64, entry_hash(1, NOTHING, "a" * 64, body), body, None, None)

    assert (row.fault(), row.fault(erasure=True)) == ("gone", "")


def test_an_event_that_never_had_a_payload_is_whole(file: Path) -> None:
    without = rows(file, "SELECT count(*) FROM log WHERE seq NOT IN (SELECT seq FROM payload)")

    assert (without, Register.open(file).verify().whole) == ([(8,)], True)


def test_a_retry_after_the_data_are_gone_gives_no_receipt_and_does_not_bring_them_back(file: Path) -> None:
    tamper(file, "DELETE FROM payload WHERE seq = 4")

    with pytest.raises(RegisterNotWhole, match="Regel 4"):
        Register.open(file).append_decision(decision(), payload(1), at=AT, key="zaak-1")
    assert rows(file, "SELECT seq FROM payload WHERE seq IN (4, 13)") == []


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("DELETE FROM log WHERE seq = 7", "Regel 7"),
        ("DELETE FROM log WHERE seq = 12", "Regel 12"),
        ("DELETE FROM log_head", "beschadigd"),
    ],
)
def test_the_list_of_a_register_without_one_of_its_lines_is_not_given(file: Path, statement: str, line: str) -> None:
    tamper(file, statement)

    with pytest.raises(RegisterNotWhole, match=line):
        Register.open(file).entries()


def test_a_line_put_in_the_place_of_another_is_not_listed(file: Path) -> None:
    ((commitment, body),) = rows(file, "SELECT commitment, body FROM log WHERE seq = 6")
    prev = "e" * 64
    tamper(file, f"UPDATE log SET prev = '{prev}', h = '{entry_hash(6, prev, commitment, body)}' WHERE seq = 6")  # noqa: S608

    with pytest.raises(RegisterNotWhole, match="Regel 6 van het register is niet heel: deze regel sluit niet aan"):
        Register.open(file).entries()
