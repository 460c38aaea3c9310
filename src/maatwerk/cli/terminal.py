"""The terminal itself: one key without Enter, one line, and showing lines. Everything else is pure."""

from __future__ import annotations

import os
import select
import sys
import termios
import tty
from typing import TYPE_CHECKING

import click

from maatwerk.cli.screens import layout
from maatwerk.cli.screens.model import loose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.cli.screens.model import Screen

END_OF_INPUT = "\x04"
ESCAPE = "\x1b"


def interactive() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def show(screen: Screen, *, plain: bool = False) -> None:
    """Print a screen on standard output."""
    tell(layout.lines(screen, plain=plain))


def remark(text: str) -> None:
    """Print loose sentences below a screen."""
    click.echo()
    show((loose(text),))


def tell(lines: Iterable[str]) -> None:
    """Print lines on standard output."""
    for line in lines:
        click.echo(line)


def forget_typed() -> None:
    """Drop keys that were pressed before the person could see what they are about to choose."""
    termios.tcflush(sys.stdin, termios.TCIFLUSH)


def key(allowed: str) -> str:
    """Wait for one of the allowed keys, without Enter. Ctrl-C and Ctrl-D stop as always."""
    sys.stdout.flush()
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)  # keys that were typed ahead stay
        while (pressed := _pressed(descriptor)) not in allowed:
            pass
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
    return pressed


def _pressed(descriptor: int) -> str:
    pressed = os.read(descriptor, 1).decode("ascii", "replace").lower()
    if pressed in {"", END_OF_INPUT}:
        raise EOFError
    while pressed == ESCAPE and select.select([descriptor], [], [], 0)[0]:
        os.read(descriptor, 32)  # an arrow or function key: one press, several bytes
    return pressed


def line(prompt: str) -> str:
    """One line typed by the person, without spaces around it."""
    return layout.safe(input(prompt)).strip()


def needed_line(prompt: str) -> str:
    """As `line`, but asks again until something is typed."""
    while not (text := line(prompt)):
        pass
    return text
