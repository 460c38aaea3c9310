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

    from maatwerk.letter.edited import Difference
    from maatwerk.letter.formats.pieces import Read

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
    from maatwerk.letter.formats.reading import read_letter
    from maatwerk.letter.language import checked

    _refuse_other_kinds(file)
    read = read_letter(file)
    text = read.written or read.text
    found = checked(text, read.lang or language())
    changed = _compared(read, number or read.number, on)
    if shape == "json":
        click.echo(machine.as_text(language_screen.as_data(text, found, changed)))
    else:
        shown = language_screen.checked(file.name, text, found, changed, in_paragraphs=not read.written)
        terminal.show(shown, plain=shape == "plain")
    return 4 if found.errors or any(each.level == "error" for each in changed or ()) else 0


def _compared(read: Read, number: str, on: date | None) -> tuple[Difference, ...] | None:
    """What differs from the decision with this number; None without one. The day is that of the letter itself."""
    from maatwerk.basics import clock
    from maatwerk.cli.letters import decision_of
    from maatwerk.letter.edited import differences

    if not number:
        return None
    day = on or read.made or clock.today()
    return differences(read, decision_of(number).letter(day, read.lang or language()))


def _refuse_other_kinds(file: Path) -> None:
    from maatwerk.basics.errors import MaatwerkError

    if file.suffix.lower() not in KINDS:
        raise MaatwerkError(say("cli.letter.check.kind", file=file, kinds=", ".join(KINDS)))
