"""The page of a ruleset on a terminal: the same sections as in HTML, a tree as its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.cli.screens.layout import wrapped
from maatwerk.cli.screens.model import Exact, Pair, Paragraph, Quote, Section, Table, Title
from maatwerk.cli.width import WIDTH
from maatwerk.pages import model as pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.bench.show.page import Page
    from maatwerk.cli.screens.model import Body, Screen

_INDENT = "  "
_WIDTH = WIDTH - len(_INDENT)  # a list stands below a heading


def page(made: Page) -> Screen:
    """The whole page, from top to bottom."""
    head = Section(body=(Paragraph(made.status), *_block(made.head)))
    return (Title(made.title, made.version), head, *sections(*made.sections))


def sections(*found: pages.Section | None) -> Screen:
    """Some sections of the page, those that there are."""
    return tuple(part for each in found if each for part in _section(each))


def _section(made: pages.Section) -> Iterator[Title | Section]:
    yield Title(_heading(made).upper())
    yield from _parts(made)


def _parts(made: pages.Section) -> Iterator[Section]:
    body = tuple(each for block in made.blocks for each in _block(block))
    if body:
        yield Section(body=body)
    for below in made.sections:
        yield Section(_heading(below), body=tuple(each for block in below.blocks for each in _block(block)))


def _heading(made: pages.Section) -> str:
    return pages.plain((made.heading,))


def _block(block: pages.Block) -> Iterator[Body]:
    match block:
        case pages.Paragraph(words):
            yield Paragraph(pages.plain(words))
        case pages.Quote(lines, source):
            yield from (Quote(line) for line in lines)
            yield from (Paragraph(source),) if source else ()
        case pages.Bullets(items):
            yield from _bullets(items)
        case pages.Picture(told=told):
            yield from _bullets(told.items)
        case pages.Table(caption, heads, rows):
            yield Paragraph(caption if isinstance(caption, str) else pages.plain(caption))
            yield Table(heads, tuple(tuple(map(pages.plain, row)) for row in rows))
        case pages.Pairs(rows):
            for name, what in rows:
                yield from _pair(name, what)


def _pair(name: str, what: pages.Words | pages.Bullets) -> Iterator[Body]:
    if isinstance(what, pages.Bullets):
        yield Paragraph(name)
        yield from _bullets(what.items, 1)
    else:
        yield Pair(name, pages.plain(what))


def _bullets(items: Iterable[pages.Item], depth: int = 0) -> Iterator[Body]:
    yield Exact(tuple(_lines(items, depth)))


def _lines(items: Iterable[pages.Item], depth: int) -> Iterator[str]:
    """A list as lines, each level further to the right."""
    for item in items:
        indent = _INDENT * depth
        yield from wrapped(f"- {pages.plain(item.words)}", indent, f"{indent}{_INDENT}", _WIDTH)
        yield from _lines(item.items, depth + 1)
