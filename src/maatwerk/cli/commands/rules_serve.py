"""`maatwerk rules serve`: help for who writes rulesets, in her own editor (docs/editor.md)."""

from __future__ import annotations

from contextlib import suppress

from maatwerk.basics.errors import MaatwerkError, OrganisationError
from maatwerk.basics.text import say
from maatwerk.cli import options
from maatwerk.cli.base import new_command


@new_command("rules.serve")
@options.lang
def command() -> int:
    """Serve."""
    from maatwerk.cli.desk import organisation_here

    try:
        from maatwerk.editor.server.serving import new_server
    except ModuleNotFoundError as wrong:
        if wrong.name not in {"pygls", "lsprotocol"}:
            raise
        raise MaatwerkError(say("cli.rules.serve.not_installed")) from None
    with suppress(OrganisationError):  # wrong settings stop no editor; `rules check` tells
        organisation_here()
    new_server().start_io()
    return 0
