"""What the person who decides answers: from a terminal, from a file, or from what the case already holds."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from maatwerk.case.model import Case
    from maatwerk.decision.deciding import ToAnswer


class AnswersFile(Strict):
    """A file for `--answers`: `answers` has one text for each key that `decide` names."""

    contact_moment: ContactMoment | None = None
    no_contact_reason: str = ""
    reasons: str = ""
    answers: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that `decide` needs from the person."""

    contact_moment: ContactMoment | None = None
    no_contact_reason: str = ""
    reasons: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    def with_reasons(self, text: str) -> Answers:
        """The same, with the reasons from a file of their own."""
        return replace(self, reasons=text.strip())


def from_file(file: Path, case: Case) -> Answers:
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
    moment = found.contact_moment or (None if found.no_contact_reason else from_case(case).contact_moment)
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


def from_case(case: Case) -> Answers:
    """What the case itself says: the last contact with the resident."""
    contacts = sorted(case.process.contacts, key=lambda moment: moment.on)
    return Answers(contact_moment=contacts[-1] if contacts else None)


def from_person(asked: Iterable[ToAnswer], given: Answers) -> Answers:
    """Ask everything that is needed and not given yet, in order and numbered."""
    from maatwerk.cli.screens import decide as decide_screen

    still = [each for each in asked if not _given(each, given)]
    for number, each in enumerate(still, start=1):
        click.echo()
        terminal.show(decide_screen.question(number, len(still), each.text))
        if each.kind == "contact":
            moment, reason = _contact()
            given = replace(given, contact_moment=moment, no_contact_reason=reason)
        elif each.kind == "reasons":
            given = given.with_reasons(terminal.meaningful_line("     > "))
        else:
            given = replace(given, answers={**given.answers, each.key: terminal.meaningful_line("     > ")})
    return given


def still_open(asked: Iterable[ToAnswer], given: Answers) -> list[str]:
    """What a script still has to answer, each with the key under which `--answers` takes it."""
    texts = ((each.key, each.text.replace("\n", "\n    ")) for each in asked if not _given(each, given))
    return [f"{key}: {text}" for key, text in texts]


def _given(asked: ToAnswer, given: Answers) -> bool:
    if asked.kind == "contact":
        return given.contact_moment is not None or bool(given.no_contact_reason)
    return bool(given.reasons if asked.kind == "reasons" else given.answers.get(asked.key))


def _contact() -> tuple[ContactMoment | None, str]:
    """Who spoke the resident, when, how and what was said; or why nobody did."""
    by = terminal.line(f"     {say('cli.decide.contact_by')}\n     > ")
    if not by:
        return None, terminal.meaningful_line(f"     {say('cli.decide.no_contact')}\n     > ")
    on = _day()
    how = terminal.line(f"     {say('cli.decide.contact_how')}\n     > ")
    said = terminal.needed_line(f"     {say('cli.decide.contact_said')}\n     > ")
    return ContactMoment(on=on, by=by, channel=how, said=said), ""


def _day() -> date:
    """A day that is not in the future; nothing typed means today."""
    from maatwerk.cli.options import Day

    while True:
        text = terminal.line(f"     {say('cli.decide.contact_when')}\n     > ")
        try:
            on: date = Day().convert(text, None, None) if text else clock.today()
        except click.BadParameter as wrong:
            click.echo(f"     {wrong.message}")
            continue
        if on <= clock.today():
            return on
        click.echo(f"     {say('cli.decide.in_future')}")
