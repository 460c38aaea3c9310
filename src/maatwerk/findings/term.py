"""The last day on which the decision must be taken, as far as it is known (Awb 4:13-4:15; Algemene termijnenwet)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from maatwerk.basics.deadlines import decision_last_day, moved_on, prolonged
from maatwerk.criteria.unresolved import unresolved_name
from maatwerk.expressions.values import Span

if TYPE_CHECKING:
    from maatwerk.expressions.values import DateSpan
    from maatwerk.findings.view import View

WEEKS_ON_OBJECTION = 6
"""Without an advisory committee and without an extension, which give more time."""


def last_day(view: View) -> DateSpan | None:
    """From the first to the last day that it can be; None where there is no term, or no day of receipt.

    While the term stands still it has no last end; its first is what it would be if the term ran again today.
    """
    header, received = view.situation.ruleset.header, view.received
    objection = view.process.objection
    if objection is not None:
        return _on_objection(view, objection.last_day)
    if header.term_calculation:
        found = _calculated(view, header.term_calculation)
    elif header.term_weeks is not None and received is not None:
        found = Span.point(decision_last_day(received, header.term_weeks, suspended=_suspended(view)).day)
    else:
        return None
    still = any(each.end is None for each in view.process.suspended)
    return Span(found.low, None) if found and still else found


def _on_objection(view: View, to_object: date | None) -> DateSpan | None:
    """Six weeks, from the day after the last day to object (Awb 7:10); not known where the case does not name that."""
    if to_object is None:
        return None
    found = decision_last_day(to_object, WEEKS_ON_OBJECTION, suspended=_suspended(view)).day
    return Span(found, None if any(each.end is None for each in view.process.suspended) else found)


def _calculated(view: View, name: str) -> DateSpan | None:
    """The calculation gives the last day itself; only what stood still comes on top."""
    value = view.situation.value(name)
    never_known = not value.known and not facts_of_term(view)
    if not isinstance(value, Span) or never_known:
        return None
    low, high = (_moved(view, end) if isinstance(end, date) else None for end in (value.low, value.high))
    return Span(low, high)


def _moved(view: View, day: date) -> date:
    return moved_on(prolonged(day, _suspended(view), since=view.received or date.min))


def _suspended(view: View) -> list[tuple[date, date]]:
    """When the term stood still; where it still does: up to today."""
    return [(each.start, each.end or view.today) for each in view.process.suspended]


def facts_of_term(view: View) -> frozenset[str]:
    """The unknown facts behind the last day."""
    name = view.situation.ruleset.header.term_calculation
    found = unresolved_name(name, view.situation) if name else frozenset()
    return found - view.situation.values.keys()
