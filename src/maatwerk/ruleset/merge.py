"""A ruleset with the building blocks it uses, in one name space. Which version of a building block: see used.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.ruleset.build import MAPPINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.ruleset.build import Draft


def merge(own: Draft, used: Sequence[Draft]) -> dict[str, str]:
    """Add the items of the building blocks to those of the document; tells for each name where it comes from.

    A name of a building block that the document defines too is a problem: nothing is ever overridden.
    """
    origin = dict.fromkeys(own.defined, _id(own))
    for other in used:
        for name, place in other.defined.items():
            if name in origin and not _fills(own, other, name, origin):
                at = own.defined.get(name, place)
                own.desk.report("M028", at, name=name, other=_id(other))
        origin = {**dict.fromkeys(other.defined, _id(other)), **origin}
        for mapping in MAPPINGS:
            own.parts[mapping] = {**other.parts[mapping], **own.parts[mapping]}
        own.broken = {**other.broken, **own.broken}
        own.entries = {**other.entries, **own.entries}
        own.unread += other.unread
        own.incomplete = own.incomplete or other.incomplete
        own.desk.problems += other.desk.problems
    _check_left_open(own)
    return origin


def _fills(own: Draft, other: Draft, name: str, origin: dict[str, str]) -> bool:
    """Whether this is a norm that a building block leaves to its users (value `gemeente`), with its rows elsewhere."""
    mine, theirs = own.parts["norms"].get(name), other.parts["norms"].get(name)
    if mine is None or theirs is None or (mine.rows and theirs.rows):
        return False
    if mine.type != theirs.type:
        own.desk.report("M035", mine.place, name=name)
    if not mine.rows:
        del own.parts["norms"][name], origin[name]
    return True


def _check_left_open(own: Draft) -> None:
    """M047: a ruleset must give the norms that its building blocks leave to it."""
    written = own.entries.get(("", "gebruikt"))
    if own.header is None or own.header.is_building_block or written is None:
        return
    for name, norm in own.parts["norms"].items():
        if not norm.rows:
            own.desk.report("M047", written.place, name=name)


def _id(draft: Draft) -> str:
    return draft.header.id if draft.header else ""
