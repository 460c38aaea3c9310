"""The terminal itself: one key without Enter, one line, and showing lines. Everything else is pure.

Output that is piped, plain or wanted without colour (`NO_COLOR`) never passes rich: it is the same bytes everywhere.
"""

from __future__ import annotations

import os
import select
import sys
import termios
import tty
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeVar

import click

from maatwerk.basics.text import say
from maatwerk.cli.screens import layout
from maatwerk.cli.screens.model import loose
from maatwerk.cli.width import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from typing import TextIO

    from maatwerk.cli.screens.model import Screen

Each = TypeVar("Each")
END_OF_INPUT = "\x04"
ESCAPE = "\x1b"
UNABLE = {"", "dumb", "unknown"}  # kinds of terminal that only print


def interactive() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def decorated(stream: TextIO) -> bool:
    """Whether bold and signs of life may go here: a terminal that can, of a person who did not refuse them."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") not in UNABLE


def show(screen: Screen, *, plain: bool = False) -> None:
    """Print a screen on standard output; in a real terminal with its headings in bold."""
    if plain or not decorated(sys.stdout):
        tell(layout.lines(screen, plain=plain, width=width()))
        return
    from maatwerk.cli import console

    console.show(screen)


def as_text(screen: Screen, *, plain: bool = False) -> str:
    """A screen as text that may also go into a file."""
    return "".join(f"{line}\n" for line in layout.lines(screen, plain=plain, width=width()))


def busy(text: str, *, plain: bool = False) -> AbstractContextManager[object]:
    """A sign of life on standard error while a block runs that can take over a second; only in a terminal."""
    if plain or not decorated(sys.stderr):
        return nullcontext()
    from maatwerk.cli import console

    return console.busy(text)


def progress(text: str, total: int, *, plain: bool = False) -> AbstractContextManager[Callable[[], None]]:
    """A bar on standard error, after a second, for so many steps: call what it gives at each; only in a terminal."""
    if plain or not decorated(sys.stderr):
        return nullcontext(lambda: None)
    from maatwerk.cli import console

    return console.bar(text, total)


def counted(items: Sequence[Each], text: str, *, plain: bool = False) -> Iterator[Each]:
    """The items, with a bar on standard error once that takes over a second; only in a terminal."""
    with progress(text, len(items), plain=plain) as step:
        for each in items:
            yield each
            step()


def width() -> int:
    """How many columns a screen on standard output has."""
    return columns(sys.stdout)


def told(text: str) -> None:
    """Print loose sentences."""
    show((loose(text),))


def remark(text: str) -> None:
    """Print loose sentences below a screen."""
    click.echo()
    told(text)


def remark_if(text: str) -> None:
    """As `remark`, where there is something to say."""
    if text:
        remark(text)


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
    return layout.safe(input(_fitting(prompt))).strip()


def _fitting(prompt: str) -> str:
    """A prompt in lines that fit; the spaces at its end stay."""
    asked = prompt.rstrip(" ")
    lines = (
        layout.wrapped(line.strip(), lead := line[: len(line) - len(line.lstrip())], lead, width())
        for line in asked.split("\n")
    )
    return "\n".join("\n".join(each) for each in lines) + prompt[len(asked) :]


def needed_line(prompt: str) -> str:
    """As `line`, but asks again until something is typed."""
    while not (text := line(prompt)):
        pass
    return text


def meaningful_line(prompt: str) -> str:
    """As `needed_line`, but "n.v.t." and the like are told to be no answer, at once: nothing typed before is lost."""
    from maatwerk.decision.answering import meaningful

    while not meaningful(text := needed_line(prompt)):
        click.echo(f"{' ' * (len(prompt) - len(prompt.lstrip()))}{say('cli.decide.no_answer')}")
    return text
