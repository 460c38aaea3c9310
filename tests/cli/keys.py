"""A person at a real terminal: sees what the program shows and presses keys, each of them counted."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

import pexpect

from maatwerk.basics.text import use_language
from maatwerk.cli import main

DECORATION = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
CHOICE = "Uw keuze:"
QUESTION = r"\? weet ik niet\s*$"
LINE = "> $"
MOST_FILES = 4096
TERMINAL = {"TERM": "xterm-256color"}
NOTHING: dict[str, str] = {}


class Keys:
    """One run of the program. `seen` is what stood on the screen, `raw` with the codes for bold."""

    columns = 100

    def __init__(
        self,
        folder: Path,
        command: Sequence[str],
        environment: dict[str, str] = NOTHING,
        at_once: Callable[[], None] | None = None,
    ) -> None:
        env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        self.terminal = pexpect.spawn(
            "env",  # who runs the tests in the background leaves Ctrl-C aside; a person at a terminal does not
            ["--default-signal=INT", *command],
            cwd=str(folder),
            env=env | TERMINAL | environment,
            dimensions=(60, self.columns),
            encoding="utf-8",
            timeout=60,
            preexec_fn=at_once,
        )
        self.pressed = 0
        self.raw = ""

    @classmethod
    def of_maatwerk(cls, folder: Path, *arguments: str, **environment: str) -> Keys:
        """The program with these arguments, at a real terminal; the start of Python is that of the tests."""
        return cls(folder, ["true"], environment, partial(_forked, arguments, TERMINAL | environment))

    @classmethod
    def of_new_python(cls, folder: Path, *arguments: str, **environment: str) -> Keys:
        """The program itself with these arguments, from the start of Python on."""
        return cls(folder, [sys.executable, "-m", "maatwerk", *arguments], environment)

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


def _forked(arguments: Sequence[str], environment: Mapping[str, str]) -> NoReturn:
    """What a fork of the tests does at its terminal instead of starting a program: the imports are done already."""
    code = -1
    try:
        os.closerange(3, MOST_FILES)  # who started this waits until the pipe for a failed start is closed
        sys.settrace(None)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.environ.pop("NO_COLOR", None)
        os.environ.update(environment)
        sys.stdin = os.fdopen(os.dup(0))  # not 0 itself: pytest has loaded readline, which the program has not
        sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
        use_language("nl")
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)
