"""`maatwerk letter write`: the letter of a registered decision."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language, say
from maatwerk.cli import options
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from maatwerk.letter.model import Letter
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register

FORMATS = ("txt", "md", "html", "docx", "pdf", "aloud", "json")


@new_command("letter.write")
@click.argument("number", type=options.Number(), metavar="NUMMER")
@options.shape(*FORMATS)
@option("--large", is_flag=True)
@options.out
@options.on
@options.lang
def command(*, number: str, shape: str, large: bool, out: Path | None, on: date | None) -> int:
    """Write the letter to a file or to standard output; what was checked about it goes to standard error."""
    from maatwerk.basics import clock
    from maatwerk.cli.letters import letter_of
    from maatwerk.letter.control import control_of

    _refuse_on_a_screen(shape, out)
    found = letter_of(number, on or clock.today(), language())
    letter = found.letter
    content = _content(letter, shape, found.organisation, large=large)
    with _written(content, out):
        if shape != "json":  # data for another program is not a letter
            _note(found.register, letter, content, shape)
    click.echo(control_of(letter).text(), err=True)
    return 0


def _content(letter: Letter, shape: str, organisation: Organisation, *, large: bool) -> bytes:
    if shape == "json":
        return (json.dumps(asdict(letter), ensure_ascii=False, indent=2, default=str) + "\n").encode()
    from maatwerk.letter.formats import FORMATS as LAYOUTS
    from maatwerk.letter.formats import document
    from maatwerk.letter.formats.style import style_of

    style = style_of(organisation)
    layout = next(layout for layout in LAYOUTS if layout == shape)
    return document(letter, layout, style.in_large_print() if large else style)


def _refuse_on_a_screen(shape: str, out: Path | None) -> None:
    """A format that is no text goes to a file, or to another program."""
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.letter.formats import BINARY

    if shape in BINARY and out is None and sys.stdout.isatty():
        raise MaatwerkError(say("letter.format.to_a_file", form=shape))


@contextmanager
def _written(content: bytes, out: Path | None) -> Iterator[None]:
    """Let the letter out after what is done within, or not at all: what is not registered is no letter."""
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.cli.whole_file import replacing

    if out is None:
        yield
        click.echo(content, nl=False)
        return
    try:
        with replacing(out, content):
            yield
    except OSError:
        raise MaatwerkError(say("cli.error.cannot_write", file=out)) from None
    click.echo(say("cli.letter.written", file=out))


def _note(register: Register, letter: Letter, content: bytes, shape: str) -> None:
    """Register that this letter was made; the same letter again is the same entry."""
    from maatwerk.basics import clock
    from maatwerk.letter.sending import seal_of

    seal = seal_of(content)
    last_day = letter.last_day.day.isoformat() if letter.last_day else None
    body = {"number": letter.number, "format": shape, "language": letter.lang, "sha256": seal, "last_day": last_day}
    register.append("letter_written", body, at=clock.now(), key=f"letter:{letter.number}:{seal}")
