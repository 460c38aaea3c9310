"""`maatwerk rules serve`: help for who writes rulesets, in her own editor (docs/editor.md)."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from maatwerk.basics.errors import OrganisationError
from maatwerk.basics.text import say
from maatwerk.cli import options
from maatwerk.cli.base import new_command


@new_command("rules.serve")
@options.lang
def command() -> int:
    """Serve."""
    from maatwerk.basics.extras import needs
    from maatwerk.cli.desk import organisation_here

    with needs("editor", "pygls", "lsprotocol"):
        from maatwerk.editor.server.serving import serve
    with suppress(OrganisationError):  # wrong settings stop no editor; `rules check` tells
        organisation_here()
    if sys.stdin.isatty():  # a person typed it, and would wait for nothing
        click.echo(say("cli.rules.serve.for_editors"), err=True)
    serve()
    return 0
