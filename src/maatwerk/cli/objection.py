"""A case about an objection: which decision that is about, and whether the objection came in time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from maatwerk.basics.formatting import day
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.case.model import Case, Objection
    from maatwerk.decision.model import Decision
    from maatwerk.register import Register


def objected_to(register: Register, objection: Objection) -> Decision:
    """The decision that was objected to.

    An objection after the last day is told, not refused: there may be a good reason (Awb 6:11). Raises RegisterRefused
    for a number that the register does not have.
    """
    from maatwerk.register.decisions import decision_from

    found = decision_from(register.decision(objection.number))
    last = _last_day(register, objection)
    if last is not None and objection.on > last:
        click.echo(say("decide.objection_late", day=day(objection.on), last=day(last)), err=True)
    return found


def with_last_day(case: Case, register: Path) -> Case:
    """The case with the last day to object, from the register, where an objection does not name it itself."""
    objection = case.process.objection
    if objection is None or objection.last_day is not None or not register.exists():
        return case
    from maatwerk.register import Register

    with Register.open(register, create=False) as opened:
        known = objection.model_copy(update={"last_day": _last_day(opened, objection)})
    return replace(case, process=case.process.model_copy(update={"objection": known}))


def _last_day(register: Register, objection: Objection) -> date | None:
    from maatwerk.letter.posted import Post

    return Post(objection.number, register.entries()).last_day
