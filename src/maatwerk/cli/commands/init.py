"""`maatwerk init`: make the folder of an organisation."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@new_command("init")
@click.argument("folder", type=options.FILE, metavar="[MAP]", default=".")
@option("--demo", is_flag=True)
@options.lang
def command(*, folder: Path, demo: bool) -> int:
    """Make the folder, with the rulesets that come with the program. What is there already stays as it is."""
    from maatwerk.organisation.folder import Organisation

    organisation = Organisation.create(folder, demo=demo)
    number = _copy(shipped_rulesets(), organisation.rulesets)
    click.echo(say("cli.init.made", folder=folder, number=number))
    click.echo(say("cli.init.next_demo" if demo else "cli.init.next"))
    return 0


def shipped_rulesets() -> Traversable:
    """The rulesets that come with the program: inside the package, or beside it in a checkout."""
    from importlib import resources

    installed = resources.files("maatwerk").joinpath("rulesets")
    return installed if installed.is_dir() else Path(__file__).parents[4] / "rulesets"


def _copy(source: Traversable, target: Path) -> int:
    """Copy every document that is not there yet; gives how many."""
    copied = 0
    for each in source.iterdir():
        place = target / each.name
        if each.is_dir():
            place.mkdir(exist_ok=True)
            copied += _copy(each, place)
        elif each.name.endswith(".md") and not place.exists():
            with each.open("rb") as read, place.open("xb") as written:
                shutil.copyfileobj(read, written)
            copied += 1
    return copied
