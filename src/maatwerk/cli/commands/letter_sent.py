"""`maatwerk letter sent`: this file went out on this day; from then terms run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.letter.sending import Sent
    from maatwerk.organisation.people import Person
    from maatwerk.register.seal import Json


@new_command("letter.sent")
@click.argument("number", type=options.Number(), metavar="NUMMER")
@click.argument("file", type=options.FILE, metavar="BESTAND")
@option("--channel", type=click.Choice(("papier", "digitaal")))
@options.shape("text", "plain", "json")
@options.on
@options.lang
def command(*, number: str, file: Path, channel: str | None, shape: str, on: date | None) -> int:
    """Register that a letter was sent, once the file has been looked at."""
    from maatwerk.basics import clock
    from maatwerk.cli.letters import decision_of
    from maatwerk.cli.screens import letter as letter_screen
    from maatwerk.cli.screens import machine
    from maatwerk.letter.offered import offered
    from maatwerk.letter.sending import sent_letter

    found = decision_of(number)
    post, resident = found.post(), found.decision.resident
    given = offered(file, post)
    letter = found.letter(on or clock.today(), given.lang or language())
    how = channel or (resident.channel if resident else "papier")
    sent = sent_letter(given, letter, found.decision, how, post, clock.today())
    body = _body(number, sent, found.organisation.people.me())
    found.register.append("letter_sent", body, at=clock.now(), key=f"sent:{number}:{sent.sha256}:{sent.on}")
    if shape == "json":
        click.echo(machine.as_text(letter_screen.sent_data(number, sent)))
    else:
        terminal.show(letter_screen.sent(number, sent), plain=shape == "plain")
    return 0


def _body(number: str, sent: Sent, me: Person) -> Json:
    return {
        "number": number,
        "sha256": sent.sha256,
        "on": sent.on,
        "channel": sent.channel,
        "last_day": sent.last_day.day if sent.last_day else None,
        "language": sent.lang,
        "written": sent.written,
        "person": {"id": me.id, "role": me.role},
    }
