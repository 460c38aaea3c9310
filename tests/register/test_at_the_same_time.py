"""Several programs at once, and programs that are killed: nothing acknowledged is lost, nothing is there twice."""

from __future__ import annotations

import multiprocessing
import os
import random  # noqa: TID251 - moments to kill at
import signal
import time
from multiprocessing.pool import Pool
from pathlib import Path

import pytest

from maatwerk.register import Register
from tests.register.registers import AT, decision, payload

WRITERS, EACH, KILLS = 4, 50, 30


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


def pool() -> Pool:
    return multiprocessing.get_context("fork").Pool(WRITERS)


def append_many(file: Path, writer: int) -> list[str]:
    with Register.open(file) as register:
        keys = (f"schrijver-{writer}-{number}" for number in range(EACH))
        return [register.append_decision(decision(), payload(), at=AT, key=key).number for key in keys]


def append_one(file: Path) -> str:
    return Register.open(file).append_decision(decision(), payload(), at=AT, key="een").hash


def test_writers_at_the_same_time_make_one_chain(file: Path) -> None:
    with pool() as writers:
        numbers = [
            number for found in writers.starmap(append_many, [(file, n) for n in range(WRITERS)]) for number in found
        ]
    found = Register.open(file).verify()

    assert sorted(numbers) == [f"2026-{number:04}" for number in range(1, WRITERS * EACH + 1)]
    assert (found.whole, found.entries) == (True, WRITERS * EACH)


def test_one_request_from_many_programs_is_written_once(file: Path) -> None:
    with pool() as writers:
        hashes = writers.map(append_one, [file] * 12)

    assert len(set(hashes)) == 1
    assert Register.open(file).verify().entries == 1


def append_until_killed(file: Path, round_: int, acknowledge: int) -> None:
    register = Register.open(file)
    for number in range(10_000):
        key = f"ronde-{round_}-{number}"
        receipt = register.append_decision(decision(), payload(number), at=AT, key=key)
        os.write(acknowledge, f"{key} {receipt.seq} {receipt.hash}\n".encode())


def killed(file: Path, round_: int, after: float) -> list[str]:
    """The lines that a program acknowledged before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        append_until_killed(file, round_, writing)
        os._exit(1)
    os.close(writing)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read().splitlines()


def test_what_was_acknowledged_survives_every_kill(file: Path) -> None:
    moments = random.Random(2026)
    acknowledged = [line for n in range(KILLS) for line in killed(file, n, moments.uniform(0.02, 0.25))]
    register = Register.open(file)
    found = register.verify()
    there = {entry.seq: entry.hash for entry in register.entries()}

    assert len(acknowledged) > KILLS
    assert [line for line in acknowledged if there.get(int(line.split()[1])) != line.split()[2]] == []
    assert found.whole
    assert len(acknowledged) <= found.entries <= len(acknowledged) + KILLS


def test_asking_again_after_a_kill_writes_nothing_twice(file: Path) -> None:
    acknowledged = killed(file, 0, 0.5)
    register = Register.open(file)
    before = register.verify().entries
    for line in acknowledged[-5:]:
        key, seq, _ = line.split()
        number = int(key.rpartition("-")[2])
        assert register.append_decision(decision(), payload(number), at=AT, key=key).seq == int(seq)

    assert register.verify().entries == before


def test_a_program_killed_while_making_the_register_leaves_none_or_a_whole_one(file: Path) -> None:
    for number in range(10):
        killed(file, number, 0.01 * number)
        if file.exists():
            assert Register.open(file).verify().whole
            file.unlink()
