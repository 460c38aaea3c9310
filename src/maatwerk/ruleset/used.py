"""Which versions of which building blocks a document uses, on two days that a case has.

Criteria, norms and all else come from the version in force on the reference date; grounds from the version in force
on the day of the decision. A version that is pinned (`awb@1998-01-01`) goes before both.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from maatwerk.basics.problems import Problem
from maatwerk.basics.suggest import nearest
from maatwerk.ruleset import library as shelves
from maatwerk.ruleset.build import read_document
from maatwerk.ruleset.front_matter import USED, used_part
from maatwerk.ruleset.library import Days
from maatwerk.ruleset.model import BlockDays
from maatwerk.ruleset.overlap import overlapping
from maatwerk.ruleset.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from maatwerk.basics.problems import Place
    from maatwerk.ruleset.build import Draft

_GROUNDS = "grounds"


@dataclass(frozen=True, slots=True)
class Used:
    """The documents that a ruleset uses, the deepest first, and on which days these are the right ones."""

    documents: tuple[Draft, ...]
    days: BlockDays


def used_documents(draft: Draft, library: Path, on: date | None, decided: date | None) -> Used:
    """The building blocks that a document uses, and those that they use, each once.

    `on`: the reference date (None: the first day of the document itself); `decided`: the day of the decision (None:
    the newest version). Reports a block that is not there, a version that is not in force, and blocks in a circle.
    """
    read: dict[Path, Draft] = {}
    on = on or (draft.header.valid_from if draft.header else None)
    rules, law = _Search(library, on, read), _Search(library, decided, read)
    rules.visit(draft)
    law.visit(draft)
    days = BlockDays(library, on, decided, rules.days, law.days)
    return Used(tuple(_parts(rules.found, law.found)), days)


def _parts(rules: dict[str, Draft], law: dict[str, Draft]) -> Iterator[Draft]:
    """Each block once; where two versions of it are used, of one the grounds and of the other all else."""
    for block in {**rules, **law}:
        one, other = rules.get(block), law.get(block)
        if one is other and one is not None:
            yield one
            continue
        if one is not None:
            yield _without(one, {name for name in one.defined if name in one.parts[_GROUNDS]}, {_GROUNDS})
        if other is not None:
            others = {name for name in other.defined if name not in other.parts[_GROUNDS]}
            yield _without(other, others, other.parts.keys() - {_GROUNDS})


def _without(draft: Draft, names: set[str], mappings: set[str]) -> Draft:
    """A document without the items of these mappings; what could not be read stays known as such."""
    parts: dict[str, dict[str, Any]] = {key: {} if key in mappings else items for key, items in draft.parts.items()}
    defined = {name: place for name, place in draft.defined.items() if name not in names}
    entries = {key: found for key, found in draft.entries.items() if key[0] not in names}
    return replace(draft, parts=parts, defined=defined, entries=entries)


@dataclass
class _Search:
    """The building blocks in force on one day (None: the newest). `days`: those on which they all are."""

    library: Path
    day: date | None
    read: dict[Path, Draft]
    found: dict[str, Draft] = field(default_factory=dict)
    days: Days = field(default_factory=Days)

    def visit(self, draft: Draft, trail: tuple[str, ...] = ()) -> None:
        """Find what a document uses, the deepest first."""
        for name, place in _uses(draft):
            block, pin = used_part(name)
            if block in trail:
                draft.desk.report("M042", place, name=block)
            elif block not in self.found:
                other = self._open(draft, place, block, pin)
                if other:
                    self.visit(other, (*trail, block))
                    self.found[block] = other
                draft.incomplete = draft.incomplete or other is None or other.incomplete

    def _open(self, draft: Draft, place: Place, block: str, pin: str) -> Draft | None:
        versions = shelves.versions(self.library, f"{shelves.BUILDING_BLOCKS}/{block}")
        chosen = self._chosen(versions, pin)
        if not versions:
            known = shelves.building_blocks(self.library)
            draft.desk.report("M040", place, hint=nearest(block, known), name=block)
            return None
        if chosen is None:
            draft.desk.report("M041", place, name=block, day=pin or str(self.day))
            return None
        if not pin:
            self.days = self.days.within(shelves.days_of(chosen, versions))
        return self._document(draft, place, block, chosen.path)

    def _chosen(self, versions: tuple[shelves.Version, ...], pin: str) -> shelves.Version | None:
        pinned = (each for each in versions if each.valid_from.isoformat() == pin)
        return next(pinned if pin else iter(shelves.on_day(versions, self.day)), None)

    def _document(self, draft: Draft, place: Place, block: str, path: Path) -> Draft | None:
        if path not in self.read:
            source = read_source(path, self.library)
            if isinstance(source, Problem):
                draft.desk.problems.append(source)
                return None
            self.read[path] = read_document(source)
            self.read[path].desk.problems += overlapping(self.read[path], self.library)
        other = self.read[path]
        if other.header and not other.header.is_building_block:
            draft.desk.report("M043", place, name=block)
        return other


def _uses(draft: Draft) -> Iterator[tuple[str, Place]]:
    written = draft.entries.get(("", "gebruikt"))
    for name in written.value.split(",") if written else ():
        if USED.fullmatch(name.strip()) and written:
            yield name.strip(), written.word(name.strip())
