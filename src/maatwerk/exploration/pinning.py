"""A place in the space as one case: every stretch of values becomes one value that a person would choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maatwerk.criteria.members import field_name
from maatwerk.exploration.plain import plain_value
from maatwerk.exploration.space import given
from maatwerk.expressions.values import Choice, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations
    from maatwerk.ruleset.model import Fact


def pinned(at: Situations) -> Situations:
    """The same place with each fact that is known in part at one value; facts of which nothing is known stay open."""
    for name, value in [pair for each in at for pair in _stretches(each)]:
        at = given(at, name, value)
    return at


def _stretches(situation: Situation) -> Iterator[tuple[str, Value]]:
    rules = situation.ruleset
    for name, value in situation.values.items():
        if isinstance(value, Span | Choice) and not value.known:
            yield name, _one(value, rules.facts[name], situation.today)
    for of, found in situation.lists.items():
        for number, record in enumerate(found.records):
            for name, value in record.items():
                if isinstance(value, Span | Choice) and not value.known:
                    field = rules.lists[of].fields[name]
                    yield field_name(of, number, name), _one(value, field, situation.today)


def _one(value: Span[Any] | Choice, fact: Fact, day: date) -> Value:
    if isinstance(value, Choice):
        return Choice(frozenset({min(value.options)}))
    point: Any = plain_value(value, fact.type, day)
    return Span(point, point)
