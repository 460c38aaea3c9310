"""What the checks look at: the ruleset, where its keys stand, and the blocks of the document itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maatwerk.ruleset.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.problems import Place
    from maatwerk.ruleset.build import Entries
    from maatwerk.ruleset.kinds import Kind
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True)
class Look:
    """A ruleset with the places of its keys."""

    ruleset: Ruleset
    entries: Entries

    def own(self, name: str) -> bool:
        """Whether a name is defined in the document itself, not in a building block."""
        return self.ruleset.origin.get(name) == self.ruleset.header.id

    def blocks(self) -> Iterator[tuple[Kind, str, Any]]:
        """All blocks, those of building blocks too: kind, name, item."""
        for kind in KINDS.values():
            for name, item in getattr(self.ruleset, kind.mapping).items():
                yield kind, name, item

    def own_blocks(self) -> Iterator[tuple[Kind, str, Any]]:
        """The blocks of the document itself."""
        return (found for found in self.blocks() if self.own(found[1]))

    def place(self, name: str, key: str) -> Place:
        """Where the value of a key of a block stands; without that key, its heading."""
        entry = self.entries.get((name, key))
        if entry:
            return entry.place
        return next((item.place for _, found, item in self.blocks() if found == name), self.ruleset.header.place)
