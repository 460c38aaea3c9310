"""`maatwerk rules check`: everything that is wrong in the text of a ruleset, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.cliffs import Cliffs


@new_command("rules.check")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(*, ruleset: str, on: date | None, shape: str) -> int:
    """Check."""
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import rules as rules_screen
    from maatwerk.cli.screens.failures import problem_lines

    with terminal.busy(say("cli.busy.text"), plain=shape != "text"):
        problems, jumps = _examined(ruleset, on)
    remarks = [each for each in problems if each.warning]
    faults = [each for each in problems if not each.warning]
    if shape == "json":
        click.echo(machine.as_text(machine.checked([*faults, *remarks], jumps)))
        return 1 if faults else 0
    lines = problem_lines([*faults, *remarks], terminal.width())
    terminal.show(
        rules_screen.checked(lines, jumps, problems=len(faults), remarks=len(remarks)), plain=shape == "plain"
    )
    return 1 if faults else 0


def _examined(ruleset: str, on: date | None) -> tuple[tuple[Problem, ...], Cliffs | None]:
    """Every problem, and the cliffs of a ruleset that can be used."""
    from maatwerk import examine_ruleset
    from maatwerk.basics import clock
    from maatwerk.bench.cliffs import cliffs
    from maatwerk.cli.desk import organisation_here
    from maatwerk.cli.versions import newest_file

    found = examine_ruleset(newest_file(ruleset, on or clock.today(), organisation_here()))
    usable = found.ruleset is not None and all(each.warning for each in found.problems)
    jumps = cliffs(found.ruleset) if found.ruleset and found.ruleset.outcomes and usable else None
    return found.problems, jumps
