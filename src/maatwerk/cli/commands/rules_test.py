"""`maatwerk rules test`: the examples of a ruleset, what they leave out, and every pattern of its criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.bench.testing.survivors import MutationReport
    from maatwerk.bench.testing.written import Written
    from maatwerk.ruleset.model import Ruleset


@new_command("rules.test")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@option("--mutate", is_flag=True)
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(*, ruleset: str, mutate: bool, on: date | None, shape: str) -> int:
    """Test."""
    from maatwerk.bench.testing.tested import examined
    from maatwerk.bench.testing.written import Written
    from maatwerk.cli.desk import for_draft
    from maatwerk.cli.screens import machine_tested, rules_mutation
    from maatwerk.cli.screens import rules_test as screen
    from maatwerk.cli.screens.machine import as_text

    rules = for_draft(ruleset, on).ruleset
    written = Written(rules)
    with terminal.busy(say("cli.busy.examples"), plain=shape != "text"):
        found = examined(rules, written)
    changes = _mutated(rules, written, plain=shape != "text") if mutate else None
    survivors = changes.left if changes else 0
    if shape == "json":
        click.echo(as_text(machine_tested.tested(found, changes)))
    else:
        shown = screen.tested(found)
        shown += rules_mutation.mutated(changes, not_counted=found.wrong) if changes else ()
        terminal.show(shown, plain=shape == "plain")
    return screen.exit_code(found, survivors=survivors)


def _mutated(rules: Ruleset, written: Written, *, plain: bool) -> MutationReport:
    from maatwerk.bench.testing.mutants import mutants
    from maatwerk.bench.testing.mutation import rows_that_hold, try_all
    from maatwerk.bench.testing.new_rows import ExampleTables
    from maatwerk.bench.testing.survivors import looked_at

    tables = ExampleTables(rules)  # before the long work: the file may be written again in the meantime
    counts = rules.outcomes or rules.examples  # a building block by itself can show nothing
    rows, changes = rows_that_hold(rules), mutants(rules, written) if counts else ()
    with terminal.progress(say("bench.trying"), len(changes), plain=plain) as step:
        tried = try_all(rows, changes, step)
    left = sum(not each.turned for each in tried)
    with terminal.progress(say("bench.searching"), left, plain=plain) as step:
        return looked_at(rules, tried, rows, tables, step)
