"""The terms of the Awb, moved on by the Algemene termijnenwet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from maatwerk.basics.deadlines import (
    RECOGNISED,
    add_working_days,
    appeal_to_college_last_day,
    decision_last_day,
    is_working_day,
    moved_on,
    objection_last_day,
)

OBJECTION_TERMS = [
    (date(2026, 2, 20), date(2026, 4, 3), date(2026, 4, 7)),
    (date(2026, 3, 16), date(2026, 4, 27), date(2026, 4, 28)),
    (date(2026, 3, 24), date(2026, 5, 5), date(2026, 5, 6)),
    (date(2026, 4, 2), date(2026, 5, 14), date(2026, 5, 15)),
    (date(2026, 4, 13), date(2026, 5, 25), date(2026, 5, 26)),
    (date(2026, 11, 13), date(2026, 12, 25), date(2026, 12, 28)),
    (date(2026, 11, 23), date(2027, 1, 4), date(2027, 1, 4)),
]
EIGHT_WEEKS = [
    (date(2026, 2, 9), date(2026, 4, 6), date(2026, 4, 7)),
    (date(2026, 10, 30), date(2026, 12, 25), date(2026, 12, 28)),
    (date(2026, 9, 1), date(2026, 10, 27), date(2026, 10, 27)),
]
DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(("sent", "plain", "expected"), OBJECTION_TERMS)
def test_the_last_day_to_object_moves_on_past_holidays(sent: date, plain: date, expected: date) -> None:
    found = objection_last_day(sent)

    assert (found.plain_day, found.day) == (plain, expected)


@pytest.mark.parametrize(("received", "plain", "expected"), EIGHT_WEEKS)
def test_the_eight_weeks_to_decide_move_on_too(received: date, plain: date, expected: date) -> None:
    found = decision_last_day(received, 8)

    assert (found.plain_day, found.day) == (plain, expected)


def test_the_reasons_name_every_skipped_day() -> None:
    assert objection_last_day(date(2026, 2, 20)).reasons == (
        "3 april is Goede Vrijdag",
        "4 april is een zaterdag",
        "5 april is een zondag",
        "6 april is Tweede Paasdag",
    )


def test_the_reasons_exist_in_english() -> None:
    assert objection_last_day(date(2026, 3, 24), lang="en").reasons == ("5 May is Liberation Day",)


def test_a_term_that_ends_on_a_working_day_needs_no_reason() -> None:
    assert objection_last_day(date(2026, 11, 23)).reasons == ()


@pytest.mark.parametrize("year", [2021, 2022, 2023, 2024, 2026])
def test_the_fifth_of_may_is_a_holiday_every_year(year: int) -> None:
    assert not is_working_day(date(year, 5, 5))


def test_the_kings_birthday_counts_on_the_day_it_is_celebrated() -> None:
    assert objection_last_day(date(2025, 3, 15)).reasons[0] == "26 april is Koningsdag"
    assert is_working_day(date(2025, 4, 28))


def test_no_recognised_holiday_is_missed_where_the_calendar_is_not_loaded() -> None:
    calendar = country_holidays("NL", years=range(1950, 2151), categories=("public", "optional"), language="nl")
    recognised = [day for day, name in calendar.items() if name in RECOGNISED]

    assert len(recognised) > 1000
    assert [] == [day for day in recognised if is_working_day(day)]


def test_a_term_of_more_than_twelve_weeks_is_not_moved_on() -> None:
    found = decision_last_day(date(2025, 12, 27), 14)

    assert found.day == date(2026, 4, 4)
    assert not is_working_day(found.day)


def test_ten_working_days_skip_easter() -> None:
    assert add_working_days(date(2026, 4, 1), 10) == date(2026, 4, 17)


def test_no_working_days_is_the_day_itself() -> None:
    assert add_working_days(date(2026, 4, 4), 0) == date(2026, 4, 4)


def test_a_negative_number_of_working_days_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        add_working_days(date(2026, 4, 4), -1)


@settings(max_examples=60, deadline=None)
@given(DAYS)
def test_moving_on_ends_on_the_first_working_day(day: date) -> None:
    moved = moved_on(day)

    assert is_working_day(moved)
    assert [each for each in range((moved - day).days) if is_working_day(day + timedelta(days=each))] == []


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_working_days_add_up(day: date, some: int, more: int) -> None:
    assert add_working_days(add_working_days(day, some), more) == add_working_days(day, some + more)


@pytest.mark.parametrize(
    ("suspended", "expected"),
    [
        ([], date(2026, 10, 27)),
        ([(date(2026, 9, 10), date(2026, 9, 12))], date(2026, 10, 29)),
        ([(date(2026, 9, 10), date(2026, 9, 12)), (date(2026, 9, 11), date(2026, 9, 13))], date(2026, 10, 30)),
        ([(date(2026, 9, 10), date(2026, 9, 14))], date(2026, 11, 2)),
        ([(date(2026, 9, 12), date(2026, 9, 10))], date(2026, 10, 27)),
        ([(date(2026, 8, 1), date(2026, 9, 2))], date(2026, 10, 28)),
        ([(date(2026, 10, 28), date(2026, 11, 28))], date(2026, 10, 27)),
    ],
    ids=["none", "two days", "overlapping", "to a Saturday", "turned round", "from before the receipt", "afterwards"],
)
def test_the_term_to_decide_is_longer_by_what_it_stood_still(
    suspended: list[tuple[date, date]], expected: date
) -> None:
    assert expected == decision_last_day(date(2026, 9, 1), 8, suspended=suspended).day


@given(DAYS, st.lists(st.tuples(DAYS, DAYS), max_size=4), st.tuples(DAYS, DAYS))
def test_standing_still_never_shortens_a_term(
    received: date, suspended: list[tuple[date, date]], more: tuple[date, date]
) -> None:
    without, within = (decision_last_day(received, 8, suspended=each).day for each in (suspended, [*suspended, more]))

    assert without <= within


@pytest.mark.parametrize(
    ("sent", "last_day"),
    [
        (date(2026, 3, 20), date(2026, 3, 30)),
        (date(2026, 3, 11), date(2026, 3, 23)),
        (date(2026, 3, 27), date(2026, 4, 7)),
    ],
    ids=["a Monday", "not on a Saturday", "not on Easter Monday"],
)
def test_an_appeal_to_the_college_takes_ten_days_and_ends_on_a_working_day(sent: date, last_day: date) -> None:
    assert last_day == appeal_to_college_last_day(sent).day
