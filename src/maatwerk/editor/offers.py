"""One thing that may be written, and the names of a text as such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.editor.telling import in_brief, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.editor.names import Known
    from maatwerk.editor.positions import Range

What = Literal["key", "kind", "name", "function", "word", "option", "value"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A word that may stand here: how it is listed, what is written (the same unless said), what it is and means."""

    label: str
    what: What
    text: str = ""
    detail: str = ""
    told: str = ""

    @property
    def written(self) -> str:
        """What is put into the text."""
        return self.text or self.label


@dataclass(frozen=True, slots=True)
class Completion:
    """An offer, and what it is written over."""

    offer: Offer
    range: Range


def named(found: Iterable[Known]) -> Iterator[Offer]:
    """Names of the text, each with what it is and its question or value."""
    return (Offer(each.name, "name", detail=in_brief(each), told=text_of(each)) for each in found)


def options(words: Iterable[str], detail: str = "") -> Iterator[Offer]:
    """Fixed words."""
    return (Offer(word, "option", detail=detail) for word in words)
