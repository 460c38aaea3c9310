"""Calls that go wrong, as a real program with 256 MiB: the code and place, soon, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.bad.test_rulesets import everything

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))
from maatwerk.cli import main
sys.exit(main(sys.argv[1:]))
"""
CASE = "cases/laptop-negen-euro.json"
DAY = ("--on", "2026-02-17")

pytestmark = pytest.mark.usefixtures("office")


class Ran(NamedTuple):
    out: str
    err: str
    code: int


def ran(*arguments: str, given: bytes = b"") -> Ran:
    """Run the program with little memory."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *arguments], input=given, capture_output=True, check=False, timeout=60
    )
    return Ran(done.stdout.decode(), done.stderr.decode(), done.returncode)


@pytest.mark.parametrize("name", ["pijp", "nul", "map", "kring", "people", "maatwerk"])
def test_no_file_that_never_ends_is_waited_for(office: Path, name: str) -> None:
    odd = office / f"{name}.json"
    if name == "nul":
        odd.symlink_to("/dev/zero")
    elif name == "map":
        odd.mkdir()
    elif name == "kring":
        odd.symlink_to(odd.name)
    else:
        os.mkfifo(odd)
    answers = ran("decide", CASE, "--choice", "follow", "--answers", odd.name, *DAY)
    reasons = ran("decide", CASE, "--choice", "follow", "--reasons", odd.name, *DAY)
    case = ran("check", odd.name, *DAY)

    assert [1, 1, 1] == [each.code for each in (answers, reasons, case)]
    assert "C001" in case.err
    assert "kan niet gelezen worden" in answers.err
    assert "kan niet gelezen worden" in reasons.err


def test_people_in_a_pipe_are_not_waited_for(office: Path) -> None:
    (office / "people.toml").unlink()
    os.mkfifo(office / "people.toml")

    found = ran("decide", CASE, "--choice", "follow", *DAY)

    assert (1, "") == (found.code, found.out)
    assert "kan niet gelezen worden als tekst" in " ".join(found.err.split())


def test_reasons_from_an_endless_pipe_are_refused(office: Path) -> None:
    before = everything(office)
    found = ran("decide", CASE, "--choice", "follow", "--reasons", "-", *DAY, given=b"a" * (3 << 20))

    assert 1 == found.code
    assert before == everything(office)


@pytest.mark.parametrize("reasons", ["n.v.t.", "  ", "\u00a0\n", "-", "Geen"])
def test_reasons_that_say_nothing_are_no_reasons(office: Path, reasons: str) -> None:
    before = everything(office)
    found = ran("decide", CASE, "--choice", "follow", "--reasons", "-", *DAY, given=reasons.encode())

    assert (4, "") == (found.code, found.out)
    assert "Traceback" not in found.err
    assert before == everything(office)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--", "--bogus"),
        ("check", "a" * 100_000),
        ("check", "a" * 100_000 + ".json"),
        ("check", "raalte-id-kaart", "--fact", "x" * 100_000 + "=1"),
        ("check", "raalte-id-kaart", "--on", "\u0662\u0660\u0662\u0666-01-01"),
        ("check", "raalte-id-kaart", "--on", "2_26-01-01"),
        ("check", "../../../etc/passwd"),
        ("letter", "write", "../../x"),
        ("rules", "new", "../../x"),
        ("--",),
    ],
    ids=lambda value: " ".join(each[:20] + each[-5:] for each in value),
)
def test_a_strange_call_gets_one_plain_text(office: Path, arguments: tuple[str, ...]) -> None:
    before = everything(office)
    found = ran(*arguments)

    assert found.code in {1, 2}
    assert "" == found.out
    assert len(found.err) < 3000
    assert "Traceback" not in found.err
    assert "P999" not in found.err
    assert before == everything(office)


def test_a_reader_that_goes_away_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "maatwerk", "check", CASE, *DAY], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert 141 == done.returncode
    assert b"" == done.stderr


def wait_until_it_reads(started: subprocess.Popen[bytes]) -> None:
    """Until the program waits, twice in a row, in a call whose first argument is file 0: its standard input."""
    seen = 0
    for _ in range(300):
        call = Path(f"/proc/{started.pid}/syscall").read_text(encoding="ascii").split()
        seen = seen + 1 if call[1:2] == ["0x0"] else 0
        if seen == 2:
            return
        time.sleep(0.1)
    raise TimeoutError


def test_stopping_in_the_middle_of_a_decision_leaves_nothing_behind(office: Path) -> None:
    before = everything(office)
    arguments = ("decide", CASE, "--choice", "follow", "--reasons", "-", *DAY)
    started = subprocess.Popen(
        # as at a terminal: what is started in the background would leave Ctrl-C aside
        ["env", "--default-signal=INT", sys.executable, "-m", "maatwerk", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    wait_until_it_reads(started)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=30)

    assert (130, b"") == (started.returncode, out)
    assert b"Traceback" not in err
    assert before == everything(office)


def test_new_lines_and_escapes_in_reasons_stay_inside_their_line(office: Path) -> None:
    forged = 'Goed.\n{"number": 99, "kind": "decision"}\n\x1b[2J\u202eweg'
    given = json.loads(
        (Path(__file__).parents[2] / "examples/answers/laptop-negen-euro.json").read_text(encoding="utf-8")
    )
    (office / "antwoorden.json").write_text(json.dumps({**given, "reasons": forged}), encoding="utf-8")
    before = everything(office)

    found = ran("decide", CASE, "--choice", "besteedbaar_inkomen", "--answers", "antwoorden.json", *DAY)

    assert 1 == found.code
    assert "C011" in found.err
    assert "\x1b" not in found.out + found.err
    assert before == everything(office)
