"""`maatwerk letter write`: the letter of a registered decision."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language
from maatwerk.cli import options
from maatwerk.cli.base import new_command
from maatwerk.cli.letter_file import Layout, layout

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.letter.model import Letter
    from maatwerk.register import Register


@new_command("letter.write")
@click.argument("number", type=options.Number(), metavar="NUMMER")
@layout
@options.on
@options.lang
def command(*, number: str, layout: Layout, on: date | None) -> int:
    """Write the letter to a file or to standard output; what was checked about it goes to standard error."""
    from maatwerk.basics import clock
    from maatwerk.cli.letter_file import content_of, pages_in, refuse_place, written
    from maatwerk.cli.letters import decision_of
    from maatwerk.cli.screens import letter as letter_screen
    from maatwerk.letter.control import control_of
    from maatwerk.letter.formats.text import wrapped

    refuse_place(layout)
    found = decision_of(number)
    letter, post = found.letter(on or clock.today(), language()), found.post()
    content = content_of(letter, layout, found.organisation)
    control = control_of(letter, pages_in(content, layout))
    with written(content, layout, post.hashes):
        if layout.shape != "json":  # data for another program is not a letter
            _note(found.register, letter, content, layout.shape, control.counts)
    before = (wrapped(each) for each in letter_screen.sent_before(post.first))
    click.echo("\n".join([control.text(), *before]), err=True)
    return 0


def _note(register: Register, letter: Letter, content: bytes, shape: str, issues: dict[str, int]) -> None:
    """Register that this letter was made, and which issues of its language were shown.

    The same letter with the same issues again is the same entry.
    """
    from maatwerk.basics import clock
    from maatwerk.letter.offered import seal_of

    seal = seal_of(content)
    last_day = letter.last_day.day.isoformat() if letter.last_day else None
    body = {
        "number": letter.number,
        "format": shape,
        "language": letter.lang,
        "sha256": seal,
        "last_day": last_day,
        "language_issues": issues,
    }
    shown = seal_of(json.dumps(issues).encode())[:16]
    register.append("letter_written", body, at=clock.now(), key=f"letter:{letter.number}:{seal}:{shown}")
