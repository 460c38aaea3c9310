"""What the commands about letters share: the decision of a number, its rules, and its letter as of a day."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path  # noqa: TC003
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from maatwerk.basics.text import say
from maatwerk.cli import options
from maatwerk.cli.base import option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from maatwerk.decision.model import Decision
    from maatwerk.letter.model import Letter
    from maatwerk.organisation.folder import Organisation
    from maatwerk.register import Register
    from maatwerk.ruleset.model import Ruleset


class Layout(NamedTuple):
    """What a letter looks like and where it goes: the format, in large print or not, to a file or the screen."""

    shape: str
    large: bool
    out: Path | None


def layout(function: Callable[..., int]) -> Callable[..., int]:
    """The options that make a `Layout`: `--format`, `--large` and `--out`."""

    @wraps(function)
    def packed(*, shape: str, large: bool, out: Path | None, **others: Any) -> int:  # noqa: ANN401 - of any command
        return function(layout=Layout(shape, large, out), **others)

    return options.shape(*SHAPES)(option("--large", is_flag=True)(options.out(packed)))


SHAPES = ("txt", "md", "html", "docx", "pdf", "aloud", "json")


@dataclass(frozen=True, slots=True)
class Found:
    """A decision with its letter, and where both came from."""

    organisation: Organisation
    register: Register
    decision: Decision
    letter: Letter


def letter_of(number: str, sent_on: date, lang: str) -> Found:
    """The letter of a registered decision, sent on a day. Raises MaatwerkError, LetterIncomplete, RegisterRefused."""
    from maatwerk.basics.bounds import use
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
    return Found(organisation, register, decision, compose(number, decision, rules, sender, sent_on, lang))


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


def content_of(letter: Letter, layout: Layout, organisation: Organisation) -> bytes:
    """The letter as it goes out, or as data for another program (`json`)."""
    if layout.shape == "json":
        return (json.dumps(asdict(letter), ensure_ascii=False, indent=2, default=str) + "\n").encode()
    from maatwerk.letter.formats import FORMATS as LAYOUTS
    from maatwerk.letter.formats import document
    from maatwerk.letter.formats.style import style_of

    style = style_of(organisation)
    form = next(form for form in LAYOUTS if form == layout.shape)
    return document(letter, form, style.in_large_print() if layout.large else style)


def refuse_on_a_screen(layout: Layout) -> None:
    """A format that is no text goes to a file, or to another program."""
    from maatwerk.basics.errors import MaatwerkError
    from maatwerk.letter.formats import BINARY

    if layout.shape in BINARY and layout.out is None and sys.stdout.isatty():
        raise MaatwerkError(say("letter.format.to_a_file", form=layout.shape))


@contextmanager
def written(content: bytes, layout: Layout) -> Iterator[None]:
    """Let the letter out after what is done within, or not at all: what is not registered is no letter."""
    from maatwerk.cli.whole_file import saving
    from maatwerk.letter.formats import BINARY

    out = layout.out
    if out is None:
        yield
        click.echo(content if layout.shape in BINARY else content.decode(), nl=False)
        return
    with saving(out, content):
        yield
    click.echo(say("cli.letter.written", file=out))
