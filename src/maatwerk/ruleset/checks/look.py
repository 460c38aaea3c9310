"""What the checks look at: the ruleset, where its keys stand, and the blocks of the document itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from maatwerk.expressions.types import YES_NO
from maatwerk.ruleset.build import PROCESS_DATES
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.model import all_facts, inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.basics.problems import Place
    from maatwerk.expressions.tree import Expression
    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.build import Entries
    from maatwerk.ruleset.kinds import Key, Kind
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True)
class Look:
    """A ruleset with the places of its keys."""

    ruleset: Ruleset
    entries: Entries

    def own(self, name: str) -> bool:
        """Whether a name is defined in the document itself, not in a building block."""
        return self.ruleset.origin.get(name) == self.ruleset.header.id

    def list_of(self, name: str) -> str:
        """The list for each record of which there is this name; empty for what there is in the case."""
        return next((each for each in self.ruleset.lists if name in inside(self.ruleset, each)), "")

    def blocks(self) -> Iterator[tuple[Kind, str, Any]]:
        """All blocks, those of building blocks too: kind, name, item."""
        for kind in KINDS.values():
            for name, item in kind.items(self.ruleset).items():
                yield kind, name, item

    def own_blocks(self) -> Iterator[tuple[Kind, str, Any]]:
        """The blocks of the document itself."""
        return (found for found in self.blocks() if self.own(found[1]))

    def own_expressions(self) -> Iterator[tuple[str, Key, Expression]]:
        """The expressions in the blocks of the document itself: name of the block, key, expression."""
        for kind, name, item in self.own_blocks():
            yield from ((name, *found) for found in kind.expressions(item) if (name, found[0].name) in self.entries)

    @cached_property
    def types(self) -> dict[str, Type]:
        """The type of every name that has a value."""
        rules = self.ruleset
        given = {fact.name: fact.type for fact in all_facts(rules)}
        norms = {name: norm.type for name, norm in rules.norms.items()}
        calculations = {name: item.type for name, item in rules.calculations.items()}
        return {**PROCESS_DATES, **given, **norms, **calculations, **dict.fromkeys(rules.criteria, YES_NO)}

    def place(self, name: str, key: str) -> Place:
        """Where the value of a key of a block stands; without that key, its heading."""
        entry = self.entries.get((name, key))
        if entry:
            return entry.place
        return next((item.place for _, found, item in self.blocks() if found == name), self.ruleset.header.place)
