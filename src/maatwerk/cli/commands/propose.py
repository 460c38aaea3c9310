"""`maatwerk propose`: every lawful way out of a case, computed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.errors import MaatwerkError
from maatwerk.basics.text import language, say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.case.model import Case
    from maatwerk.cli.desk import Desk


@new_command("propose")
@options.case_file
@options.notes
@options.part
@options.on
@options.everything
@options.shape("text", "plain", "json")
@options.lang
def command(
    *, case_file: Path, notes: tuple[str, ...], part: str, on: date | None, everything: bool, shape: str
) -> int:
    """Propose. What the person saw herself is kept in the case, so that `decide` knows it too."""
    from maatwerk.cli import parts as in_parts
    from maatwerk.cli.desk import for_parts, the_part

    found = for_parts(case_file, on)
    found = (the_part(found, part),) if part else found
    added = _new_notes(found[0].part.case, notes)
    if added:
        _keep(case_file, added)
        found = tuple(each.with_notes(added) for each in found)
    if len(found) > 1 or part:
        code = in_parts.propose(found, str(case_file), in_parts.Showing(shape, everything))
    else:
        code = _proposed(found[0].desk, found[0].part.case, str(case_file), shape=shape, everything=everything)
    if added and shape != "json":
        terminal.told(say("cli.propose.kept", file=case_file))
    return code


def _proposed(desk: Desk, case: Case, file: str, *, shape: str, everything: bool) -> int:
    from maatwerk.cli.screens import as_json
    from maatwerk.cli.screens import check as check_screen
    from maatwerk.cli.screens import propose as propose_screen

    assessment = desk.check(case)
    if shape == "json":
        click.echo(as_json(assessment))
    else:
        title = desk.ruleset.header.title_in(language())
        screen = propose_screen.screen(assessment, title, case=case.id, file=file, everything=everything, may=desk.may)
        terminal.show(screen, plain=shape == "plain")
        terminal.remark_if(desk.remark)
    return check_screen.exit_code(assessment)


def _new_notes(case: Case, notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(note.strip() for note in dict.fromkeys(notes) if note.strip() and note.strip() not in case.notes)


def _keep(file: Path, notes: tuple[str, ...]) -> None:
    """Add notes to the case file. Raises MaatwerkError where that cannot be."""
    from maatwerk.case.writing import write_notes

    try:
        write_notes(file, notes)
    except OSError:
        raise MaatwerkError(say("cli.error.cannot_write", file=file)) from None
