"""Which versions of the rules a case falls in: one, or more where its dates lie on both sides of a change of the law.

A version says what dates a case (`peildatum`): a fact, or a field of a list. A list that dates the case in one version
dates it in all: each of its rows belongs to the version in force on its own day. This looks at a case before it is
read, for only then is known against which rules to read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.case.typed import iso_date
from maatwerk.ruleset.library import Version
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.case.strict_json import Json

InForce = Callable[[date], Version | None]
"""The version of the rules that is used on a day; None when there is none."""
Rows = dict[str, tuple[int, ...]]
"""Rows (from 0) of lists."""
UNDATED, NOWHERE = "undated", "nowhere"


@dataclass(frozen=True, slots=True)
class Share:
    """What of a case one version is about: the rows of the lists that date the case."""

    version: Version
    rows: Rows


@dataclass(frozen=True, slots=True)
class Split:
    """The shares of a case, oldest rules first.

    `undated` rows belong to no version for sure; for `nowhere` rows there is no version, nor for the day of the facts
    in `outside`. `lists` date the case.
    """

    shares: tuple[Share, ...]
    undated: Rows
    nowhere: Rows
    lists: frozenset[str]
    outside: tuple[str, ...]


def split(data: Json, versions: Iterable[Version], in_force: InForce) -> Split:
    """Divide a case as it was written over the versions it falls in. A wrong date is taken as not known."""
    raw = data.get("facts") if isinstance(data, dict) else None
    facts = raw if isinstance(raw, dict) else {}
    used = [each for each in versions if in_force(each.valid_from) == each]
    rows: dict[Version | str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    days = {name: day for name in dict.fromkeys(each.reference_date for each in used) if (day := _day(facts.get(name)))}
    for name, day in days.items():
        led_to = in_force(day)
        if led_to is not None and led_to.reference_date == name:
            rows[led_to] = defaultdict(list)
    dating = {each.reference_date: each for each in used if "." in each.reference_date}  # the newest of each
    for name, newest in dating.items():
        of_list, _, field = name.partition(".")
        for number, record in enumerate(records_of(facts.get(of_list))):
            day = _day(record.get(field) if isinstance(record, dict) else None)
            version = None if day is None else in_force(day)
            rows[version or (UNDATED if day is None else NOWHERE)][of_list].append(number)
        _somewhere(rows, newest)
    found = {key: {name: tuple(numbers) for name, numbers in each.items()} for key, each in rows.items()}
    shares = [Share(version, each) for version, each in found.items() if isinstance(version, Version)]
    return Split(
        tuple(sorted(shares, key=lambda each: each.version.valid_from)),
        found.get(UNDATED, {}),
        found.get(NOWHERE, {}),
        frozenset(name.partition(".")[0] for name in dating),
        tuple(name for name, day in days.items() if in_force(day) is None),
    )


def _somewhere(rows: dict[Version | str, dict[str, list[int]]], newest: Version) -> None:
    """Rows that no version holds for sure are read with the newest that asks for them."""
    of_list = newest.reference_date.partition(".")[0]
    left = any(of_list in rows.get(key, {}) for key in (UNDATED, NOWHERE))
    if left and not any(isinstance(each, Version) and each.reference_date == newest.reference_date for each in rows):
        rows[newest] = defaultdict(list)


def reference_day(data: Json, version: Version, in_force: InForce) -> date | None:
    """The day that leads a case as it was written to this version: of a list, that of its first such row."""
    raw = data.get("facts") if isinstance(data, dict) else None
    facts = raw if isinstance(raw, dict) else {}
    of_list, field = list_and_field(version.reference_date)
    records = records_of(facts.get(of_list)) if of_list else (facts,)
    days = (_day(record.get(field)) for record in records if isinstance(record, dict))
    return next((day for day in days if day and in_force(day) == version), None)


def records_of(raw: Json) -> tuple[Json, ...]:
    """The rows of a list as written, whichever of its two forms it has."""
    found = raw.get("records") if isinstance(raw, dict) else raw
    return found if isinstance(found, tuple) else ()


def _day(raw: Json) -> date | None:
    value = raw.get("value") if isinstance(raw, dict) else raw
    return iso_date(value) if isinstance(value, str) else None
