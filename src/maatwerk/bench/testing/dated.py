"""The reference date of a row to add: a day of this version, and of the building blocks that the row is judged by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from maatwerk.criteria.members import RecordValues, field_name
from maatwerk.explanation.changes import dated_here
from maatwerk.expressions.values import Span
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.values import DateSpan, Value
    from maatwerk.ruleset.model import Ruleset


def without(situation: Situation, names: Sequence[str]) -> Situation:
    """The same case with these facts and fields left open; a reference date as far as the version goes."""
    rules = situation.ruleset
    of_list, day = list_and_field(rules.header.reference_date)
    dated = {day: _days(rules)}
    values = {name: value for name, value in situation.values.items() if name not in names}
    values |= dated if not of_list and day in names else {}
    lists = {}
    for of, found in situation.lists.items():
        records = []
        for number, record in enumerate(found.records):
            left = {field: value for field, value in record.items() if field_name(of, number, field) not in names}
            is_dated = of == of_list and field_name(of, number, day) in names
            records.append({**left, **(dated if is_dated else {})})
        lists[of] = RecordValues(tuple(records), found.complete)
    return type(situation)(rules, values, today=situation.today, received=situation.received, lists=lists)


def _days(rules: Ruleset) -> DateSpan:
    until = rules.header.valid_until
    return Span(rules.header.valid_from, until - timedelta(days=1) if until else None)


def in_this_version(situation: Situation) -> bool:
    """Whether the days that date a case, as far as they are known, lie in this version and its building blocks."""
    days = (day for day in _reference_days(situation) if isinstance(day, Span) and day.known)
    return all(isinstance(day.low, date) and dated_here(situation.ruleset, day.low) for day in days)


def _reference_days(situation: Situation) -> Iterator[Value]:
    of, name = list_and_field(situation.ruleset.header.reference_date)
    if not of:
        yield situation.value(name)
    for record in situation.lists[of].records if of in situation.lists else ():
        yield record.get(name, Span(None, None))
