"""A case in which nothing is unknown: what was still open gets a value that a person would choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.criteria.members import field_name
from maatwerk.exploration.pinning import pinned
from maatwerk.exploration.space import given
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations, Space

ONE_ROW = 1


def filled_up(space: Space, case: Situation) -> Situation:
    """The same case with every fact known: the first stretch of its values; of a list that was open one row."""
    at: Situations = (case,)
    for name in _unknown(at[0]):
        at = _with(space, name, at)
    for name in [each for of in at[0].lists for each in _unknown_in(at[0], of)]:
        at = _with(space, name, at)
    return pinned(at)[0]


def _unknown(case: Situation) -> Iterator[str]:
    rules = case.ruleset
    yield from (name for name in rules.facts if not case.value(name).known)
    yield from (name for name in rules.lists if name not in case.lists)


def _unknown_in(case: Situation, of: str) -> Iterator[str]:
    fields = case.ruleset.lists[of].fields
    for number, record in enumerate(case.lists[of].records):
        for name in fields:
            if name not in record or not record[name].known:
                yield field_name(of, number, name)


def _with(space: Space, name: str, at: Situations) -> Situations:
    if name not in at[0].ruleset.lists and space.fact(name).type.sort == "tekst":
        return given(at, name, Words(say("variants.words")))
    parts, _ = space.cut(name, at)
    if name in at[0].ruleset.lists:
        return parts[ONE_ROW]
    return parts[0] if parts else given(at, name, unknown_of(space.fact(name).type))
