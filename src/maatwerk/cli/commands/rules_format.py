"""`maatwerk rules format`: aligned tables, keys in the order of the reference. What the rules mean stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.errors import ProblemsFound
from maatwerk.basics.text import language, say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.writing.formatted import Formatted
    from maatwerk.organisation.folder import Organisation

WOULD_CHANGE = 4


@new_command("rules.format")
@click.argument("texts", nargs=-1, required=True, metavar="REGELSET|BESTAND.md …")
@option("--check", "only_check", is_flag=True)
@option("--write", is_flag=True)
@option("--transpose", is_flag=True)
@options.shape("text", "plain", "json")
@options.lang
def command(*, texts: tuple[str, ...], only_check: bool, write: bool, transpose: bool, shape: str) -> int:
    """Format. Without --write nothing is written; with problems in any of the texts nothing is."""
    from maatwerk.basics import clock
    from maatwerk.cli.desk import organisation_here
    from maatwerk.cli.versions import newest_file

    if only_check + write + transpose > 1 or (transpose and shape == "json"):
        raise click.UsageError(say("format.one_of"))
    organisation = organisation_here()
    files = [newest_file(each, clock.today(), organisation) for each in texts]
    if transpose:
        return _transposed(files, shape)
    found = [(each, _adopted(each, organisation)) for each in _all(files)]
    for each, adopted in found:
        if write and each.changes and not adopted:
            _write(each)
    _show(found, write=write, only_check=only_check, shape=shape)
    waiting = only_check and any(each.changes and not adopted for each, adopted in found)
    return WOULD_CHANGE if waiting else 0


def _all(files: Sequence[Path]) -> list[Formatted]:
    """Every file with its form. Raises ProblemsFound with the problems of all of them."""
    from maatwerk.bench.writing.formatted import formatted_file

    made: list[Formatted] = []
    problems: list[Problem] = []
    for file in files:
        try:
            made.append(formatted_file(file))
        except ProblemsFound as found:
            problems += found.problems
    if problems:
        raise ProblemsFound(problems)
    return made


def _adopted(found: Formatted, organisation: Organisation | None) -> bool:
    """Whether exactly this text was adopted here: what a court reads does not change any more."""
    rules = found.ruleset
    if organisation is None:
        return False
    history = organisation.history(rules.id, rules.header.valid_from)
    return any(each.text_hash == rules.identity.text_hash for each in history.adoptions)


def _write(found: Formatted) -> None:
    from maatwerk.cli.whole_file import save

    save(found.file, found.after)


def _show(found: Sequence[tuple[Formatted, bool]], *, write: bool, only_check: bool, shape: str) -> None:
    from maatwerk.cli.screens import formatting as screens
    from maatwerk.cli.screens import machine

    if shape == "json":
        click.echo(machine.as_text(screens.result(found, write=write)))
        return
    for each, adopted in found:
        if not (write or only_check or adopted):
            terminal.show(screens.difference(each), plain=shape == "plain")
        terminal.told(screens.told(each, adopted=adopted, write=write))


def _transposed(files: Sequence[Path], shape: str) -> int:
    from maatwerk import load_ruleset
    from maatwerk.bench.writing.formatted import library_of, transposed
    from maatwerk.cli.screens import formatting as screens

    for file in files:
        title = load_ruleset(file, library=library_of(file)).header.title_in(language())
        terminal.show(screens.examples(title, transposed(file)), plain=shape == "plain")
    return 0
