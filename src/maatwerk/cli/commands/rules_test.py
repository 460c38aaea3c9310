"""`maatwerk rules test`: the examples of a ruleset, what they leave out, and every pattern of its criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date


@new_command("rules.test")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@option("--mutate", is_flag=True)
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(*, ruleset: str, mutate: bool, on: date | None, shape: str) -> int:
    """Test."""
    from maatwerk.bench.coverage import untouched
    from maatwerk.bench.doubt import differences
    from maatwerk.bench.examples import run_examples
    from maatwerk.bench.limits import limit_problems
    from maatwerk.bench.written import Written
    from maatwerk.cli.desk import for_draft
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import rules_test as screen
    from maatwerk.loading.analysis import report

    found = for_draft(ruleset, on).ruleset
    written = Written(found)
    with terminal.busy(say("cli.busy.examples"), plain=shape != "text"):
        results = run_examples(found)
        differ = differences(found, results, written)
        missing, limits = untouched(found, written), limit_problems(found)
    with terminal.busy(say("cli.busy.patterns"), plain=shape != "text"):
        patterns = report(found, every=True)
    if shape == "json":
        click.echo(machine.as_text(machine.tested(results, patterns)))
    else:
        terminal.show(screen.tested(results, differ, missing, limits, patterns), plain=shape == "plain")
    return screen.exit_code(results, patterns)
