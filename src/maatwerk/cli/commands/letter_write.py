"""`maatwerk letter write`: the letter of a registered decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.cli import options
from maatwerk.cli.base import new_command
from maatwerk.text import language, say

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

FORMATS = ("txt", "md", "html", "json")


@new_command("letter.write")
@click.argument("number", metavar="NUMMER")
@options.shape(*FORMATS)
@options.out
@options.on
@options.lang
def command(*, number: str, shape: str, out: Path | None, on: date | None) -> int:
    """Write the letter to a file or to standard output; what was checked about it goes to standard error."""
    from maatwerk import Register, clock, load_ruleset, write_letter
    from maatwerk.organisation import Organisation

    organisation = Organisation.find()
    register = Register.open(organisation.register)
    used = register.decision(number).assessment.ruleset
    letter = write_letter(
        register,
        number,
        organisation=organisation,
        ruleset=load_ruleset(organisation.rulesets / used.id / f"{used.valid_from}.md", organisation=organisation),
        sent_on=on or clock.today(),
        format=shape,
        lang=language(),
    )
    if out is None:
        click.echo(letter.text)
    else:
        out.write_text(letter.text, encoding="utf-8")
        click.echo(say("cli.letter.written", file=out))
    for line in letter.control:
        click.echo(line, err=True)
    return 0
