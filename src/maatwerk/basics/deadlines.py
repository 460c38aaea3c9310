"""Last days of terms: Awb 6:7 and 6:8, moved on as the Algemene termijnenwet says. The only door to `holidays`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day_and_month
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

WEEKS_TO_OBJECT = 6  # Awb 6:7
DAYS_TO_APPEAL_TO_COLLEGE = 10  # Uitvoeringsregeling Invorderingswet 1990, chapter II, section 5
LONGEST_MOVED_WEEKS = 12  # Algemene termijnenwet, article 4: longer terms end on their plain day
SATURDAY, SUNDAY = 5, 6

# Algemene termijnenwet, article 3, first and second paragraph: name in `holidays` -> key in our catalogue.
# Easter Sunday and Whit Sunday are not in the law: they are Sundays.
RECOGNISED = {
    "Nieuwjaarsdag": "new_years_day",
    "Goede vrijdag": "good_friday",
    "Tweede paasdag": "easter_monday",
    "Koningsdag": "kings_day",
    "Koninginnedag": "kings_day",
    "Hemelvaartsdag": "ascension_day",
    "Tweede pinksterdag": "whit_monday",
    "Eerste kerstdag": "christmas_day",
    "Tweede kerstdag": "boxing_day",
}
# The law adds 5 May in every year; calendars often have it once in five years.
EVERY_YEAR = {
    (1, 1): "new_years_day", (5, 5): "liberation_day", (12, 25): "christmas_day", (12, 26): "boxing_day",
}  # fmt: skip
# Month and day of the earliest Good Friday and the latest Whit Monday: all others lie in between, and on a day
# outside it the calendar, which is slow to load, is not needed.
MOVABLE_FROM, MOVABLE_TO = (3, 20), (6, 14)
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


def appeal_to_college_last_day(sent: date, *, lang: str | None = None) -> LastDay:
    """Last day to appeal to the college against a decision on a waiver of taxes that was sent on `sent`."""
    return _moved(days_after(sent, DAYS_TO_APPEAL_TO_COLLEGE), lang)


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
    return _moved(plain_day, lang)


def _moved(plain_day: date, lang: str | None) -> LastDay:
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
    fixed = EQUATED.get(day) or EVERY_YEAR.get((day.month, day.day))
    movable = MOVABLE_FROM <= (day.month, day.day) <= MOVABLE_TO
    return _calendar(day.year).get(day) if movable and not fixed else fixed


@cache
def _calendar(year: int) -> dict[date, str]:
    from holidays import country_holidays  # noqa: PLC0415 - heavy, and only a term needs it

    found = country_holidays("NL", years=year, categories=("public", "optional"), language="nl")
    return {day: RECOGNISED[name] for day, name in found.items() if name in RECOGNISED}
