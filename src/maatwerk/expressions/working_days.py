"""Working days of the Algemene termijnenwet, as spans: beyond the years with a calendar only a bound is known."""

from __future__ import annotations

from datetime import date, timedelta

from maatwerk.basics.deadlines import add_working_days, is_working_day, moved_on
from maatwerk.expressions.values import DateSpan, Span

FIRST, LAST = date(1966, 1, 1), date(2100, 12, 31)  # the law is of 1964; holidays are known from and up to here
MOST = 2600  # working days, some ten years: no term is longer, and counting them one by one stays fast
ONE_DAY = timedelta(days=1)


def working_day_from(day: date) -> DateSpan:
    """The day itself, or the first working day after it (Algemene termijnenwet, article 1)."""
    return _within_calendar(day, 0, moved=True)


def working_days_later(day: date, count: int) -> DateSpan:
    """The `count`-th working day after a day; below 0 before it; 0 is the day itself."""
    return _within_calendar(day, count)


def _within_calendar(day: date, count: int, *, moved: bool = False) -> DateSpan:
    found = _counted(min(max(day, FIRST), LAST), min(max(count, -MOST), MOST), moved=moved)
    early, late = day < FIRST or count < -MOST, day > LAST or count > MOST
    return Span(None if early or found < FIRST else found, None if late or found > LAST else found)


def _counted(day: date, count: int, *, moved: bool) -> date:
    if moved:
        return moved_on(day)
    return add_working_days(day, count) if count >= 0 else _back(day, -count)


def _back(day: date, count: int) -> date:
    while count:
        day -= ONE_DAY
        count -= is_working_day(day)
    return day
