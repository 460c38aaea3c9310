"""How long a command takes to start, against an empty Python. Run: `python scripts/measure_start_up.py [rounds]`.

The pairs are interleaved, so that a busy machine slows both; what counts is the ratio of the medians.
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

CASE = "examples/cases/raalte-rood-staan.json"
EMPTY = [sys.executable, "-c", "pass"]
COMMANDS = {
    "import click": [sys.executable, "-c", "import click"],
    "maatwerk --help": [sys.executable, "-m", "maatwerk", "--help"],
    "maatwerk check --help": [sys.executable, "-m", "maatwerk", "check", "--help"],
    "maatwerk check CASE": [sys.executable, "-m", "maatwerk", "check", CASE],
}


def seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # a check that shows a point ends with 4
    return time.perf_counter() - begin


def measure(rounds: int) -> None:
    for name, command in COMMANDS.items():
        pairs = [(seconds(EMPTY), seconds(command)) for _ in range(rounds)]
        empty, taken = (median(column) for column in zip(*pairs, strict=True))
        print(f"{name:24} {taken * 1000:6.0f} ms   {taken / empty:4.1f} x an empty Python ({empty * 1000:.0f} ms)")


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
