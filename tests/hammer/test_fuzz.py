"""Atheris on everything that takes input from outside; `MAATWERK_FUZZ_SECONDS` says how long for each.

Without atheris these tests fail: a hammer that skips says nothing.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from time import process_time

import pytest

from tests.fuzz.targets import TARGETS

pytestmark = pytest.mark.hammer
ROOT = Path(__file__).parents[2]
SECONDS = os.environ.get("MAATWERK_FUZZ_SECONDS", "60")
FIGURES = re.compile(r"stat::(\w+):\s+(\d+)")


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_that_atheris_finds_is_a_surprise(name: str, tmp_path: Path) -> None:
    folder = Path(mkdtemp(prefix=f"maatwerk-fuzz-{name}-"))
    call = [sys.executable, "-m", "tests.hammer.fuzz", name, str(folder), SECONDS]
    ran = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    figures = dict(FIGURES.findall(ran.stderr))
    kept = sorted(path.name for pattern in ("crash-*", "timeout-*", "oom-*") for path in folder.glob(pattern))

    print(f"\n{name}: {figures}, kept in {folder}: {kept}")
    assert [] == kept, ran.stderr[-4000:] + ran.stdout[-4000:]
    assert 0 == ran.returncode, ran.stderr[-4000:]
    assert int(figures["number_of_executed_units"]) > len(TARGETS[name](tmp_path).seeds)
    print(f"slowest, without counting: {again(name, folder / 'slowest', tmp_path / 'again'):.2f} s")


def again(name: str, slowest: Path, folder: Path) -> float:
    """The seconds that the slowest input takes where nothing is counted, the second time. Raises where it fails."""
    folder.mkdir()
    target = TARGETS[name](folder)
    target.judge(slowest.read_bytes())
    start = process_time()
    target.judge(slowest.read_bytes())
    return process_time() - start
