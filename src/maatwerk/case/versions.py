"""Which version of the rules a record belongs to, where the reference date stands in a list (`peildatum: l.dag`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.expressions.values import exactly
from maatwerk.ruleset import library
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.case.model import GivenList
    from maatwerk.case.splitting import InForce
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A record (from 0) whose day lies outside this version. `version`: the one it belongs to; None when unknown."""

    list: str
    field: str
    record: int
    version: library.Version | None


def records_elsewhere(
    ruleset: Ruleset, lists: dict[str, GivenList], in_force: InForce | None = None
) -> Iterator[Elsewhere]:
    """The records that another version of the rules is about. A record whose day is not known stays.

    `in_force` says which version is used on a day; else that follows from the versions beside this one.
    """
    name, field = list_and_field(ruleset.header.reference_date)
    if not name or name not in lists:
        return
    file = Path(ruleset.file)
    versions = library.versions(file.parent.parent, file.parent.name)
    for number, record in enumerate(lists[name].records):
        on = exactly(record[field].value) if field in record else None
        if not isinstance(on, date):
            continue
        right = in_force(on) if in_force else next(iter(library.on_day(versions, on)), None)
        here = right is not None and right.path == file if in_force else _here(ruleset, versions, on)
        if not here:
            yield Elsewhere(name, field, number, right)


def _here(ruleset: Ruleset, versions: tuple[library.Version, ...], on: date) -> bool:
    header = ruleset.header
    later = [each.valid_from for each in versions if each.valid_from > header.valid_from]
    until = min([*later, *([header.valid_until] if header.valid_until else [])], default=date.max)
    return header.valid_from <= on < until
