"""`maatwerk rules test`: the examples of a ruleset, and every pattern of its criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command

if TYPE_CHECKING:
    from datetime import date


@new_command("rules.test")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(*, ruleset: str, on: date | None, shape: str) -> int:
    """Test."""
    from maatwerk.bench.examples import run_examples
    from maatwerk.cli.desk import for_draft
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import rules as rules_screen
    from maatwerk.loading.analysis import report

    found = for_draft(ruleset, on).ruleset
    with terminal.busy(say("cli.busy.examples"), plain=shape != "text"):
        results = run_examples(found)
    with terminal.busy(say("cli.busy.patterns"), plain=shape != "text"):
        patterns = report(found, every=True)
    if shape == "json":
        click.echo(machine.as_text(machine.tested(results, patterns)))
    else:
        terminal.show(rules_screen.tested(results, patterns), plain=shape == "plain")
    return rules_screen.differences(results, patterns)
