"""`maatwerk rules serve`: help for who writes rulesets, in her own editor (docs/editor.md)."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from maatwerk.basics.errors import MaatwerkError, OrganisationError
from maatwerk.basics.text import say
from maatwerk.cli import options
from maatwerk.cli.base import new_command

_EXTRA = frozenset({"pygls", "lsprotocol"})


@new_command("rules.serve")
@options.lang
def command() -> int:
    """Serve."""
    from maatwerk.cli.desk import organisation_here

    try:
        from maatwerk.editor.server.serving import serve
    except ModuleNotFoundError as wrong:
        if (wrong.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise MaatwerkError(say("cli.rules.serve.not_installed")) from None
    with suppress(OrganisationError):  # wrong settings stop no editor; `rules check` tells
        organisation_here()
    if sys.stdin.isatty():  # a person typed it, and would wait for nothing
        click.echo(say("cli.rules.serve.for_editors"), err=True)
    serve()
    return 0
