"""A screen as data: what is said, not yet how it looks. `layout` turns it into lines, in columns or plain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, with lines that belong below it."""

    text: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to say to the resident."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list: its mark (a number or letter), text, an aside at the right, and lines below."""

    mark: str
    text: str
    aside: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A name with its value; the values of one section stand below each other."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Exact:
    """Lines that are shown as they are, such as a piece of a ruleset."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Body = Paragraph | Quote | Item | Pair | Exact | Table


@dataclass(frozen=True, slots=True)
class Title:
    """The first line: what this is about, and at the right which rules."""

    left: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A label with, behind it, the heart of the matter, and below it the rest. Without label: loose lines."""

    label: str = ""
    lead: str = ""
    body: tuple[Body, ...] = ()


Screen = tuple[Title | Section, ...]
"""What is shown, from top to bottom."""


def loose(*texts: str) -> Section:
    """Paragraphs without a label; empty texts are left out."""
    return Section(body=tuple(Paragraph(text) for text in texts if text))
