"""A term counted from a day: `10 werkdagen`, `3 maanden`, `8 weken`."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from dateutil.relativedelta import relativedelta

from maatwerk.basics.deadlines import add_working_days

WORKING_DAYS, DAYS, WEEKS, MONTHS, YEARS = "werkdagen", "dagen", "weken", "maanden", "jaar"
UNITS = {
    "werkdag": WORKING_DAYS, WORKING_DAYS: WORKING_DAYS, "dag": DAYS, DAYS: DAYS, "week": WEEKS, WEEKS: WEEKS,
    "maand": MONTHS, MONTHS: MONTHS, YEARS: YEARS, "jaren": YEARS,
}  # fmt: skip
IN_A_YEAR = {DAYS: 365, WEEKS: 52, MONTHS: 12, YEARS: 1}
"""How often an amount of each period is paid in a year. Working days are counted on the calendar."""


def term_end(start: date, term: tuple[int, str]) -> date:
    """The last day of a term from `start`; working days by the Algemene termijnenwet. Unit as written in a ruleset."""
    number, unit = term[0], UNITS[term[1]]
    match unit:
        case "werkdagen":
            return add_working_days(start, number)
        case "dagen":
            return start + timedelta(days=number)
        case "weken":
            return start + timedelta(weeks=number)
        case "maanden":
            return start + relativedelta(months=number)
        case _:
            return start + relativedelta(years=number)


def months_before(day: date, number: int) -> date:
    """The same day this many months earlier, the last of a shorter month; the first day that there is where it must."""
    months = day.year * 12 + day.month - 1 - number
    return day - relativedelta(months=number) if months >= 12 * date.min.year else date.min


def times_a_year(unit: str) -> int:
    """How often an amount a day, week, month or year is paid in a year; one without a period is paid once."""
    return IN_A_YEAR[UNITS[unit]] if unit else 1


def years_of(term: tuple[int, str]) -> Fraction | None:
    """How much of a year a term is: `3 maanden` is a quarter. None for working days: that hangs on the calendar."""
    times = IN_A_YEAR.get(UNITS[term[1]])
    return Fraction(term[0], times) if times else None


def years_between(first: date, last: date) -> Fraction:
    """How much of a year lies from the first day to the last, both with: whole months, and days. 0 where none does."""
    gone = relativedelta(min(last, date.max - timedelta(days=1)) + timedelta(days=1), first)
    years = Fraction(gone.years * 12 + gone.months, 12) + Fraction(gone.days, 365)
    return max(years, Fraction(0))
