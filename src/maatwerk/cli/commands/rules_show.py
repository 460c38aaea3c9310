"""`maatwerk rules show`: a ruleset as one page, its personal data, or its entry in the Algoritmeregister."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language, say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.cli.desk import Desk

PAGE, PRIVACY, ENTRY = ("html", "text", "plain"), ("text", "plain", "json", "html"), ("text", "plain", "json")
"""In which formats each of the three exists; the first is what one gets unasked."""


@new_command("rules.show")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@option("--privacy", is_flag=True)
@option("--register-entry", is_flag=True)
@options.out
@options.on
@option("--format", "shape", type=click.Choice(PRIVACY))
@option("--plain", "shape", flag_value="plain", key="plain")
@options.lang
def command(
    *, ruleset: str, privacy: bool, register_entry: bool, out: Path | None, on: date | None, shape: str | None
) -> int:
    """Show."""
    if privacy and register_entry:
        raise click.UsageError(say("cli.rules.show.one"))
    formats = PRIVACY if privacy else ENTRY if register_entry else PAGE
    if shape not in (None, *formats):
        raise click.UsageError(say("cli.rules.show.formats", formats=", ".join(formats)))
    from maatwerk.cli.desk import for_draft

    desk = for_draft(ruleset, on)
    if register_entry and desk.ruleset.header.is_building_block:
        raise click.UsageError(say("cli.rules.show.building_block"))
    chosen = shape or formats[0]
    with terminal.busy(say("cli.busy.examples"), plain=chosen != "text"):
        text = _privacy(desk, chosen) if privacy else _entry(desk, chosen) if register_entry else _page(desk, chosen)
    _written(text, out, desk)
    return 0


def _page(desk: Desk, shape: str) -> str:
    from maatwerk.bench.show.page import html, page_of
    from maatwerk.cli.screens import shown_page

    if shape == "html":
        return html(desk.ruleset, desk.adoption, language())
    return terminal.as_text(shown_page.page(page_of(desk.ruleset, desk.adoption, language())), plain=shape == "plain")


def _privacy(desk: Desk, shape: str) -> str:
    from maatwerk.bench.show import privacy
    from maatwerk.cli.screens import machine, shown

    kept = privacy.Retention.of(desk.organisation.settings if desk.organisation else None)
    if shape == "html":
        return privacy.html(desk.ruleset, kept, language())
    if shape == "json":
        return machine.as_text(shown.privacy_data(desk.ruleset, kept)) + "\n"
    return terminal.as_text(shown.privacy(desk.ruleset, kept), plain=shape == "plain")


def _entry(desk: Desk, shape: str) -> str:
    from maatwerk.bench.show.entry import entry_of
    from maatwerk.cli.screens import machine, shown

    settings = desk.organisation.settings if desk.organisation else None
    made = entry_of(desk.ruleset, desk.adoption, settings, desk.today)
    if shape == "json":
        return machine.as_text(shown.entry_data(made)) + "\n"
    return terminal.as_text(shown.entry(made), plain=shape == "plain")


def _written(text: str, out: Path | None, desk: Desk) -> None:
    """On the screen, or in the file that was asked for; never in that of the ruleset itself."""
    from pathlib import Path

    from maatwerk.cli.whole_file import save

    if out is None:
        click.echo(text, nl=False)
        return
    if out.resolve() == Path(desk.ruleset.file).resolve():
        raise click.UsageError(say("cli.rules.show.same_file", file=out))
    save(out, text)
    click.echo(say("cli.rules.show.written", file=out))
