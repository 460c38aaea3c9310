"""The last day on which the decision must be taken, as far as it is known (Awb 4:13-4:15; Algemene termijnenwet)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.deadlines import decision_last_day, moved_on
from maatwerk.criteria.carrying import hangs_on
from maatwerk.criteria.situation import RECEIVED
from maatwerk.criteria.unresolved import unresolved_name
from maatwerk.expressions.values import Span

if TYPE_CHECKING:
    from maatwerk.expressions.values import DateSpan
    from maatwerk.findings.view import View

WEEKS_ON_OBJECTION = 6
"""Without an advisory committee and without an extension, which give more time."""
OBJECTION_LAST_DAY = "objection_last_day"


def last_day(view: View) -> DateSpan | None:
    """From the first to the last day that it can be; None where there is no term.

    On an objection six weeks from the day after the last day to object (Awb 7:10).
    """
    header, objection = view.situation.ruleset.header, view.process.objection
    if objection is not None:
        return _counted(view, objection.last_day, WEEKS_ON_OBJECTION)
    if header.term_calculation:
        return _calculated(view, header.term_calculation)
    return None if header.term_weeks is None else _counted(view, view.received, header.term_weeks)


def _counted(view: View, start: date | None, weeks: int) -> DateSpan:
    """So many weeks from a day, and what the term stood still. While it does it has no last end.

    Its first end is then what it would be if the term ran again today.
    """
    if start is None:
        return Span(None, None)
    stood_still = [(each.start, each.end or view.today) for each in view.process.suspended]
    found = decision_last_day(start, weeks, suspended=stood_still).day
    return Span(found, None if any(each.end is None for each in view.process.suspended) else found)


def _calculated(view: View, name: str) -> DateSpan | None:
    """The calculation gives the last day itself: what the term stood still is its business."""
    value = view.situation.value(name)
    if not isinstance(value, Span):
        return None
    low, high = (moved_on(end) if isinstance(end, date) else None for end in (value.low, value.high))
    return Span(low, high)


def facts_of_term(view: View) -> frozenset[str]:
    """The unknown facts behind the last day."""
    name = view.situation.ruleset.header.term_calculation
    if not name or view.process.objection is not None:
        return frozenset()
    return unresolved_name(name, view.situation) - view.situation.values.keys()


def entries_of_term(view: View) -> frozenset[str]:
    """What the case itself must tell before the last day is known: `received`, or the last day to object."""
    header, objection = view.situation.ruleset.header, view.process.objection
    if objection is not None:
        return frozenset({OBJECTION_LAST_DAY} if objection.last_day is None else ())
    name = header.term_calculation
    counts = name in hangs_on(view.situation.ruleset, frozenset({RECEIVED})) if name else header.term_weeks is not None
    return frozenset({"received"} if counts and view.received is None else ())
