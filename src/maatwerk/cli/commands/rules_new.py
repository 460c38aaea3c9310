"""`maatwerk rules new`: begin a ruleset with a short text that is right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


@new_command("rules.new")
@click.argument("name", metavar="NAAM")
@option("--title", metavar="TEKST")
@option("--start", type=options.Day(), metavar="DAG")
@options.lang
def command(*, name: str, title: str | None, start: date | None) -> int:
    """Write the text in the rulesets of this organisation. An existing text is never overwritten."""
    from importlib import resources

    from maatwerk.basics import clock
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.organisation.folder import Organisation

    if not NAME.fullmatch(name):
        raise click.UsageError(say("cli.rules.new.wrong_id"))
    day = (start or clock.today()).isoformat()
    text = resources.files("maatwerk").joinpath("starter", "ruleset.md").read_text(encoding="utf-8")
    filled = {"@id@": name, "@title@": " ".join((title or name).split()), "@start@": day}
    file = Organisation.find().rulesets / name / f"{day}.md"
    if there := sorted(file.parent.glob("*.md")):  # an unfinished text would be in force in place of those rules
        raise MaatwerkError(say("cli.rules.new.exists", file=there[-1]))
    try:
        file.parent.mkdir(exist_ok=True)
        with file.open("x", encoding="utf-8") as new:
            new.write(re.sub("@[a-z]+@", lambda place: filled[place.group()], text))
    except FileExistsError:
        raise MaatwerkError(say("cli.rules.new.exists", file=file)) from None
    except OSError:
        raise MaatwerkError(say("cli.error.cannot_write", file=file)) from None
    click.echo(say("cli.rules.new.made", file=file, id=name))
    return 0
