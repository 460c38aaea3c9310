"""The screens about adopting anew and withdrawing: what that changes for rules and decisions that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.cli.screens.model import Paragraph, Section, Table, Title, loose

if TYPE_CHECKING:
    from maatwerk.bench.repair import Repair, Touched
    from maatwerk.cli.screens.model import Screen
    from maatwerk.organisation.adoption import History, Withdrawal
    from maatwerk.ruleset.library import Days
    from maatwerk.ruleset.model import Ruleset


def changes(repair: Repair, history: History) -> Screen:
    """Whose place these rules take and which decisions that touches; nothing for rules that come first."""
    told = _replaces(repair) if repair.replaces else _again(history)
    if not told and not repair.touched:
        return ()
    return (loose(told), _touches(repair))


def _replaces(repair: Repair) -> str:
    return (
        say("adoption.replaces", day=day(repair.replaces), period=_in_words(repair.period)) if repair.replaces else ""
    )


def _again(history: History) -> str:
    if not history.adoptions:
        return ""
    return (
        say("adoption.once_more")
        if history.ends_withdrawn
        else say("adoption.again", day=day(history.adoptions[-1].on))
    )


def _in_words(period: Days) -> str:
    first = day(period.first) if period.first else ""
    if period.until is None:
        return say("adoption.period_from", first=first)
    return say("adoption.period_between", first=first, until=day(period.until))


def _touches(repair: Repair) -> Section:
    label, number = say("adoption.touches"), str(len(repair.touched))
    if not repair.touched:
        return Section(label, number, (Paragraph(say("adoption.touches_none")),))
    header = tuple(say(f"adoption.{name}") for name in ("number", "reference_date", "decided_on"))
    rows = tuple(_row(each) for each in repair.touched)
    return Section(label, number, (Table(header, rows), Paragraph(say("adoption.touches_some"))))


def _row(each: Touched) -> tuple[str, ...]:
    reference = each.reference_date.isoformat() if each.reference_date else say("adoption.not_known")
    return (each.number, reference, each.decided_on.isoformat())


def to_withdraw(ruleset: Ruleset, made: Withdrawal, asker: str, withdrawer: str) -> Screen:
    """Who asks, who withdraws, and what that means."""
    head = Title(ruleset.header.title_in(language()), say("screen.valid_from", day=day(made.valid_from)))
    who = say("adoption.withdraw_who", asker=asker, withdrawer=withdrawer)
    return (head, loose(who, say("adoption.withdraw_what", day=day(made.start))))
