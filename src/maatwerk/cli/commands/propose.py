"""`maatwerk propose`: every lawful way out of a case, computed again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command
from maatwerk.text import language, say

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.case.model import Case


@new_command("propose")
@options.case_file
@options.notes
@options.on
@options.everything
@options.shape("text", "plain", "json")
@options.lang
def command(*, case_file: Path, notes: tuple[str, ...], on: date | None, everything: bool, shape: str) -> int:
    """Propose. What the person saw herself is kept in the case, so that `decide` knows it too."""
    from maatwerk.cli.counter import keep
    from maatwerk.cli.desk import for_case
    from maatwerk.cli.screens import as_json
    from maatwerk.cli.screens import check as check_screen
    from maatwerk.cli.screens import propose as propose_screen
    from maatwerk.cli.versions import told_of_draft

    desk, case = for_case(case_file, on)
    case, added = _with_notes(case, notes)
    if added:
        keep(desk, case, case_file)
    assessment = desk.check(case)
    if shape == "json":
        click.echo(as_json(assessment))
    else:
        title = desk.ruleset.header.title_in(language())
        screen = propose_screen.screen(assessment, title, case=case.id, file=str(case_file), everything=everything)
        terminal.show(screen, plain=shape == "plain")
        terminal.remark_if(told_of_draft(desk.newer_draft))
        if added:
            terminal.told(say("cli.propose.kept", file=case_file))
    return check_screen.exit_code(assessment)


def _with_notes(case: Case, notes: tuple[str, ...]) -> tuple[Case, bool]:
    new = tuple(note.strip() for note in dict.fromkeys(notes) if note.strip() and note.strip() not in case.notes)
    return (replace(case, notes=(*case.notes, *new)), True) if new else (case, False)
