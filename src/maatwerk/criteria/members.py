"""Names of what stands in a record: a criterion per record is `name#2`, a field of a record `list[2].field`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.model import Fact, Ruleset

_FIELD = re.compile(r"([a-z_][a-z0-9_]*)\[([0-9]+)\]\.([a-z_][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class RecordValues:
    """The known values of the records of a list. Not complete: there may be more."""

    records: tuple[Mapping[str, Value], ...]
    complete: bool = True

    def given(self, number: int, field: str, value: Value) -> RecordValues:
        """The same with one field (of record `number`, from 0) known."""
        changed = {**self.records[number], field: value}
        return RecordValues((*self.records[:number], changed, *self.records[number + 1 :]), self.complete)

    def without(self, name: str, field: str) -> tuple[str, ...]:
        """The names of a field in the records of this list (`name`) that do not have it."""
        numbered = enumerate(self.records)
        return tuple(
            field_name(name, number, field)
            for number, record in numbered
            if field not in record or not record[field].known
        )


class RecordPlace(NamedTuple):
    """A field of a record; `number` from 0."""

    list: str
    number: int
    field: str


def split(member: str) -> tuple[str, int | None]:
    """A member as criterion and record (from 0), or None for the case itself."""
    name, mark, number = member.partition("#")
    return (name, int(number) - 1) if mark else (name, None)


def criterion_of(member: str) -> str:
    """The criterion of a member."""
    return split(member)[0]


def record_place(name: str) -> RecordPlace | None:
    """`medebewoners[2].student` as a place; None for a fact of the case."""
    match = _FIELD.fullmatch(name)
    return RecordPlace(match[1], int(match[2]) - 1, match[3]) if match else None


def field_name(list_name: str, number: int, field: str) -> str:
    """The name of a field of a record (`number` from 0): `medebewoners[2].student`."""
    return f"{list_name}[{number + 1}].{field}"


def base_name(name: str) -> str:
    """What a name belongs to: the list of `giften[2].bedrag`, or the fact itself."""
    return name.partition("[")[0]


def field_of(ruleset: Ruleset, name: str) -> Fact:
    """The field with this short name, whichever list it belongs to. Raises KeyError."""
    for each in ruleset.lists.values():
        if name in each.fields:
            return each.fields[name]
    raise KeyError(name)


def stands_in(ruleset: Ruleset, list_name: str, name: str) -> bool:
    """Whether a name stands in the records of a list: a field, or a calculation or criterion for each record."""
    block = ruleset.criteria.get(name) or ruleset.calculations.get(name)
    return name in ruleset.lists[list_name].fields or (block is not None and block.per == list_name)
