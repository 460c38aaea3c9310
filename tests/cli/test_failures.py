from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from maatwerk.basics.errors import NotAllowed, StillOpen
from maatwerk.cli.failures import guarded
from tests.cli.conftest import ROOT, Run


def ended_with(error: BaseException) -> int:
    def failing(_: object) -> int:
        raise error

    return guarded(failing, [])


@pytest.mark.parametrize(
    ("error", "code"), [(NotAllowed("Nee."), 5), (StillOpen("Nog niet."), 4), (StillOpen("Nog niet.", exit_code=3), 3)]
)
def test_an_error_is_its_text_and_its_code(capsys: pytest.CaptureFixture[str], error: Exception, code: int) -> None:
    assert ended_with(error) == code
    assert capsys.readouterr().err == f"{error}\n"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_stopping_is_quiet(capsys: pytest.CaptureFixture[str], error: BaseException) -> None:
    assert ended_with(error) == 130
    assert capsys.readouterr().err == "Gestopt.\n"


def test_a_reader_that_goes_away_gets_no_complaint(office: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "maatwerk", "check", "cases/raalte-rood-staan.json", "--format", "json"]
    writer = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, cwd=office)
    os.close(writing)
    assert (writer.stderr, writer.returncode) == (b"", 141)


def test_a_folder_that_cannot_be_written_is_told_plainly(run: Run, office: Path) -> None:
    ran = run("check", "raalte-id-kaart", "--no-ask", "--save", str(office / "geen" / "map.json"))
    assert ran.code == 1
    assert "Er kan niet geschreven worden" in ran.told


def test_the_demo_runs_again_over_its_own_folder_and_leaves_other_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "eigen").mkdir()
    environment = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm"}

    def demo(folder: str) -> subprocess.CompletedProcess[str]:
        command = ["sh", str(ROOT / "scripts" / "demo.sh"), folder]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    (tmp_path / "oefenen").mkdir()
    (tmp_path / "oefenen" / ".made-by-demo").touch()
    (tmp_path / "oefenen" / "brief-van-gisteren.html").touch()
    again = demo("oefenen")
    assert again.returncode == 0, again.stdout + again.stderr
    assert (tmp_path / "oefenen" / ".made-by-demo").exists()
    assert sorted(path.suffix for path in (tmp_path / "oefenen").glob("brief-*")) == [".html", ".txt"]
    assert "Genoteerd als" in again.stdout
    assert "Elk besluit heeft een mens                ja  2 van 2" in again.stdout
    assert demo("eigen").returncode == 1
    assert list((tmp_path / "eigen").iterdir()) == []
