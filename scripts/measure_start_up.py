"""How long a command takes to start, against an empty Python. Run: `python scripts/measure_start_up.py [rounds]`.

The pairs are interleaved, so that a busy machine slows both; what counts is the ratio of the medians. Everything is
compiled beforehand, in a folder of its own, as it is where maatwerk is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
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


def seconds(command: list[str], environment: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)  # a check with a point ends with 4
    return time.perf_counter() - begin


def measure(rounds: int, compiled: str) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = compiled
    for name, command in COMMANDS.items():
        seconds(command, environment)
        pairs = [(seconds(EMPTY, environment), seconds(command, environment)) for _ in range(rounds)]
        empty, taken = (median(column) for column in zip(*pairs, strict=True))
        print(f"{name:24} {taken * 1000:6.0f} ms   {taken / empty:4.1f} x an empty Python ({empty * 1000:.0f} ms)")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 15, folder)
