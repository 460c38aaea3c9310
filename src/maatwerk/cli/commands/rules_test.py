"""`maatwerk rules test`: the examples of a ruleset, and every pattern of its criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command
from maatwerk.text import say

if TYPE_CHECKING:
    from datetime import date


@new_command("rules.test")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(*, ruleset: str, on: date | None, shape: str) -> int:
    """Test."""
    from maatwerk.analysis import report
    from maatwerk.cli.desk import for_ruleset
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import rules as rules_screen
    from maatwerk.examples import run_examples

    found = for_ruleset(ruleset, on).ruleset
    with terminal.busy(say("cli.busy.examples"), plain=shape != "text"):
        results = run_examples(found)
    with terminal.busy(say("cli.busy.patterns"), plain=shape != "text"):
        patterns = report(found, every=True)
    if shape == "json":
        click.echo(machine.as_text(machine.tested(results, patterns)))
    else:
        terminal.show(rules_screen.tested(results, patterns), plain=shape == "plain")
    return rules_screen.differences(results, patterns)
