from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from maatwerk.basics import clock


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 31, 22, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),
    ],
    ids=["winter evening", "winter midnight", "summer evening", "summer midnight"],
)
def test_the_day_turns_at_midnight_in_the_netherlands(moment: datetime, day: date) -> None:
    assert day == clock.dutch_day(moment)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        clock.dutch_day(datetime(2026, 1, 1, 12, 0))  # noqa: DTZ001 - that is what is tested


def test_now_knows_that_it_is_utc() -> None:
    assert timedelta(0) == clock.now().utcoffset()


def test_today_is_the_dutch_day_of_now() -> None:
    before, today, after = clock.dutch_day(clock.now()), clock.today(), clock.dutch_day(clock.now())

    assert before <= today <= after
