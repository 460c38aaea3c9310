"""A page read back: its elements, the words of each, its lists and its pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.show.page import html
from maatwerk.ruleset.library import ids, shipped, versions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset

SHIPPED = [version.path for name in ids(shipped()) for version in versions(shipped(), name)]
NAMES = ["/".join(path.parts[-2:]) for path in SHIPPED]
every_ruleset = pytest.mark.parametrize(
    "path",
    [  # all tests of one page run beside each other: then it is made once
        pytest.param(path, id=name, marks=pytest.mark.xdist_group(name))
        for path, name in zip(SHIPPED, NAMES, strict=True)
    ],
)
LEAVES = {"meta", "br", "rect", "polyline"}
INLINE = {"", "a", "span", "tspan"}


@dataclass
class Element:
    """One element with what is in it."""

    tag: str
    attributes: dict[str, str]
    parts: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its words, with single spaces."""
        return " ".join("".join(self.pieces()).split())

    def pieces(self) -> Iterator[str]:
        """Its words as they stand, a space behind what begins on a new line."""
        for part in self.parts:
            yield from [part] if isinstance(part, str) else part.pieces()
        yield "" if self.tag in INLINE else " "

    def all(self, *tags: str) -> Iterator[Element]:
        """The elements within it with one of these tags; all where none is named."""
        for part in self.parts:
            if isinstance(part, Element):
                if not tags or part.tag in tags:
                    yield part
                yield from part.all(*tags)

    def with_id(self, name: str) -> Element:
        """The one element with this id."""
        (found,) = [each for each in self.all() if each.attributes.get("id") == name]
        return found

    def section(self, name: str) -> Element:
        """The one section whose heading has this id."""
        (found,) = [each for each in self.all("section") if each.attributes["aria-labelledby"] == name]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(made)
        if tag not in LEAVES:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if tag not in LEAVES:
            assert self.open.pop().tag == tag, tag

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def read(text: str) -> Element:
    """A page; fails where an element is not closed."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    (page,) = reader.open
    return page


@cache
def rules_of(path: Path) -> Ruleset:
    """A shipped ruleset."""
    return load_ruleset(path)


@cache
def text_of(path: Path, lang: str = "nl") -> str:
    """The page of a shipped ruleset as it is written."""
    return html(rules_of(path), None, lang)


@cache
def shown(path: Path, lang: str = "nl") -> Element:
    """The page of a shipped ruleset."""
    return read(text_of(path, lang))
