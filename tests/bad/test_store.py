"""A register that is not as it was left: one plain text, its own exit code, and the file stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bad.test_rulesets import everything
from tests.cli.conftest import Run
from tests.register import test_store as damage
from tests.register.registers import tamper

READ = (("register", "verify"), ("register", "list"))
DECIDE = ("decide", "cases/raalte-rood-staan.json", "--choice", "contant_betalen", "--on", "2026-02-17")


def cut_in_the_middle(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def of_another_program(path: Path) -> None:
    path.unlink()
    damage.other_program(path)


def of_a_newer_program(path: Path) -> None:
    tamper(path, "UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize("arguments", [*READ, DECIDE], ids=lambda each: " ".join(each[:2]))
@pytest.mark.parametrize(
    ("make", "code", "told"),
    [
        pytest.param(cut_in_the_middle, 7, "beschadigd of niet volledig", id="109 cut in the middle"),
        pytest.param(emptied, 7, "is leeg. Een register is nooit leeg", id="110 nothing in it"),
        pytest.param(of_another_program, 1, "geen register van maatwerk", id="111 of another program"),
        pytest.param(of_a_newer_program, 1, "een nieuwere versie van maatwerk", id="112 of a newer program"),
    ],
)
def test_what_is_no_whole_register_is_refused_and_left_alone(
    run: Run, office: Path, arguments: tuple[str, ...], make: Callable[[Path], None], code: int, told: str
) -> None:
    make(office / "register.db")
    before = everything(office)

    ran = run(*arguments)

    assert (code, "") == (ran.code, ran.out)
    assert told in ran.told
    assert before == everything(office)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        pytest.param("DELETE FROM log WHERE seq = 1", "er ontbreekt een regel", id="114 the beginning cut off"),
        pytest.param("DELETE FROM log WHERE seq = 2", "het einde van het register", id="114 the end cut off"),
        pytest.param("UPDATE log SET h = upper(h) WHERE seq = 1", "past niet bij het zegel", id="115 upper case"),
    ],
)
def test_a_register_that_was_altered_is_told_with_its_line(run: Run, office: Path, statement: str, reason: str) -> None:
    tamper(office / "register.db", statement)
    before = everything(office)

    ran = run("register", "verify")

    assert 7 == ran.code
    assert reason in " ".join((ran.out + ran.err).split())
    assert before == everything(office)


def test_a_register_from_which_all_data_were_taken_is_not_whole(run: Run, office: Path) -> None:
    tamper(office / "register.db", "DELETE FROM log", "DELETE FROM log_head")

    assert 7 == run("register", "verify").code
