"""Last days of terms: Awb 6:7 and 6:8, moved on as the Algemene termijnenwet says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dateutil.easter import easter

from maatwerk.formatting import day_and_month
from maatwerk.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

WEEKS_TO_OBJECT = 6  # Awb 6:7
LONGEST_MOVED_WEEKS = 12  # Algemene termijnenwet, article 4: longer terms end on their plain day
SATURDAY, SUNDAY = 5, 6

FROM = 1966  # the first whole year of the law
KING, QUEEN = (4, 27), (4, 30)  # the King's birthday; until 2014 the Queen's
KINGS_FIRST, MOVED_BACK_FROM = 2014, 1980  # on a Sunday it is kept a day earlier; before 1980 a day later
# Algemene termijnenwet, article 3, first and second paragraph; Easter Sunday and Whit Sunday are Sundays.
FIXED = {(1, 1): "new_years_day", (5, 5): "liberation_day", (12, 25): "christmas_day", (12, 26): "boxing_day"}
FROM_EASTER = {-2: "good_friday", 1: "easter_monday", 39: "ascension_day", 50: "whit_monday"}
# Days made equal to a holiday by royal decree (article 3, third paragraph): add them with their Staatsblad number.
EQUATED: dict[date, str] = {}


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of a term. `plain_day` is before moving on; `reasons` names every day that was skipped."""

    day: date
    plain_day: date
    reasons: tuple[str, ...] = ()


def objection_last_day(sent: date, *, lang: str | None = None) -> LastDay:
    """Last day to object to a decision that was sent on `sent`: six weeks from the day after (Awb 6:7, 6:8)."""
    return _last_day(sent, WEEKS_TO_OBJECT, lang)


def decision_last_day(
    received: date, weeks: int, *, suspended: Iterable[tuple[date, date]] = (), lang: str | None = None
) -> LastDay:
    """Last day to decide on what was received on `received`, with a term of `weeks` (Awb 4:13).

    `suspended`: when the term stood still (Awb 4:15), each from a first day up to the day on which it ran again.
    """
    return _last_day(received, weeks, lang, suspended)


def prolonged(last: date, suspended: Iterable[tuple[date, date]], *, since: date = date.min) -> date:
    """A last day, later by the days on which the term stood still (Awb 4:15). A day in two of them counts once.

    Days before `since`, and what began when the term was over, do not count.
    """
    counted = since
    for first, again in sorted(suspended):
        start = max(first, counted)
        if start < again and start <= moved_on(last):
            last = days_after(last, (again - start).days)
            counted = again
    return last


def days_after(day: date, number: int) -> date:
    """The day this number of days later, or the last day that there is."""
    return day + timedelta(days=min(number, (date.max - day).days))


def _last_day(start: date, weeks: int, lang: str | None, suspended: Iterable[tuple[date, date]] = ()) -> LastDay:
    plain_day = prolonged(days_after(start, 7 * weeks), suspended, since=start)
    if weeks > LONGEST_MOVED_WEEKS:
        return LastDay(plain_day, plain_day)
    day = moved_on(plain_day)
    skipped = (plain_day + timedelta(days=number) for number in range((day - plain_day).days))
    return LastDay(day, plain_day, tuple(why_free(each, lang=lang) for each in skipped))


def moved_on(day: date) -> date:
    """The day itself, or the first working day after it (Algemene termijnenwet, article 1)."""
    while day < date.max and not is_working_day(day):
        day += timedelta(days=1)
    return day


def is_working_day(day: date) -> bool:
    """Whether the day is no Saturday, no Sunday and no recognised holiday (Algemene termijnenwet, article 3)."""
    return day.weekday() not in {SATURDAY, SUNDAY} and _holiday(day) is None


def add_working_days(day: date, n: int) -> date:
    """The `n`-th working day after `day`; `n` is 0 or more, and 0 gives the day itself."""
    if n < 0:
        raise ValueError(n)
    for _ in range(n):
        day = moved_on(day + timedelta(days=1))
    return day


def why_free(day: date, *, lang: str | None = None) -> str:
    """Why a day is not a working day: `3 april is Goede Vrijdag`. Empty for a working day."""
    key = _holiday(day) or {SATURDAY: "saturday", SUNDAY: "sunday"}.get(day.weekday())
    if key is None:
        return ""
    name = say(f"deadlines.{key}", lang=lang)
    return say("deadlines.skipped", lang=lang, day=day_and_month(day, lang), name=name)


def _holiday(day: date) -> str | None:
    return EQUATED.get(day) or (_calendar(day.year).get(day) if day.year >= FROM else None)


@cache
def _calendar(year: int) -> dict[date, str]:
    """The recognised holidays of a year, each with its key in our catalogue."""
    sunday = easter(year)
    moving = {sunday + timedelta(days=days): name for days, name in FROM_EASTER.items()}
    fixed = {date(year, month, day): name for (month, day), name in FIXED.items()}
    return {_kings_day(year): "kings_day"} | moving | fixed


def _kings_day(year: int) -> date:
    """The day on which the birthday is kept."""
    day = date(year, *(KING if year >= KINGS_FIRST else QUEEN))
    if day.weekday() != SUNDAY:
        return day
    return day + timedelta(days=-1 if year >= MOVED_BACK_FROM else 1)
