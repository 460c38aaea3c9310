"""`maatwerk rules serve` is for an editor; a person who types it is told so."""

from __future__ import annotations

import subprocess
import sys

import pexpect
import pytest

from tests.cli.conftest import Run

SERVE = [sys.executable, "-m", "maatwerk", "rules", "serve"]


def test_without_the_extra_one_is_told_how_to_install_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "maatwerk.editor.server.serving", raising=False)
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    ran = run("rules", "serve")

    assert ("", 1) == (ran.out, ran.code)
    assert "pip install 'maatwerk[editor]'" in ran.told


def test_an_editor_that_goes_away_is_no_fault() -> None:
    ran = subprocess.run(SERVE, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)

    assert (b"", b"", 0) == (ran.stdout, ran.stderr, ran.returncode)


def test_what_is_no_message_is_no_fault() -> None:
    ran = subprocess.run(SERVE, input=b"hallo\r\n\r\n{}", capture_output=True, check=False, timeout=60)

    assert 0 == ran.returncode
    assert b"Traceback" not in ran.stdout + ran.stderr


def test_who_types_it_is_told_that_it_waits_for_an_editor() -> None:
    child = pexpect.spawn(SERVE[0], SERVE[1:], encoding="utf-8", timeout=60)
    child.expect("wacht op uw editor")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()

    assert 0 == child.exitstatus


def test_wrong_options_are_refused(run: Run) -> None:
    assert 2 == run("rules", "serve", "--format", "json").code
