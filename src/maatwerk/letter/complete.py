"""Which parts a letter must have. A letter that misses one is not made; the caseworker reads what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.errors import LetterIncomplete
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.letter.model import Group, Letter, SectionKind

ALWAYS: tuple[SectionKind, ...] = ("besluit", "rechtsmiddel", "contact", "regels")
REQUIRED: dict[Group, tuple[SectionKind, ...]] = {
    "grant": (*ALWAYS, "waarom"),
    "partial": (*ALWAYS, "waarom", "feiten"),
    "refusal": (*ALWAYS, "waarom", "feiten", "wat_kan_niet", "wat_kan_wel"),
    "exception": (*ALWAYS, "uitzondering", "feiten"),
    "forward": (*ALWAYS, "waarom", "wat_kan_niet"),
    "step": (*ALWAYS, "waarom"),
    "incomplete": (*ALWAYS, "wat_nu"),
    "hearing": (*ALWAYS, "waarom", "feiten", "wat_nu"),
    "extension": (*ALWAYS, "waarom", "wat_nu"),
    "forwarding": (*ALWAYS, "wat_nu"),
}

ON_THE_WAY: frozenset[Group] = frozenset({"incomplete", "hearing", "extension", "forwarding"})
COVERS = {"contactpersoon": "contact"}  # what a gap is called, and the part that is empty because of it


def missing(letter: Letter, gaps: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What is missing: the gaps found while writing, and required parts that are absent or empty."""
    found = dict.fromkeys(gaps)
    told = {COVERS.get(part, part) for part, _ in found}
    for kind in REQUIRED[letter.group]:
        section = letter.section(kind)
        if kind not in told and (section is None or not section.blocks):
            found[kind, say("letter.gap.part")] = None
    return tuple(found)


def require_complete(letter: Letter, gaps: Sequence[tuple[str, str]]) -> None:
    """Raise `LetterIncomplete` with every missing part and what to do about it."""
    parts = missing(letter, gaps)
    if parts:
        raise LetterIncomplete(parts, decided=letter.group not in ON_THE_WAY)
