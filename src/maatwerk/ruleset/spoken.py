"""What a ruleset says to residents: its texts in both languages, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.ruleset import placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.basics.problems import Place
    from maatwerk.ruleset.checks.look import Look
    from maatwerk.ruleset.entries import Entry

# Kind of block → the fields that are printed in a letter or said at the desk. The others are read by colleagues.
SAID = {
    "bedoeling": ("text",),
    "voorwaarde": ("met", "not_met"),
    "uitkomst": ("text", "say"),
    "uitzondering": ("conditions", "say"),
    "alternatief": ("text",),
    "belofte": ("what",),
    "brief": ("text",),
}
NEUTRAL = "0"  # a figure: no word, and never too long


@dataclass(frozen=True, slots=True)
class Spoken:
    """One text in one language: the key (`zeg_en`) of a block (`name`), as it is written."""

    name: str
    lang: str
    entry: Entry

    def sentence(self) -> str:
        """The text with each `{naam}` filled by something neutral of the same length, so that places stay."""
        text = self.entry.value
        for piece in placeholders.pieces(text):
            if piece.is_name:
                start, end = piece.at - 1, piece.at + len(piece.text) + 1
                text = text[:start] + NEUTRAL * (end - start) + text[end:]
        return text

    def place(self, start: int, end: int) -> Place:
        """Where some of its characters stand."""
        return self.entry.at(start, end - start)


def spoken(look: Look) -> Iterator[Spoken]:
    """The texts of the document itself, in order of kind."""
    for kind, name, _ in look.own_blocks():
        for key in kind.keys:
            if key.field in SAID.get(kind.name, ()):
                for lang, written in (("nl", key.name), ("en", key.english)):
                    entry = look.entries.get((name, written))
                    if entry:
                        yield Spoken(name, lang, entry)
