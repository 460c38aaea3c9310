"""`maatwerk letter notice`: a letter on the way to a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language
from maatwerk.cli import options
from maatwerk.cli.base import new_command, option
from maatwerk.cli.letter_file import Layout, layout

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.cli.desk import PartAtDesk
    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Letter
    from maatwerk.letter.notice import NoticeKind

ABOUT = ("aanvullen", "horen", "verlengen", "doorsturen")


@new_command("letter.notice")
@options.case_file
@option("--about", type=click.Choice(ABOUT), required=True)
@option("--until", type=options.Day(), metavar="DAG")
@option("--reasons", type=options.FILE, metavar="BESTAND|-")
@option("--to", default="", metavar="NAAM")
@layout
@options.part
@options.on
@options.lang
def command(
    *,
    case_file: Path,
    about: NoticeKind,
    until: date | None,
    reasons: Path | None,
    to: str,
    layout: Layout,
    part: str,
    on: date | None,
) -> int:
    """Write the letter to a file or to standard output; what was checked about it goes to standard error."""
    from maatwerk.cli import traces
    from maatwerk.cli.answers import text_of
    from maatwerk.cli.desk import for_parts, the_part
    from maatwerk.cli.letter_file import content_of, pages_in, refuse_place, written
    from maatwerk.cli.screens.check import exit_code_when_done
    from maatwerk.letter.control import control_of
    from maatwerk.letter.notice import Notice, last_day_of, notice_letter

    refuse_place(layout)
    found = the_part(for_parts(case_file, on), part)
    notice = Notice(about, until, text_of(reasons) if reasons else "", to)
    draft = _draft(found, about)
    assessment = draft.decision.assessment
    traces.tell_difference(assessment)
    letter = notice_letter(draft, notice)
    content = content_of(letter, layout, found.desk.home)
    before = found.desk.register.entries("notice_written") if layout.out else ()
    with written(content, layout, {each.body["sha256"] for each in before}):
        if layout.shape != "json":
            _note(found, notice.kind, last_day_of(draft, notice), letter, content, layout.shape)
    click.echo(control_of(letter, pages_in(content, layout)).text(), err=True)
    return exit_code_when_done(assessment)


def _draft(found: PartAtDesk, about: NoticeKind) -> Draft:
    """The case as it would be decided today, by who is logged in."""
    from maatwerk.basics import clock
    from maatwerk.decision.deciding import Decided, intended
    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Sender

    desk, case = found.desk, found.part.case
    desk.refuse_withdrawn()
    by = Decided(desk.person, desk.home.people, clock.now(), "", {}, None)
    decision = intended(desk.ruleset, case, desk.check(case), by)
    return Draft(case.id, decision, desk.ruleset, Sender.of(desk.home.settings), desk.today, language(), about)


def _note(found: PartAtDesk, about: str, until: date | None, letter: Letter, content: bytes, shape: str) -> None:
    """Register that this letter was made, without a word about the case; the same letter again is the same entry."""
    from maatwerk.basics import clock
    from maatwerk.letter.offered import seal_of
    from maatwerk.register.decisions import identity_of

    seal, person = seal_of(content), found.desk.person
    body = {
        "ruleset": identity_of(found.desk.ruleset),
        "about": about,
        "until": until,
        "format": shape,
        "language": letter.lang,
        "sha256": seal,
        "person": {"id": person.id, "role": person.role},
    }
    found.desk.register.append("notice_written", body, at=clock.now(), key=f"notice:{about}:{seal}")
