"""Days in a case that cannot be: what was done cannot lie in the future, and no pause ends before it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place, Problem, problem
from maatwerk.case.strict_json import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from maatwerk.case.model import Case, Process
    from maatwerk.case.strict_json import Path


def ends_before_start(process: Process) -> Iterator[Path]:
    """Where a suspension (Awb 4:15) ends before it begins."""
    for number, pause in enumerate(process.suspended):
        if pause.end is not None and pause.end < pause.start:
            yield ("process", "suspended", number, "to")


def still_to_come(case: Case, today: date) -> tuple[Problem, ...]:
    """A problem for each contact moment and hearing that lies after `today`: it cannot have taken place."""
    process, place = case.process, Place(case.file or "zaak")
    days: list[tuple[Path, date | None]] = [
        (("process", "contacts", number, "on"), moment.on) for number, moment in enumerate(process.contacts)
    ]
    if process.objection is not None:
        days.append((("process", "objection", "on"), process.objection.on))
    if process.heard is not None:
        days.append((("process", "heard", "on"), process.heard.on))
    late = (path for path, day in days if day is not None and day > today)
    return tuple(problem("C035", place, where=dotted(path)) for path in late)
