"""`maatwerk letter check`: whether a text is plain, and whether an edited letter still says what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language, say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.letter.formats.pieces import Read
    from maatwerk.letter.model import Letter

KINDS = (".docx", ".html", ".md", ".txt")


@new_command("letter.check")
@click.argument("file", type=options.FILE, metavar="BRIEF")
@option("--number", type=options.Number(), metavar="NUMMER")
@options.shape("text", "plain", "json")
@options.on
@options.lang
def command(*, file: Path, number: str | None, shape: str, on: date | None) -> int:
    """Check the language of a text; `--lang` says in which language it was written, where the file does not.

    With a number, or for a Word document that has one, the letter is compared with the decision too.
    """
    from maatwerk.cli.screens import language as language_screen
    from maatwerk.cli.screens import machine
    from maatwerk.letter.edited import differences
    from maatwerk.letter.formats.reading import read_letter
    from maatwerk.letter.language import checked

    _refuse_other_kinds(file)
    read = read_letter(file)
    text = read.written or read.text
    letter = _letter_of(read, number or read.number, on)
    found = checked(text, read.lang or language(), letter.kept if letter else ())
    changed = differences(read, letter) if letter else None
    if shape == "json":
        click.echo(machine.as_text(language_screen.as_data(text, found, changed)))
    else:
        shown = language_screen.checked(file.name, text, found, changed, in_paragraphs=not read.written)
        terminal.show(shown, plain=shape == "plain")
    return 4 if found.errors or any(each.level == "error" for each in changed or ()) else 0


def _letter_of(read: Read, number: str, on: date | None) -> Letter | None:
    """The letter of the decision with this number, to compare with; None without one. Its day is that of the file."""
    from maatwerk.basics import clock
    from maatwerk.cli.letters import decision_of

    if not number:
        return None
    return decision_of(number).letter(on or read.made or clock.today(), read.lang or language())


def _refuse_other_kinds(file: Path) -> None:
    from maatwerk.basics.errors import MaatwerkError

    if file.suffix.lower() not in KINDS:
        raise MaatwerkError(say("cli.letter.check.kind", file=file, kinds=", ".join(KINDS)))
