"""The screens of the register: whether it is whole, and what is in it. Nothing here tells who a case was about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.clock import dutch_day
from maatwerk.basics.formatting import day, dutch_time
from maatwerk.basics.text import say
from maatwerk.cli.screens.model import Section, Table, Title, loose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.cli.screens.model import Screen
    from maatwerk.register import Entry, Verification


def verified(found: Verification, organisation: str) -> Screen:
    """What was looked at, and the verdict with what cannot be seen this way."""
    period = ""
    if found.first_day:
        first, last = (day(date.fromisoformat(each)) for each in (found.first_day, found.last_day))
        period = first if first == last else say("screen.register_period", first=first, last=last)
    head = Title(say("screen.register_title", organisation=organisation, number=found.entries, period=period))
    rows = tuple(
        (
            check.text(),
            say("screen.yes" if check.holds else "screen.no"),
            say("screen.of", count=check.count, total=check.total),
        )
        for check in found.checks
    )
    verdict = Section(say("screen.verdict"), "", loose(*found.verdict().splitlines()).body)
    return (head, Section(body=(Table(("", "", ""), rows),)), verdict)


def listed(entries: Sequence[Entry]) -> Screen:
    """Every entry on a line: place, moment, what happened."""
    if not entries:
        return (loose(say("screen.register_empty")),)
    header = tuple(say(f"screen.register_{name}") for name in ("line", "when", "what", "number", "about"))
    rows = tuple(
        (str(each.seq), _when(each), say(f"screen.event_{each.kind}"), each.number, _about(each)) for each in entries
    )
    return (Section(body=(Table(header, rows),)),)


def _when(entry: Entry) -> str:
    """A check that stopped has a week and no moment."""
    return str(entry.body["week"]) if entry.kind == "check_stopped" else f"{dutch_time(entry.at):%Y-%m-%d %H:%M}"


def _checked(entry: Entry) -> str:
    """For which day was checked, where that is another than that of the decision."""
    checked = entry.body.get("checked_on")
    same = checked in (None, dutch_day(entry.at).isoformat())
    return "" if same else f" ({say('screen.register_checked', day=checked)})"


def _about(entry: Entry) -> str:
    """What the entry is about, from its own body."""
    body = entry.body
    match entry.kind:
        case "decision_taken":
            return f"{body['ruleset']['id']}: {body['outcome_before']} → {body['outcome_after']}{_checked(entry)}"
        case "letter_written":
            return f"{body['number']} ({body['format']})"
        case "notice_written":
            return f"{body['ruleset']['id']}: {body['about']} ({body['format']})"
        case "letter_sent":
            return f"{body['number']} ({body['channel']}, {body['on']})"
        case "check_stopped":
            return f"{body['ruleset']}: {', '.join(body['codes'])}"
        case _:
            return str(body.get("ruleset", {}).get("id", ""))
