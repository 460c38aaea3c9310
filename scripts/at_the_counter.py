"""The Raalte case at the counter, typed by a script in a real terminal: five answers and one key. Part of the demo."""

from __future__ import annotations

import os
import sys

import pexpect

ANSWERS = "jjnj1"  # identity sure, wants to pay, no card today, has cash, overdrawn
DO_IT = "1"


def main() -> int:
    """Type the answers as each question comes; returns the exit code of the program."""
    command = ["check", "raalte-id-kaart", "--on", "2026-02-17"]
    environment = dict(os.environ) if sys.stdout.isatty() else {**os.environ, "NO_COLOR": "1"}
    terminal = pexpect.spawn("maatwerk", command, env=environment, dimensions=(50, 80), encoding="utf-8", timeout=60)
    terminal.logfile_read = sys.stdout
    for answer in ANSWERS:
        terminal.expect(r"\? weet ik niet\s*$")
        terminal.send(answer)
    terminal.expect("Uw keuze:")
    terminal.send(DO_IT)
    terminal.expect(pexpect.EOF)
    terminal.close()
    return int(terminal.exitstatus or 0)


if __name__ == "__main__":
    sys.exit(main())
