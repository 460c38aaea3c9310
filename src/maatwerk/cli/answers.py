"""What the person who decides answers: from a terminal, from a file, or from what the case already holds."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from maatwerk.basics import clock
from maatwerk.basics.bounds import bounds, read_file
from maatwerk.basics.errors import MaatwerkError, ProblemsFound
from maatwerk.basics.problems import problem
from maatwerk.basics.text import say
from maatwerk.case.model import ContactMoment, Strict
from maatwerk.case.shape import fit, place_at
from maatwerk.case.strict_json import dotted, parse
from maatwerk.cli import terminal
from maatwerk.decision.answering import Answers, still_open, tells

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from maatwerk.case.model import Case
    from maatwerk.decision.answering import Period, ToAnswer


class AnswersFile(Strict):
    """A file for `--answers`: `answers` has one text for each key that `decide` names."""

    contact_moment: ContactMoment | None = None
    no_contact_reason: str = ""
    reasons: str = ""
    answers: dict[str, str] | None = None


def from_file(file: Path, case: Case, period: Period) -> Answers:
    """Read `--answers`; a contact that it leaves out is taken from the case.

    Raises ProblemsFound with every fault, never showing what was written.
    """
    parsed = parse(text_of(file), file.name)
    if parsed.problems:
        raise ProblemsFound(parsed.problems)
    found = fit(AnswersFile, parsed.value, (), parsed.places)
    if isinstance(found, list):
        raise ProblemsFound(found)
    if found.contact_moment is not None and found.contact_moment.on > clock.today():
        path = ("contact_moment", "on")
        raise ProblemsFound([problem("C035", place_at(path, parsed.places), where=dotted(path))])
    moment = found.contact_moment or (None if found.no_contact_reason else from_case(case, period).contact_moment)
    return Answers(moment, found.no_contact_reason, found.reasons, found.answers or {})


def text_of(file: Path) -> str:
    """The text in a file, or of standard input for `-`. Raises MaatwerkError for what cannot be read as text."""
    try:
        content = _piped() if str(file) == "-" else read_file(file)
        text = None if content is None else content.decode("utf-8-sig")
    except (OSError, ValueError):
        text = None
    if text is None:
        raise MaatwerkError(say("cli.decide.no_text", file=file.name))
    return text


def _piped() -> bytes | None:
    """Standard input; None where it is larger than a file may be."""
    content = sys.stdin.buffer.read(bounds().file_bytes + 1)
    return content if len(content) <= bounds().file_bytes else None


def from_case(case: Case, period: Period) -> Answers:
    """What the case itself says: the last contact with the resident that counts."""
    contacts = sorted((each for each in case.process.contacts if tells(each, period)), key=lambda moment: moment.on)
    return Answers(contact_moment=contacts[-1] if contacts else None)


def from_person(asked: Iterable[ToAnswer], given: Answers, period: Period) -> Answers:
    """Ask everything that is needed and not given yet, in order and numbered."""
    from maatwerk.cli.screens import decide as decide_screen

    still = still_open(asked, given, period)
    for number, each in enumerate(still, start=1):
        click.echo()
        terminal.show(decide_screen.question(number, len(still), each.text))
        if each.kind == "contact":
            moment, reason = _contact(period)
            given = replace(given, contact_moment=moment, no_contact_reason=reason)
        elif each.kind == "reasons":
            given = given.with_reasons(terminal.meaningful_line("     > "))
        else:
            given = replace(given, answers={**given.answers, each.key: terminal.meaningful_line("     > ")})
    return given


def for_a_script(left: Iterable[ToAnswer]) -> list[str]:
    """What a script still has to answer, each with the key under which `--answers` takes it."""
    texts = ((each.key, each.text.replace("\n", "\n    ")) for each in left)
    return [f"{key}: {text}" for key, text in texts]


def _contact(period: Period) -> tuple[ContactMoment | None, str]:
    """Who spoke the resident, when, how and what was said; or why nobody did."""
    by = terminal.line(f"     {say('cli.decide.contact_by')}\n     > ")
    if not by:
        return None, terminal.meaningful_line(f"     {say('cli.decide.no_contact')}\n     > ")
    on = _day(period)
    how = terminal.line(f"     {say('cli.decide.contact_how')}\n     > ")
    said = terminal.meaningful_line(f"     {say('cli.decide.contact_said')}\n     > ")
    return ContactMoment(on=on, by=by, channel=how, said=said), ""


def _day(period: Period) -> date:
    """A day that is not in the future, nor before the request came in; nothing typed means today."""
    from maatwerk.cli.options import Day

    while True:
        text = terminal.line(f"     {say('cli.decide.contact_when')}\n     > ")
        try:
            on: date = Day().convert(text, None, None) if text else period.last
        except click.BadParameter as wrong:
            click.echo(f"     {wrong.message}")
            continue
        if period.holds(on):
            return on
        wrong_day = say("cli.decide.in_future") if on > period.last else say("cli.decide.before_receipt")
        click.echo(f"     {wrong_day}")
