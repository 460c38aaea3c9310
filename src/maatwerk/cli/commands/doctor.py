"""`maatwerk doctor`: whether this machine and this folder are fit to work with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.cli.examination import Found


@new_command("doctor")
@options.shape("text", "plain", "json")
@options.lang
def command(*, shape: str) -> int:
    """Examine everything; one that goes wrong does not stop the others."""
    from maatwerk.cli.examination import examine
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens.doctor import screen

    with terminal.busy(say("cli.busy.machine"), plain=shape != "text"):
        found = examine()
    if shape == "json":
        click.echo(machine.as_text(machine.examined(found)))
    else:
        terminal.show(screen(found), plain=shape == "plain")
    return _worst(found)


def _worst(found: Sequence[Found]) -> int:
    """The exit code of the gravest: an altered register before differing reasoners before the rest."""
    return max((each.exit_code for each in found), default=0)
