"""`maatwerk rules adopt`: a second person makes a draft the rules of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.errors import StillOpen
from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from maatwerk.cli.desk import Desk
    from maatwerk.organisation.adoption import Adoption


@new_command("rules.adopt")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@option("--decision", required=True, metavar="TEKST")
@option("--published", required=True, metavar="TEKST")
@option("--drafted-by", required=True, metavar="ID")
@option("--answer", "answers", metavar="NAAM=TEKST", **options.PAIRS)
@options.on
@options.lang
def command(
    *,
    ruleset: str,
    decision: str,
    published: str,
    drafted_by: str,
    answers: tuple[tuple[str, str], ...],
    on: date | None,
) -> int:
    """Adopt: every `nagaan` is answered by name, and the answers are kept with the adoption."""
    from maatwerk.basics.formatting import day
    from maatwerk.cli.desk import for_draft
    from maatwerk.cli.screens import rules as rules_screen
    from maatwerk.ruleset.marked import marked

    desk = for_draft(ruleset, on)
    me, drafter = desk.person, desk.home.people.find(drafted_by)
    start = desk.ruleset.header.valid_from
    open_questions = marked(desk.ruleset)
    _known(open_questions, dict(answers))
    desk.home.may_adopt(desk.ruleset.id, start, drafted_by=drafted_by, adopted_by=me.id)
    terminal.show(rules_screen.to_adopt(desk.ruleset, drafter.name if drafter else drafted_by, me.name))
    answered = _answered(open_questions, dict(answers))
    if terminal.interactive() and not answers and not _confirmed(me.initials):
        click.echo(say("cli.adopt.nothing"))
        return 0
    made = _adoption(desk, drafted_by, decision, published, answered)
    desk.home.adopt(made)
    _register(desk, made)
    terminal.remark(say("cli.adopt.done", ruleset=made.ruleset, day=day(start), hash=made.rules_hash[:8]))
    return 0


def _known(open_questions: Mapping[str, str], given: Mapping[str, str]) -> None:
    """Raises click's usage error for an answer to something that nobody asked."""
    if any(name not in open_questions for name in given):
        raise click.UsageError(say("cli.adopt.strange", names=", ".join(open_questions) or "–"))


def _answered(open_questions: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """An answer for every question: as given, else asked at the terminal. Raises StillOpen where neither can."""
    answers = {}
    for name, question in open_questions.items():
        if given.get(name):
            answers[name] = given[name]
        elif terminal.interactive():
            answers[name] = terminal.needed_line(f"\n{name}: {question}\n  > ")
    missing = [name for name in open_questions if name not in answers]
    if missing:
        raise StillOpen("\n".join([say("cli.adopt.open"), *(f"  {name}: {open_questions[name]}" for name in missing)]))
    return answers


def _confirmed(initials: str) -> bool:
    typed = terminal.line("\n" + say("cli.adopt.initials"))
    return typed.replace(".", "").casefold() == initials.casefold()


def _adoption(desk: Desk, drafted_by: str, decision: str, published: str, answers: dict[str, str]) -> Adoption:
    from maatwerk.organisation.adoption import Adoption

    rules = desk.ruleset
    return Adoption(
        ruleset=rules.id,
        valid_from=rules.header.valid_from,
        rules_hash=rules.identity.rules_hash,
        text_hash=rules.identity.text_hash,
        drafted_by=drafted_by,
        adopted_by=desk.person.id,
        decision=decision,
        published=published,
        on=desk.today,
        answers=answers,
    )


def _register(desk: Desk, made: Adoption) -> None:
    from maatwerk.basics import clock

    fields = made.model_dump(mode="json")
    rules = {"id": made.ruleset} | {name: fields[name] for name in ("valid_from", "rules_hash", "text_hash")}
    told = {name: fields[name] for name in ("drafted_by", "adopted_by", "decision", "published", "on")}
    desk.register.append("ruleset_adopted", {"ruleset": rules} | told, at=clock.now())
