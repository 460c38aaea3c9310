"""A case about an objection: which decision that is about, and whether the objection came in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics.formatting import day
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.case.model import Case
    from maatwerk.cli.desk import Desk
    from maatwerk.decision.model import Decision


def objected_to(desk: Desk, case: Case) -> Decision | None:
    """The decision that was objected to; None where the case is not about an objection.

    An objection after the last day is told, not refused: there may be a good reason (Awb 6:11). Raises RegisterRefused
    for a number that the register does not have.
    """
    objection = case.process.objection
    if objection is None:
        return None
    from maatwerk.register.decisions import decision_from

    found = decision_from(desk.register.decision(objection.number))
    last = _last_day(desk, objection.number)
    if last is not None and objection.on > last:
        click.echo(say("decide.objection_late", day=day(objection.on), last=day(last)), err=True)
    return found


def _last_day(desk: Desk, number: str) -> date | None:
    """The last day to object by the letter that was sent, or else by the last one that was written."""
    from datetime import date

    for kind in ("letter_sent", "letter_written"):
        found = [each.body.get("last_day") for each in desk.register.entries(kind) if each.body["number"] == number]
        if found and found[-1]:
            return date.fromisoformat(found[-1])
    return None
