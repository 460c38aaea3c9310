"""`maatwerk rules letters`: every letter that a ruleset can give, in a folder to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.bench.letters.variant import Variants
    from maatwerk.letter.formats.text import TextFormat

FORMS: tuple[TextFormat, ...] = ("txt", "html")


@new_command("rules.letters")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@option("--out", type=options.FILE, metavar="MAP", key="letters_folder")
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(*, ruleset: str, out: Path | None, on: date | None, shape: str) -> int:
    """List the letters; with `--out` write each as text and as HTML."""
    from maatwerk.bench.letters.checks import problems_of
    from maatwerk.bench.letters.seeking import variants
    from maatwerk.cli.desk import for_draft
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import variants as screen

    desk = for_draft(ruleset, on)
    if desk.ruleset.header.is_building_block:
        raise click.UsageError(say("cli.rules.show.building_block"))
    with terminal.busy(say("cli.busy.letters"), plain=shape != "text"):
        found = variants(desk.ruleset)
        problems = tuple(problems_of(desk.ruleset, found))
    if out:
        _write(found, out)
    if shape == "json":
        click.echo(machine.as_text(screen.as_data(desk.ruleset, found, problems)))
    else:
        terminal.show(screen.listed(desk.ruleset, found, problems, out), plain=shape == "plain")
    return 1 if any(not each.warning for each in problems) else 0


def _write(found: Variants, folder: Path) -> None:
    """Each letter that can be made, in each language and form: `03-geen_pas-nl.html`."""
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.cli.screens.variants import file_name
    from maatwerk.cli.whole_file import replacing
    from maatwerk.letter.formats.text import render

    made = (
        (file_name(number, each, lang), written.letter)
        for number, each in enumerate(found.found, 1)
        for lang, written in each.letters.items()
        if written.letter
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, letter in made:
            for form in FORMS:
                with replacing(folder / f"{name}.{form}", render(letter, form)):
                    pass
    except OSError:
        raise MaatwerkError(say("cli.error.cannot_write", file=folder)) from None
