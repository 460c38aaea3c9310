"""`maatwerk rules adopt`: a second person makes a draft the rules of the house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from maatwerk.basics.errors import StillOpen
from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from maatwerk.bench.writing.repair import Repair
    from maatwerk.cli.desk import Desk
    from maatwerk.organisation.adoption import Adoption, History
    from maatwerk.register import Entry

DECISIONS = "decision_taken"


@new_command("rules.adopt")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@option("--decision", required=True, type=options.Words(), metavar="TEKST")
@option("--published", required=True, type=options.Words(), metavar="TEKST")
@option("--drafted-by", required=True, type=options.Words(), metavar="ID")
@option("--changed-by", multiple=True, type=options.Words(), metavar="ID")
@option("--reason", default="", metavar="TEKST")
@option("--answer", "answers", metavar="NAAM=TEKST", **options.PAIRS)
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(
    *,
    ruleset: str,
    changed_by: tuple[str, ...],
    answers: tuple[tuple[str, str], ...],
    on: date | None,
    shape: str,
    **words: str,
) -> int:
    """Adopt: every `nagaan` is answered by name, and the answers are kept with the adoption."""
    from maatwerk.cli.desk import for_draft
    from maatwerk.ruleset.marked import marked

    desk = for_draft(ruleset, on)
    open_questions, given = marked(desk.ruleset), dict(answers)
    _known(open_questions, given)
    authors = (words["drafted_by"], *changed_by)
    hashes = _may_adopt(desk, authors)
    asking = shape != "json" and not answers
    adopting = _Adopting(desk, _history(desk), _repair(desk), authors, asking=asking)
    adopting.show(shape)
    words["reason"] = adopting.reason(words["reason"])
    answered = _answered(open_questions, given, ask=shape != "json")
    if adopting.asking and terminal.interactive() and not confirmed(desk.person.initials, "cli.adopt.initials"):
        click.echo(say("cli.adopt.nothing"))
        return 0
    made = adopting.adoption(hashes, {**words, "changed_by": changed_by, "answers": answered})
    _keep(desk, made)
    _tell(adopting, made, shape)
    return 0


@dataclass(frozen=True, slots=True)
class _Adopting:
    """One version on its way to be adopted, and what that changes."""

    desk: Desk
    history: History
    repair: Repair
    authors: tuple[str, ...]
    asking: bool

    def show(self, shape: str) -> None:
        """Print who adopts what, and what that changes, before anything is asked."""
        from maatwerk.cli.screens import adoption as screens
        from maatwerk.cli.screens import rules as rules_screen

        if shape == "json":
            return
        known = ((each, self.desk.home.people.find(each)) for each in self.authors)
        names = ", ".join(person.name if person else each for each, person in known)
        screen = rules_screen.to_adopt(self.desk.ruleset, names, self.desk.person.name)
        terminal.show((*screen, *screens.changes(self.repair, self.history)), plain=shape == "plain")

    def reason(self, given: str) -> str:
        """Why these rules take the place of others: as given, else asked. Raises StillOpen where neither can be."""
        from maatwerk.decision.answering import meaningful

        if meaningful(given) or not (self.repair.replaces or self.history.ends_withdrawn):
            return given.strip()
        if not self.asking or not terminal.interactive():
            raise StillOpen(say("adoption.no_reason"))
        return terminal.meaningful_line(f"\n{say('adoption.ask_reason')}\n  > ")

    def adoption(self, hashes: tuple[str, ...], details: dict[str, object]) -> Adoption:
        """The record to keep."""
        from maatwerk.organisation.adoption import Adoption

        rules = self.desk.ruleset
        return Adoption.model_validate(
            {
                "ruleset": rules.id,
                "valid_from": rules.header.valid_from,
                "rules_hash": hashes[0],
                "later_hashes": hashes[1:],
                "text_hash": rules.identity.text_hash,
                "adopted_by": self.desk.person.id,
                "on": self.desk.today,
                "touches": tuple(each.number for each in self.repair.touched),
                **details,
            }
        )


def _may_adopt(desk: Desk, authors: tuple[str, ...]) -> tuple[str, ...]:
    """The hashes of the rules to adopt, by reference date. Raises NotAllowed, and OrganisationError for nothing new."""
    from maatwerk.loading.block_days import hashes_until

    desk.home.may_adopt(desk.person.id, authors)
    hashes = hashes_until(desk.ruleset, desk.today)
    desk.home.refuse_again(_history(desk), desk.ruleset.identity.text_hash, frozenset(hashes), desk.today)
    return hashes


def _history(desk: Desk) -> History:
    return desk.home.history(desk.ruleset.id, desk.ruleset.header.valid_from)


def _repair(desk: Desk) -> Repair:
    from maatwerk.bench.writing.repair import repair_by

    decisions: tuple[Entry, ...] = desk.register.entries(DECISIONS) if desk.home.register.exists() else ()
    return repair_by(desk.ruleset, desk.home, decisions)


def _known(open_questions: Mapping[str, str], given: Mapping[str, str]) -> None:
    """Raises click's usage error for an answer to something that nobody asked."""
    if any(name not in open_questions for name in given):
        raise click.UsageError(say("cli.adopt.strange", names=", ".join(open_questions) or "–"))


def _answered(open_questions: Mapping[str, str], given: Mapping[str, str], *, ask: bool) -> dict[str, str]:
    """An answer for every question: as given, else asked at the terminal. Raises StillOpen where neither can."""
    answers = {}
    for name, question in open_questions.items():
        if given.get(name):
            answers[name] = given[name]
        elif ask and terminal.interactive():
            answers[name] = terminal.needed_line(f"\n{name}: {question}\n  > ")
    missing = [name for name in open_questions if name not in answers]
    if missing:
        raise StillOpen("\n".join([say("cli.adopt.open"), *(f"  {name}: {open_questions[name]}" for name in missing)]))
    return answers


def confirmed(initials: str, key: str) -> bool:
    """Whether the person types her own initials, when asked with the text of this key."""
    typed = terminal.line("\n" + say(key))
    return typed.replace(".", "").casefold() == initials.replace(".", "").casefold()


def _keep(desk: Desk, made: Adoption) -> None:
    """Write the record, and in the register that it was written; a register that cannot be opened stops both."""
    from maatwerk.basics import clock

    register = desk.register
    record = desk.home.adopt(made).hash
    fields = made.model_dump(mode="json")
    rules = {"id": made.ruleset} | {name: fields[name] for name in ("valid_from", "rules_hash", "text_hash")}
    told = {name: fields[name] for name in ("drafted_by", "adopted_by", "decision", "published", "on")}
    register.append("ruleset_adopted", {"ruleset": rules, "record": record} | told, at=clock.now())


def _tell(adopting: _Adopting, made: Adoption, shape: str) -> None:
    from maatwerk.basics.formatting import day
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import machine_adoption as shown

    if shape == "json":
        click.echo(machine.as_text(shown.adopted(made, adopting.repair, adopting.desk.ruleset)))
        return
    terminal.remark(say("cli.adopt.done", ruleset=made.ruleset, day=day(made.valid_from), hash=made.rules_hash[:8]))
