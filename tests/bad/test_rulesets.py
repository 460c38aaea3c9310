"""Whatever stands in the file of a ruleset: the code and the place, within a second, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from tests.bad.rulesets import RULESETS, Bad, made
from tests.cli.conftest import Run
from tests.ruleset import problem_pages as page

FILE = Path("rulesets/voorbeeld/2026-01-01.md")
SECONDS = 1.0


def everything(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def written(content: bytes) -> Path:
    shutil.copytree(page.LIBRARY / "bouwstenen", "rulesets/bouwstenen", dirs_exist_ok=True)
    FILE.parent.mkdir()
    FILE.write_bytes(content)
    return FILE


@pytest.mark.parametrize("bad", RULESETS, ids=lambda bad: bad.what)
def test_a_bad_ruleset_is_told_by_code_and_place_and_nothing_is_lost(run: Run, office: Path, bad: Bad) -> None:
    content, place = made(bad)
    written(content)
    before = everything(office)
    begin = time.process_time()

    ran = run("rules", "check", str(FILE), "--plain")

    assert time.process_time() - begin < SECONDS
    assert "Traceback" not in ran.out + ran.err
    assert "P999" not in ran.err
    assert before == everything(office)
    assert (1 if bad.code else 0) == ran.code, ran.out
    if bad.code:
        assert any(f"{FILE.name}{place}" in line and bad.code in line for line in ran.out.splitlines()), ran.out[:800]


@pytest.mark.parametrize("command", [("check",), ("rules", "test"), ("rules", "adopt")], ids=" ".join)
@pytest.mark.parametrize("what", ["6 a NUL", "30 2 MiB", "44 two outcomes at once", "33 text turned around"])
def test_no_command_uses_a_bad_ruleset(run: Run, office: Path, command: tuple[str, ...], what: str) -> None:
    bad = next(each for each in RULESETS if each.what == what)
    written(made(bad)[0])
    before = everything(office)
    rest = ("--decision", "x", "--published", "x", "--drafted-by", "x") if command[-1] == "adopt" else ()

    ran = run(*command, "voorbeeld", *rest)

    assert (1, "") == (ran.code, ran.out)
    assert bad.code in ran.err
    assert "\u202e" not in ran.err
    assert before == everything(office)


@pytest.mark.parametrize(
    "kind", ["a folder", "a pipe", "zero", "a link to elsewhere", "a link to itself", "not allowed"]
)
@pytest.mark.usefixtures("office")
def test_what_is_no_ruleset_file_is_told_at_once(run: Run, kind: str) -> None:
    FILE.parent.mkdir()
    match kind:
        case "a folder":
            FILE.mkdir()
        case "a pipe":
            os.mkfifo(FILE)
        case "zero":
            FILE.symlink_to("/dev/zero")
        case "a link to elsewhere":
            FILE.symlink_to("/etc/passwd")
        case "a link to itself":
            FILE.symlink_to(FILE.name)
        case _:
            FILE.symlink_to("/proc/1/mem")
    ran = run("rules", "check", str(FILE), "--plain")

    assert 1 == ran.code
    assert "M001" in ran.out
    assert "root:" not in ran.out + ran.err
