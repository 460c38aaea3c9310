"""The last day to object for every sending day of two years, computed a second time from the text of the law."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from maatwerk.basics.deadlines import decision_last_day, objection_last_day

DAY = timedelta(days=1)
EVERY_DAY = [date(2026, 1, 1) + number * DAY for number in range(730)]
FROM_THE_PAPER = [
    (date(2026, 2, 20), date(2026, 4, 7)),
    (date(2026, 3, 16), date(2026, 4, 28)),
    (date(2026, 3, 24), date(2026, 5, 6)),
    (date(2026, 4, 2), date(2026, 5, 15)),
    (date(2026, 4, 13), date(2026, 5, 26)),
    (date(2026, 11, 13), date(2026, 12, 28)),
    (date(2026, 11, 23), date(2027, 1, 4)),
]
"""Sent and last day, found by hand with a calendar."""


def easter(year: int) -> date:
    """Easter Sunday, by the formula of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - moved + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> set[date]:
    """Algemene termijnenwet, article 3: the recognised holidays, 5 May, and Good Friday beside them."""
    sunday = easter(year)
    king = date(year, 4, 27)
    fixed = {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    moving = {sunday + number * DAY for number in (-2, 1, 39, 50)}
    return fixed | moving | {king - DAY if king.isoweekday() == 7 else king}


def by_the_law(start: date, weeks: int) -> date:
    """The term begins the day after (Awb 6:8) and lasts so many weeks (6:7); article 1 moves its end on."""
    first = start + DAY
    last = first + weeks * 7 * DAY - DAY
    while last.isoweekday() > 5 or last in holidays(last.year):
        last += DAY
    return last


def test_easter_is_where_the_calendar_has_it() -> None:
    found = [easter(year) for year in (2024, 2025, 2026, 2027, 2028, 2038)]
    assert found == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2028, 4, 16),
        date(2038, 4, 25),
    ]


@pytest.mark.parametrize(("sent", "last_day"), FROM_THE_PAPER)
def test_the_second_computation_agrees_with_a_calendar(sent: date, last_day: date) -> None:
    assert by_the_law(sent, 6) == last_day


def test_the_last_day_to_object_for_every_sending_day_of_two_years() -> None:
    assert {sent: objection_last_day(sent).day for sent in EVERY_DAY} == {
        sent: by_the_law(sent, 6) for sent in EVERY_DAY
    }


@pytest.mark.parametrize("weeks", [8, 12])
def test_the_last_day_to_decide_for_every_day_of_receipt_of_two_years(weeks: int) -> None:
    assert {day: decision_last_day(day, weeks).day for day in EVERY_DAY} == {
        day: by_the_law(day, weeks) for day in EVERY_DAY
    }
