"""A criterion as JSON names it: by its name, or with its list and record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.assessment.model import RecordMember
from maatwerk.criteria.members import split

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Ruleset


def named(ruleset: Ruleset, member: str) -> str | RecordMember:
    """`name`, or `{criterion, list, record}` with the record counted from 1."""
    name, number = split(member)
    if number is None:
        return name
    return RecordMember(criterion=name, list=ruleset.criteria[name].per, record=number + 1)
