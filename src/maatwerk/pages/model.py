"""A page as data: what is said, not yet how it looks. `page_parts.html.j2` lays it out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another place on the same page: the element with the id `to`."""

    text: str
    to: str
    lang: str = ""  # where it is not that of the page


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the page: a screen reader must know."""

    text: str
    lang: str


Words = tuple[str | Link | Foreign, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else, such as the law, in paragraphs, and where they stand."""

    lines: tuple[str, ...]
    source: str = ""
    lang: str = ""  # where it is not that of the page


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with the list below it."""

    words: Words
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, maybe nested. With `id`, other things on the page can refer to it."""

    items: tuple[Item, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption. The first cell of a row names it."""

    caption: str | Words
    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    ids: tuple[str, ...] = ()  # of the rows, where other things on the page refer to them


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with what belongs to each: words, or a list where it has parts."""

    rows: tuple[tuple[str, Words | Bullets], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a picture, in whole pixels from the left and the top; its text in lines."""

    kind: str
    left: int
    top: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes with lines between them, and the same in words beside it."""

    id: str
    title: str
    told: Bullets
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[tuple[tuple[int, int], ...], ...]  # each a row of corners (left, top)


Block = Paragraph | Quote | Bullets | Table | Pairs | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, and smaller sections within."""

    id: str
    heading: str | Foreign
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


def plain(words: Words) -> str:
    """The words without links."""
    return "".join(word if isinstance(word, str) else word.text for word in words)
