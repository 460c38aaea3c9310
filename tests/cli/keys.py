"""A person at a real terminal: sees what the program shows and presses keys, each of them counted."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect

DECORATION = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
CHOICE = "Uw keuze:"
QUESTION = r"\? weet ik niet\s*$"
LINE = "> $"


class Keys:
    """One run of the program. `seen` is what stood on the screen, `raw` with the codes for bold."""

    columns = 100

    def __init__(self, folder: Path, *command: str, **environment: str) -> None:
        env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        self.terminal = pexpect.spawn(
            "env",  # who runs the tests in the background leaves Ctrl-C aside; a person at a terminal does not
            ["--default-signal=INT", *command],
            cwd=str(folder),
            env=env | {"TERM": "xterm-256color"} | environment,
            dimensions=(60, self.columns),
            encoding="utf-8",
            timeout=60,
        )
        self.pressed = 0
        self.raw = ""

    @classmethod
    def of_maatwerk(cls, folder: Path, *arguments: str, **environment: str) -> Keys:
        """The program itself with these arguments."""
        return cls(folder, sys.executable, "-m", "maatwerk", *arguments, **environment)

    @property
    def seen(self) -> str:
        return DECORATION.sub("", self.raw)

    def wait_for(self, *texts: str) -> int:
        """Which of the texts comes first; an empty one stands for the end."""
        found = self.terminal.expect([text or pexpect.EOF for text in texts])
        self.raw += f"{self.terminal.before}{self.terminal.after if texts[found] else ''}"
        return found

    def press(self, keys: str) -> None:
        self.pressed += len(keys)
        self.terminal.send(keys)

    def answer(self, keys: str) -> None:
        """One key for each question at the counter."""
        for key in keys:
            self.wait_for(QUESTION)
            self.press(key)

    def type(self, *lines: str) -> None:
        """One line, with Enter, for each prompt."""
        for line in lines:
            self.wait_for(LINE)
            self.press(f"{line}\r")

    def stop(self, how: str) -> int:
        """Ctrl-C (`sendintr`) or Ctrl-D (`sendeof`), again until the program listens, and the exit code.

        Python does not hear a signal that comes between showing a prompt and reading: people press again too.
        """
        for _ in range(20):
            getattr(self.terminal, how)()
            if self.terminal.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=3) == 0:
                break
        self.raw += str(self.terminal.before)
        return self.ended()

    def ended(self) -> int:
        self.wait_for("")
        self.terminal.close()
        return int(self.terminal.exitstatus if self.terminal.exitstatus is not None else -1)
