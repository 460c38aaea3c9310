"""The clock. The only place that reads it: everything else takes the moment or the day as an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The calendar day it is in the Netherlands."""
    return dutch_day(now())


def dutch_day(moment: datetime) -> date:
    """The calendar day in the Netherlands at `moment`: after 22:00 or 23:00 UTC it is the next day there.

    Raises `ValueError` for a moment without a time zone: it would be read as the time of this machine.
    """
    if moment.tzinfo is None:
        raise ValueError("moment without a time zone")
    return moment.astimezone(DUTCH_TIME).date()
