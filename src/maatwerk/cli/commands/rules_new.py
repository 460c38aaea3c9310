"""`maatwerk rules new`: begin a ruleset, by questions, from one that is there, or with a short text that is right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from maatwerk.basics.errors import MaatwerkError, ProblemsFound
from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from maatwerk.bench.outline import Outline
    from maatwerk.cli.interview import Question
    from maatwerk.organisation.folder import Organisation

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
REMEDIES = ("bezwaar", "beroep", "klacht", "geen")
OUTSIDE = "M331"
OUTLINED = ("body", "purpose", "remedy", "weeks", "criteria")


@new_command("rules.new")
@click.argument("name", metavar="NAAM")
@option("--title", default="", metavar="TEKST")
@option("--start", "--valid-from", "start", type=options.Day(), metavar="DAG")
@option("--from", "source", metavar="REGELSET|BESTAND.md")
@option("--body", metavar="TEKST")
@option("--purpose", metavar="TEKST")
@option("--criterion", "criteria", metavar="WOORDEN=VRAAG", **options.PAIRS)
@option("--remedy", type=click.Choice(REMEDIES))
@option("--weeks", type=click.IntRange(1, 99), metavar="AANTAL")
@option("--ask/--no-ask", "asking", default=True, key="ask_new")
@options.lang
def command(*, name: str, title: str, start: date | None, source: str | None, asking: bool, **given: Any) -> int:  # noqa: ANN401 - options of click
    """Write the text in the rulesets of this organisation. An existing text is never overwritten."""
    from maatwerk.basics import clock
    from maatwerk.organisation.folder import Organisation

    if not NAME.fullmatch(name):
        raise click.UsageError(say("cli.rules.new.wrong_id"))
    given = {key: value for key, value in given.items() if value}
    if source and given:
        raise click.UsageError(say("outline.only_new"))
    new = _New(name, " ".join(title.split()), start or clock.today(), Organisation.find())
    if source:
        return _renewed(new, source)
    new.refuse_existing(only_this=False)
    return _begun(new, given, asking=asking and terminal.interactive())


@dataclass(frozen=True, slots=True)
class _New:
    """The text that is to be."""

    id: str
    title: str
    start: date
    home: Organisation

    @property
    def file(self) -> Path:
        """Where it will stand."""
        return self.home.rulesets / self.id / f"{self.start.isoformat()}.md"

    def refuse_existing(self, *, only_this: bool) -> None:
        """Raises MaatwerkError where there is a text of this day, or (unless `only_this`) of any.

        An unfinished text would be in force in place of those rules.
        """
        there = [self.file] if only_this else sorted(self.file.parent.glob("*.md"))
        if there and there[-1].exists():
            raise MaatwerkError(say("cli.rules.new.exists", file=there[-1]))

    def write(self, text: str) -> None:
        """Make the file, whole or not at all."""
        from maatwerk.cli.whole_file import make

        try:
            self.file.parent.mkdir(exist_ok=True)
            make(self.file, text)
        except FileExistsError:
            raise MaatwerkError(say("cli.rules.new.exists", file=self.file)) from None
        except OSError:
            raise MaatwerkError(say("cli.error.cannot_write", file=self.file)) from None


def _renewed(new: _New, source: str) -> int:
    """A new version of a text, or another ruleset with the same text."""
    from maatwerk.basics import clock
    from maatwerk.basics.formatting import day
    from maatwerk.bench.renewed import NewHead, renewed
    from maatwerk.cli.versions import newest_file
    from maatwerk.ruleset.reading import read_ruleset, read_text

    file = newest_file(source, clock.today(), new.home)
    old = read_ruleset(file)
    if old.ruleset is None:
        raise ProblemsFound([each for each in old.problems if not each.warning])
    new.refuse_existing(only_this=old.ruleset.id == new.id)
    text = renewed(file.read_bytes().decode(), NewHead(new.id, new.start, new.title))
    reading = read_text(text, str(new.file), new.home.rulesets)
    if reading.ruleset is None:
        raise ProblemsFound([each for each in reading.problems if not each.warning])
    new.write(text)
    terminal.told(say("outline.copied", source=file, file=new.file, day=day(new.start)))
    if outside := sum(each.code == OUTSIDE for each in reading.problems):
        terminal.told(say("outline.outside", number=outside))
    terminal.told(say("cli.rules.new.look", id=new.id))
    return 0


def _begun(new: _New, given: dict[str, Any], *, asking: bool) -> int:
    """A text from answers, from options, or else the one with which everybody may begin."""
    from maatwerk.bench.outline_text import written

    text = ""
    if asking:
        outline = _asked(new, given)
        if outline is None:
            terminal.told(say("outline.nothing"))
            return 0
        text = written(outline)
    elif given:
        text = written(_outline(new, given))
    new.write(text or _starter(new))
    terminal.told(say("cli.rules.new.made", file=new.file, id=new.id))
    return 0


def _outline(new: _New, given: dict[str, Any]) -> Outline:
    """What the options say; what they do not say is to be checked."""
    from maatwerk.bench.outline import Criterion, Outline

    criteria = tuple(Criterion(words, question) for words, question in given.get("criteria", ()))
    return Outline(
        id=new.id,
        title=new.title or new.id,
        body=" ".join(given.get("body", new.home.settings.body).split()),
        valid_from=new.start,
        purpose=" ".join(given.get("purpose", "").split()),
        criteria=criteria or (Criterion("eerste voorwaarde"),),
        remedy=given.get("remedy", "bezwaar"),
        weeks=given.get("weeks"),
    )


def _asked(new: _New, given: dict[str, Any]) -> Outline | None:
    """What the person answered; None when she stops at the end."""
    from maatwerk.basics.formatting import day
    from maatwerk.cli.interview import interview
    from maatwerk.cli.outlining import Begun, Outlining

    known = {key: given[key] for key in ("purpose", "remedy", "weeks") if key in given}
    begun = Begun(new.id, new.title, given.get("body") or new.home.settings.body, new.start, **known)
    terminal.told(say("outline.begin", id=new.id, day=day(new.start)))

    def questions(ask: Callable[[Question], str]) -> Outline | None:
        outline = Outlining(begun, ask).outline()
        return outline if _agreed(new, outline, ask) else None

    return interview(questions)


def _agreed(new: _New, outline: Outline, ask: Callable[[Question], str]) -> bool:
    """Show what was answered and how much is still to be checked; the person says whether the text may be made."""
    from maatwerk.bench.outline_text import written
    from maatwerk.cli.interview import Question
    from maatwerk.cli.screens import outline as screens

    click.echo()
    terminal.show(screens.summary(outline, doubts=written(outline).count("\n- nagaan: ")))
    choices = tuple((each, say(f"outline.final.{each}")) for each in ("make", "stop"))
    return ask(Question(say("outline.make", file=new.file), "make", choices)) == "make"


def _starter(new: _New) -> str:
    from importlib import resources

    from maatwerk.ruleset.blocks import prose_heading

    text = resources.files("maatwerk").joinpath("starter", "ruleset.md").read_text(encoding="utf-8")
    title = new.title or new.id
    filled = {
        "@id@": new.id, "@title@": title, "@heading@": prose_heading(title), "@start@": new.start.isoformat()
    }  # fmt: skip
    return re.sub("@[a-z]+@", lambda place: filled[place.group()], text)
