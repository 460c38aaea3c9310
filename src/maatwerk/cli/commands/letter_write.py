"""`maatwerk letter write`: the letter of a registered decision."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from maatwerk.basics.text import language, say
from maatwerk.cli import options
from maatwerk.cli.base import new_command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Letter
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register
    from maatwerk.ruleset.model import Ruleset

FORMATS = ("txt", "md", "html", "json")


@new_command("letter.write")
@click.argument("number", type=options.Number(), metavar="NUMMER")
@options.shape(*FORMATS)
@options.out
@options.on
@options.lang
def command(*, number: str, shape: str, out: Path | None, on: date | None) -> int:
    """Write the letter to a file or to standard output; what was checked about it goes to standard error."""
    from maatwerk.basics import clock
    from maatwerk.basics.bounds import use
    from maatwerk.letter.control import control_of
    from maatwerk.letter.model import Sender
    from maatwerk.letter.sections import compose
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register
    from maatwerk.register.decisions import decision_from

    organisation = Organisation.find()
    use(organisation.bounds)
    register = Register.open(organisation.register, create=False)
    decision = decision_from(register.decision(number))
    rules, sender = _rules_of(decision, organisation), Sender.of(organisation.settings)
    letter = compose(number, decision, rules, sender, on or clock.today(), language())
    text, control = _text(letter, shape), control_of(letter)
    with _written(text, out):
        if shape != "json":  # data for another program is not a letter
            _note(register, letter, text, shape, control.counts)
    click.echo(control.text(), err=True)
    return 0


def _rules_of(decision: Decision, organisation: Organisation) -> Ruleset:
    """The rules as they were decided with. Raises MaatwerkError when their text has changed since."""
    from maatwerk import load_ruleset
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.decision.facts_used import on_its_days

    used = decision.assessment.ruleset
    rules = on_its_days(load_ruleset(organisation.rulesets / used.id / f"{used.valid_from}.md"), decision)
    if rules.identity.rules_hash != used.rules_hash:
        raise MaatwerkError(say("cli.letter.rules_changed", ruleset=used.id))
    return rules


def _text(letter: Letter, shape: str) -> str:
    if shape == "json":
        return json.dumps(asdict(letter), ensure_ascii=False, indent=2, default=str) + "\n"
    from maatwerk.letter.render import FORMATS as LAYOUTS
    from maatwerk.letter.render import render

    return render(letter, next(layout for layout in LAYOUTS if layout == shape))


@contextmanager
def _written(text: str, out: Path | None) -> Iterator[None]:
    """Let the letter out after what is done within, or not at all: what is not registered is no letter."""
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.cli.whole_file import replacing

    if out is None:
        yield
        click.echo(text, nl=False)
        return
    try:
        with replacing(out, text):
            yield
    except OSError:
        raise MaatwerkError(say("cli.error.cannot_write", file=out)) from None
    click.echo(say("cli.letter.written", file=out))


def _note(register: Register, letter: Letter, text: str, shape: str, issues: dict[str, int]) -> None:
    """Register that this letter was made, and which issues of its language were shown.

    The same letter with the same issues again is the same entry.
    """
    from maatwerk.basics import clock

    seal = hashlib.sha256(text.encode()).hexdigest()
    last_day = letter.last_day.day.isoformat() if letter.last_day else None
    body = {
        "number": letter.number,
        "format": shape,
        "language": letter.lang,
        "sha256": seal,
        "last_day": last_day,
        "language_issues": issues,
    }
    shown = hashlib.sha256(json.dumps(issues).encode()).hexdigest()[:16]
    register.append("letter_written", body, at=clock.now(), key=f"letter:{letter.number}:{seal}:{shown}")
