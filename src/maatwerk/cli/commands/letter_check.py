"""`maatwerk letter check`: whether a text that somebody wrote is plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language, say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.language import Checked

KINDS = (".txt", ".md")


@new_command("letter.check")
@click.argument("file", type=options.FILE, metavar="BRIEF.txt|BRIEF.md")
@options.shape("text", "plain", "json")
@options.lang
def command(*, file: Path, shape: str) -> int:
    """Check the language of a text; `--lang` says in which language it was written."""
    from maatwerk.cli.screens import language as language_screen
    from maatwerk.cli.screens import machine
    from maatwerk.letter.language import checked

    text = _read(file)
    found = checked(text, language())
    if shape == "json":
        click.echo(machine.as_text(language_screen.as_data(found)))
    else:
        terminal.show(language_screen.checked(file.name, text, found), plain=shape == "plain")
    return _code(found)


def _code(found: Checked) -> int:
    """4: there are issues that a text of our own may not have. Else 0, with or without remarks."""
    return 4 if found.errors else 0


def _read(file: Path) -> str:
    """The text of a file. Raises MaatwerkError for what cannot be read; the error shows nothing of what is in it."""
    from maatwerk.basics.bounds import bounds, read_file
    from maatwerk.basics.errors import MaatwerkError

    if file.suffix.lower() not in KINDS:
        raise MaatwerkError(say("cli.letter.check.kind", file=file, kinds=", ".join(KINDS)))
    try:
        content = read_file(file)
        if content is None:
            raise MaatwerkError(say("cli.letter.check.too_large", file=file, kib=bounds().file_kib))
        return content.decode()  # as it stands: places count the characters of the file
    except UnicodeDecodeError:
        raise MaatwerkError(say("cli.letter.check.no_text", file=file)) from None
    except (OSError, ValueError):
        raise MaatwerkError(say("cli.letter.check.unreadable", file=file)) from None
