"""`maatwerk register list`: every line of the register, without personal data."""

from __future__ import annotations

import click

from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command


@new_command("register.list")
@options.shape("text", "plain", "json")
@options.lang
def command(*, shape: str) -> int:
    """List."""
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import register as register_screen
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register

    entries = Register.open(Organisation.find().register, create=False).entries()
    if shape == "json":
        click.echo(machine.as_text(machine.listed(entries)))
    else:
        terminal.show(register_screen.listed(entries), plain=shape == "plain")
    return 0
