"""`maatwerk register verify`: whether anything in the register was altered."""

from __future__ import annotations

import click

from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command

NOT_WHOLE = 7


@new_command("register.verify")
@options.shape("text", "plain", "json")
@options.lang
def command(*, shape: str) -> int:
    """Verify; reads only."""
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import register as register_screen
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register

    organisation = Organisation.find()
    register = Register.open(organisation.register, create=False)
    with terminal.busy(say("cli.busy.register"), plain=shape != "text"):
        found = register.verify()
    if shape == "json":
        click.echo(machine.as_text(machine.verified(found)))
    else:
        terminal.show(register_screen.verified(found, organisation.settings.name), plain=shape == "plain")
    return 0 if found.whole else NOT_WHOLE
