"""A command line and what comes in on standard input, given to the real program in the folder of an organisation."""

from __future__ import annotations

import io
import os
import shutil
import sys
from contextlib import chdir, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.text import use_language
from maatwerk.cli import main
from tests.cli.conftest import adopt
from tests.fuzz.judge import EXIT_CODES, LOADING, ROOT, SEARCHED, require, within

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "Kanarie"
NEXT, INPUT = b"\x1f", b"\x1e"  # between two arguments; between the arguments and standard input
VALUES = ("--fact", "--note", "--answer")
FAULTS = ("P999", "Traceback", "Exception")


def judge(data: bytes, office: Path, desk: Path) -> None:
    """Raise Surprise unless this call ends with a code and a text that are documented. `desk` is made anew each time.

    `office` is the folder of an organisation; the call is made in a copy of it.
    """
    arguments, typed = read(data)
    shutil.rmtree(desk, ignore_errors=True)
    shutil.copytree(office, desk)
    with chdir(desk), _streams(typed) as (out, err), within(LOADING) as limit:
        code = main(arguments)
        limit.seconds = SEARCHED if arguments[:1] == ["rules"] else limit.seconds
    shown = err.getvalue().decode()
    require(code in EXIT_CODES, f"exit code {code}")
    require(not any(fault in shown for fault in FAULTS), shown)
    require(CANARY not in shown or _as_a_file(arguments), shown)
    require(bool(shown) or code in {0, 3, 4, 6, 7} or bool(out.getvalue()), f"{code} and not a word")


def _as_a_file(arguments: list[str]) -> bool:
    """Whether the canary stands where a file or a name belongs: that is told back, or nobody knows what was wrong."""
    before = ["", *arguments]
    named = (each for option, each in zip(before, arguments, strict=False) if option not in VALUES)
    return any(CANARY in each and each.partition("=")[0] not in VALUES for each in named)


def read(data: bytes) -> tuple[list[str], bytes]:
    """The arguments, kept inside the current folder, and standard input."""
    line, _, typed = data.partition(INPUT)
    arguments = [os.fsdecode(each.replace(b"\0", b"")) for each in line.split(NEXT)] if line else []
    return [_inside(each) for each in arguments], typed


def _inside(argument: str) -> str:
    """A path out of the folder would let a wild call write where it has no business."""
    return argument.replace("..", "").replace("=/", "=").lstrip("/~")


@contextmanager
def _streams(typed: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Standard streams as Python has them when it is called by another program."""
    before, out, err = (sys.stdin, sys.stdout, sys.stderr), io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8", errors="strict")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", errors="strict")
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace")
    try:
        yield out, err
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        sys.stdout.detach()
        sys.stderr.detach()
        sys.stdin, sys.stdout, sys.stderr = before
        use_language("nl")


def open_office(folder: Path) -> Path:
    """An organisation of invented people: one ruleset adopted, one decision taken, and a case that holds the canary."""
    office = folder / "office"
    with _streams(b""):
        require(main(["init", "--demo", str(office)]) == 0, "init")
        with chdir(office):
            adopt("laptop-minimaregeling")
            for path in (ROOT / "examples" / "cases").glob("*.json"):
                shutil.copy(path, office / "cases")
            shutil.copy(ROOT / "examples" / "answers" / "laptop-negen-euro.json", ANSWERS)
            text = Path(CASE).read_text(encoding="utf-8").replace("(verzonnen)", CANARY)
            Path(CANARY_CASE).write_text(text, encoding="utf-8")
            Path("notitie.txt").write_bytes(b"\xff\x00" + CANARY.encode())
            require(main([*DECIDE, "--answers", ANSWERS]) == 0, "decide")
    return office


CASE, CANARY_CASE, ANSWERS = "cases/laptop-negen-euro.json", "cases/kanarie.json", "antwoorden.json"
DECIDE = ("decide", CASE, "--choice", "besteedbaar_inkomen", "--on", "2026-02-17")
STARTS = (
    (*DECIDE, "--answers", ANSWERS),
    (*DECIDE, "--answers", "-"),
    (*DECIDE, "--reasons", "-"),
    ("decide", CANARY_CASE, "--choice", "follow", "--reasons", "notitie.txt", "--lang", "en"),
    ("decide", CANARY_CASE, "--choice=other", "--answers=notitie.txt"),
    ("check", CANARY_CASE, "--on", "2026-02-17", "--all", "--plain"),
    ("check", CASE, "--format", "json", "--fact", f"inkomen={CANARY}"),
    ("check", "laptop-minimaregeling", "--no-ask", "--fact", "inkomen=1200", "--save", "zaak.json"),
    ("check", "bijstand-giften", "--no-ask", "--fact", f"giften={CANARY}", "--on", "1-7-2026"),
    ("check", "cases/giften-van-moeder.json", "--format=text", "--lang=en"),
    ("propose", CANARY_CASE, "--note", f"Zegt {CANARY}", "--all"),
    ("propose", "cases/boodschappen-gemeld.json", "--note", "x", "--format", "json"),
    ("letter", "write", "2026-0001", "--format", "html", "--out", "brief.html", "--on", "2026-02-20"),
    ("letter", "write", "2026-0001", "--format", "md", "--lang", "en"),
    ("letter", "write", f"{CANARY}"),
    ("rules", "check", "rulesets/raalte-id-kaart/2015-01-01.md", "--format", "json"),
    ("rules", "check", "kostendelersnorm", "--plain"),
    ("rules", "test", "raalte-id-kaart", "--lang", "en"),
    ("rules", "new", "fiets-voor-werk", "--title", "Een fiets", "--start", "2026-07-01"),
    ("rules", "new", "fiets", "--criterion", "heeft werk=Hebt u werk?", "--purpose", "x", "--weeks", "6", "--no-ask"),
    ("rules", "new", "laptop-minimaregeling", "--from", "laptop-minimaregeling", "--valid-from", "2027-01-01"),
    ("rules", "format", "raalte-id-kaart", "rulesets/bouwstenen/awb/1998-01-01.md", "--check", "--format", "json"),
    ("rules", "format", "raalte-id-kaart", "--write"),
    ("rules", "format", "kostendelersnorm", "--transpose", "--plain"),
    (
        "rules",
        "withdraw",
        "laptop-minimaregeling",
        "--reason",
        "x y",
        "--decision",
        "3",
        "--published",
        "x",
        "--asked-by",
        "y",
    ),
    ("rules", "adopt", "raalte-id-kaart", "--decision", "nr. 2", "--published", "gmb", "--drafted-by", "rsmit"),
    ("rules", "adopt", "raalte-id-kaart", "--decision", "2", "--published", "x", "--drafted-by", "x", "--answer=awb=x"),
    ("register", "list", "--format", "json"),
    ("register", "verify", "--plain"),
    ("doctor", "--lang", "en"),
    ("init", "nieuw", "--demo"),
    ("--version",),
    ("--help",),
    ("letter", "--help"),
    (),
)


@cache
def seeds() -> tuple[bytes, ...]:
    """One call of every kind, each with answers on standard input."""
    typed = (ROOT / "examples" / "answers" / "laptop-negen-euro.json").read_bytes()
    calls = (NEXT.join(each.encode() for each in start) for start in STARTS)
    return tuple(call + INPUT + typed for call in calls)
