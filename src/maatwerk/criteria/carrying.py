"""What stays the same when one thing of a case changes: every value that is not computed from it.

A case of 36 records is judged thousands of times with one verdict or one field changed; so only what hangs on the
change is computed again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from maatwerk.criteria.members import record_place, split
from maatwerk.expressions.names import names_in
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.model import Ruleset


class Remembering(Protocol):
    """A record, or a case, with the values that were computed so far."""

    known: dict[str, Value]


def carried(
    ruleset: Ruleset,
    before: tuple[Remembering, Mapping[str, Sequence[Remembering]]],
    after: tuple[Remembering, Mapping[str, Sequence[Remembering]]],
    changed: Collection[str],
) -> None:
    """Give a case `after` a change, and its records, the values of the case `before` it that do not hang on it.

    `changed`: facts, criteria, criteria in a record (`name#2`) and fields of records (`list[2].field`).
    """
    names = frozenset(_name(each) for each in changed)
    hanging, in_all_records = hangs_on(ruleset, names), _in_all_records(ruleset, names)
    places = {_place(ruleset, each) for each in changed}
    after[0].known = _without(before[0], hanging)
    for name, records in before[1].items():
        for number, (old, new) in enumerate(zip(records, after[1][name], strict=True)):
            new.known = _without(old, hanging if (name, number) in places else in_all_records)


def touched(ruleset: Ruleset, changed: Collection[str], member: str) -> bool:
    """Whether a criterion, or a criterion in a record, hangs on what is changed."""
    name, number = split(member)
    names = frozenset(_name(each) for each in changed)
    if number is None or (ruleset.criteria[name].per, number) in {_place(ruleset, each) for each in changed}:
        return name in hangs_on(ruleset, names)
    return name in _in_all_records(ruleset, names)


def _without(old: Remembering, names: frozenset[str]) -> dict[str, Value]:
    return {name: value for name, value in old.known.items() if name not in names}


def _name(changed: str) -> str:
    place = record_place(changed)
    return place.field if place else split(changed)[0]


def _place(ruleset: Ruleset, changed: str) -> tuple[str, int] | None:
    """The record in which a change is made."""
    place = record_place(changed)
    if place:
        return place.list, place.number
    name, number = split(changed)
    return None if number is None else (ruleset.criteria[name].per, number)


@lru_cache(maxsize=4096)
def hangs_on(ruleset: Ruleset, names: frozenset[str]) -> frozenset[str]:
    """These names, and all that is computed from them, in however many steps."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        found |= waiting
        waiting = {name for name, uses in _uses(ruleset).items() if uses & waiting} - found
    return frozenset(found)


@lru_cache(maxsize=4096)
def _in_all_records(ruleset: Ruleset, names: frozenset[str]) -> frozenset[str]:
    """What a change in one record, or of the case, changes in every record: all that hangs on a name of the case."""
    of_records = {name for each in ruleset.lists.values() for name in each.fields}
    of_records |= {name for name, each in ruleset.criteria.items() if each.per}
    of_records |= {name for name, each in ruleset.calculations.items() if each.per}
    return hangs_on(ruleset, hangs_on(ruleset, names) - of_records)


@lru_cache(maxsize=256)
def _uses(ruleset: Ruleset) -> dict[str, frozenset[str]]:
    """What each name is computed from. Norms, and which records belong to this version, hang on the reference date."""
    found = {name: names_in(each.requirement.root) for name, each in ruleset.criteria.items()}
    found |= {name: names_in(each.expression.root) for name, each in ruleset.calculations.items()}
    day = frozenset({list_and_field(ruleset.header.reference_date)[1]})
    return found | dict.fromkeys((*ruleset.norms, *ruleset.lists), day)
