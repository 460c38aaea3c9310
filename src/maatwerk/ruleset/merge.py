"""A ruleset with the building blocks it uses, in one name space. Which version of a building block: see library.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.problems import Problem
from maatwerk.ruleset import library as shelves
from maatwerk.ruleset.build import MAPPINGS, Draft, read_document
from maatwerk.ruleset.front_matter import USED, used_part
from maatwerk.ruleset.source import read_source
from maatwerk.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from maatwerk.problems import Place


def used_documents(draft: Draft, library: Path, on: date | None) -> list[Draft]:
    """The building blocks that a document uses, and those that they use, each once, the deepest first.

    `on`: take the version in force on that day (None: the newest). A pin (`awb@1998-01-01`) goes before it.
    Reports a block that is not there, a version that is not in force, and blocks that use each other in a circle.
    """
    found: dict[str, Draft] = {}
    _visit(draft, library, on, found, ())
    return list(found.values())


def _visit(draft: Draft, library: Path, on: date | None, found: dict[str, Draft], trail: tuple[str, ...]) -> None:
    for name, place in _uses(draft):
        block, pin = used_part(name)
        if block in trail:
            draft.desk.report("M042", place, name=block)
        elif block not in found:
            other = _open(draft, place, block, pin, library, on)
            draft.incomplete = draft.incomplete or other is None or other.incomplete
            if other:
                _visit(other, library, on, found, (*trail, block))
                found[block] = other


def _uses(draft: Draft) -> Iterator[tuple[str, Place]]:
    written = draft.entries.get(("", "gebruikt"))
    for name in written.value.split(",") if written else ():
        if USED.fullmatch(name.strip()) and written:
            yield name.strip(), written.word(name.strip())


def _open(draft: Draft, place: Place, block: str, pin: str, library: Path, on: date | None) -> Draft | None:
    versions = shelves.versions(library, f"{shelves.BUILDING_BLOCKS}/{block}")
    chosen = [v for v in versions if v.valid_from.isoformat() == pin] if pin else shelves.on_day(versions, on)
    if not versions:
        known = shelves.building_blocks(library)
        draft.desk.report("M040", place, hint=nearest(block, known), name=block)
        return None
    if not chosen:
        draft.desk.report("M041", place, name=block, day=pin or (on.isoformat() if on else ""))
        return None
    source = read_source(chosen[-1].path, library)
    if isinstance(source, Problem):
        draft.desk.problems.append(source)
        return None
    other = read_document(source)
    if other.header and not other.header.is_building_block:
        draft.desk.report("M043", place, name=block)
    return other


def merge(own: Draft, used: list[Draft]) -> dict[str, str]:
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
