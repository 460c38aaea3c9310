"""What was searched for cliffs, in words: what is no limit but does cost a day, what has no cliff, on which days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount, day
from maatwerk.basics.text import say
from maatwerk.criteria.wording import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from maatwerk.bench.cliffs import Cliff, Cliffs

MOST_DAYS = 8
"""So many are named; JSON has them all."""


def remarks(cliffs: Cliffs, lang: str | None = None) -> Iterator[str]:
    """What stands below the limits with a cliff."""
    if not cliffs.found:
        yield say("cliff.none", lang=lang)
    calendar = next((each for each in cliffs.found if each.calendar), None)
    if calendar:
        key = "calendar_later" if calendar.more else "calendar_earlier"
        values = {"fact": readable(calendar.fact), "better": calendar.better, "worse": calendar.worse}
        yield say(f"cliff.{key}", lang=lang, loss=loss(calendar, lang), **values)
    for key, names in (("even", cliffs.even), ("open", cliffs.open)):
        if names:
            yield say(f"cliff.{key}", lang=lang, names=", ".join(map(readable, names)))
    yield say("cliff.days", lang=lang, days=_days(cliffs.days, lang))
    if cliffs.stepped:
        yield _stepped(cliffs, lang)


def _stepped(cliffs: Cliffs, lang: str | None) -> str:
    fact, days = readable(cliffs.reference_date), cliffs.stepped
    if len(days) <= MOST_DAYS:
        return say("cliff.stepped", lang=lang, fact=fact, days=_days(days, lang))
    first, last = day(days[0], lang), day(days[-1], lang)
    return say("cliff.stepped_often", lang=lang, fact=fact, number=len(days), first=first, last=last)


def loss(cliff: Cliff, lang: str | None = None) -> str:
    """What a step costs: euros, where they come every period a year; or no money but another outcome."""
    euros = amount(cliff.loss, lang) if cliff.loss else say("cliff.nothing", lang=lang)
    return say("cliff.a_year", lang=lang, amount=euros) if cliff.recurs and cliff.loss else euros


def _days(days: Iterable[date], lang: str | None) -> str:
    return ", ".join(day(each, lang) for each in days)
