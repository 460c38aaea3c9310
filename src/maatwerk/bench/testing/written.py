"""Where each key of each block of a document stands: the model keeps the place of a block, a report names the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.bench.testing.reread import read_again

if TYPE_CHECKING:
    from maatwerk.basics.problems import Place
    from maatwerk.ruleset.build import Entries
    from maatwerk.ruleset.model import Ruleset


class Written:
    """The keys of the document that a ruleset was read from."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Read the document once. Raises ChangedMeanwhile."""
        self._entries: Entries = read_again(ruleset).entries

    def __contains__(self, key: tuple[str, str]) -> bool:
        """Whether a block has this key."""
        return key in self._entries

    def value(self, name: str, key: str) -> str:
        """The value as written; empty where the key is not."""
        found = self._entries.get((name, key))
        return found.value if found else ""

    def place(self, name: str, key: str, otherwise: Place, at: tuple[int, int] = (0, 0)) -> Place:
        """Where a key stands, or a part of its value; `otherwise` where it is not written."""
        found = self._entries.get((name, key))
        if found is None:
            return otherwise
        first, last = at if 0 <= at[0] < at[1] <= len(found.value) else (0, len(found.value))
        return found.at(first, last - first)

    def word(self, name: str, key: str, word: str, otherwise: Place) -> Place:
        """Where a word of a value stands."""
        found = self._entries.get((name, key))
        return found.word(word) if found else otherwise
