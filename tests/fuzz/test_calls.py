"""The judge of command lines sees a fault, an exit code that nobody documented, and a value of a person."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import click
import pytest

from tests.fuzz import of_commands
from tests.fuzz.judge import EXIT_CODES, Surprise


def test_the_documented_codes_are_those_of_the_page() -> None:
    assert {0, 1, 2, 3, 4, 5, 6, 7, 130, 141} == EXIT_CODES


def test_a_wild_path_stays_in_the_folder() -> None:
    wild = of_commands.NEXT.join([b"/etc/x", b"../../x", b"--out=/x", b"~/x", b"caf\xe9", b"a\0b"])

    found, typed = of_commands.read(wild + of_commands.INPUT + b"typed")

    assert ["etc/x", "x", "--out=x", "x", "caf\udce9", "ab"] == found
    assert b"typed" == typed


def fault() -> int:
    click.echo("P999 ValueError", err=True)
    return 1


def strange_code() -> int:
    click.echo("x")
    return 42


def silent() -> int:
    return 1


def telling() -> int:
    click.echo(f"De inwoner is {of_commands.CANARY}", err=True)
    return 1


def raising() -> int:
    raise KeyError


def through() -> int:
    return sys.stdin.buffer.read().count(b"x")


@pytest.mark.parametrize("planted", [fault, strange_code, silent, telling])
def test_a_call_that_ends_badly_is_a_surprise(
    planted: Callable[[], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "office").mkdir()
    monkeypatch.setattr(of_commands, "main", lambda _: planted())

    with pytest.raises(Surprise):
        of_commands.judge(b"check", tmp_path / "office", tmp_path / "desk")


@pytest.mark.parametrize(
    ("call", "seen"),
    [
        (b"check\x1fa\x1f--note\x1fKanarie", True),
        (b"check\x1fa\x1f--fact=x=Kanarie", True),
        (b"check\x1fa", True),
        (b"check\x1fKanarie.json", False),
        (b"check\x1fa\x1f--save=Kanarie", False),
    ],
)
def test_a_value_may_not_come_back_and_the_name_of_a_file_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: bytes, *, seen: bool
) -> None:
    (tmp_path / "office").mkdir()
    monkeypatch.setattr(of_commands, "main", lambda _: telling())

    with pytest.raises(Surprise) if seen else nullcontext():
        of_commands.judge(call, tmp_path / "office", tmp_path / "desk")


def test_a_call_that_raises_is_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "office").mkdir()
    monkeypatch.setattr(of_commands, "main", lambda _: raising())

    with pytest.raises(KeyError):
        of_commands.judge(b"check", tmp_path / "office", tmp_path / "desk")


def test_standard_input_reaches_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "office").mkdir()
    monkeypatch.setattr(of_commands, "main", lambda _: 3 if through() == 2 else 42)

    of_commands.judge(b"check" + of_commands.INPUT + b"xx", tmp_path / "office", tmp_path / "desk")
