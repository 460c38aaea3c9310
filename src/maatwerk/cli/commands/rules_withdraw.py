"""`maatwerk rules withdraw`: a second person makes adopted rules a draft again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.errors import StillOpen
from maatwerk.basics.text import say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.cli.desk import Desk
    from maatwerk.organisation.adoption import Withdrawal


@new_command("rules.withdraw")
@click.argument("ruleset", metavar="REGELSET|BESTAND.md")
@option("--reason", required=True, metavar="TEKST")
@option("--decision", required=True, type=options.Words(), metavar="TEKST")
@option("--published", required=True, type=options.Words(), metavar="TEKST")
@option("--asked-by", required=True, type=options.Words(), metavar="ID")
@option("--from", "start", type=options.Day(), metavar="DAG", key="start_day")
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(
    *,
    ruleset: str,
    reason: str,
    decision: str,
    published: str,
    asked_by: str,
    start: date | None,
    on: date | None,
    shape: str,
) -> int:
    """Withdraw: kept beside the adoption; nothing that was decided changes."""
    from maatwerk.cli.desk import for_ruleset
    from maatwerk.decision.answering import meaningful

    desk = for_ruleset(ruleset, on)
    if not meaningful(reason):
        raise StillOpen(say("adoption.reason_empty"))
    if start and start < desk.today:
        raise click.UsageError(say("adoption.withdraw_past"))
    details = {"reason": reason.strip(), "decision": decision, "published": published, "asked_by": asked_by}
    made = _withdrawal(desk, {**details, "start": start or desk.today})
    if shape != "json" and not _wanted(desk, made, shape):
        click.echo(say("adoption.withdraw_nothing"))
        return 0
    _keep(desk, made)
    _tell(made, shape)
    return 0


def _withdrawal(desk: Desk, details: dict[str, object]) -> Withdrawal:
    """The record to keep. Raises NotAllowed for the wrong person, OrganisationError when nothing stands."""
    from maatwerk.organisation.adoption import Withdrawal

    rules, me = desk.ruleset, desk.person.id
    history = desk.home.history(rules.id, rules.header.valid_from)
    stands = desk.home.may_withdraw(history, me, str(details["asked_by"]))
    same = stands.model_dump(include={"ruleset", "valid_from", "rules_hash", "text_hash"})
    return Withdrawal.model_validate({**same, **details, "withdrawn_by": me, "on": desk.today})


def _wanted(desk: Desk, made: Withdrawal, shape: str) -> bool:
    """Show what is about to happen; in a terminal the person confirms with her initials."""
    from maatwerk.cli.commands.rules_adopt import confirmed
    from maatwerk.cli.screens import adoption as screens

    asker = desk.home.people.find(made.asked_by)
    screen = screens.to_withdraw(desk.ruleset, made, asker.name if asker else made.asked_by, desk.person.name)
    terminal.show(screen, plain=shape == "plain")
    return not terminal.interactive() or confirmed(desk.person.initials, "adoption.withdraw_initials")


def _keep(desk: Desk, made: Withdrawal) -> None:
    """Write the record, and in the register that it was written; a register that cannot be opened stops both."""
    from maatwerk.basics import clock

    register = desk.register
    record = desk.home.withdraw(made).hash
    fields = made.model_dump(mode="json")
    rules = {"id": made.ruleset} | {name: fields[name] for name in ("valid_from", "rules_hash", "text_hash")}
    told = {name: fields[name] for name in ("asked_by", "withdrawn_by", "decision", "published", "on", "start")}
    register.append("ruleset_withdrawn", {"ruleset": rules, "record": record} | told, at=clock.now())


def _tell(made: Withdrawal, shape: str) -> None:
    from maatwerk.basics.formatting import day
    from maatwerk.cli.screens import machine
    from maatwerk.cli.screens import machine_adoption as shown

    if shape == "json":
        click.echo(machine.as_text(shown.withdrawn(made)))
        return
    days = {"valid_from": day(made.valid_from), "day": day(made.start)}
    terminal.remark(say("adoption.withdraw_done", ruleset=made.ruleset, **days))
