"""The only door to markdown-it-py: a text becomes headings, bullets, tables and quotes, each with its source lines.

markdown-it only says which lines are what. Every value is taken from the source lines, so that `*`, `#` and `_`
mean nothing inside a value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})(?:\s+(?P<text>.*?))??(?:\s+#+)?\s*$")
_BULLET = re.compile(r"\s*[-*+](?:\s+|$)")
_QUOTE = re.compile(r"\s{0,3}>? ?")
_CELL = re.compile(r"(?:\\.|[^|\\])*")
_MARKER = re.compile(r"(?:[-+*]|\d+[.)])(?:\s|$)")


def as_html(text: str) -> str:
    """A text in Markdown as HTML, for who wants its words without its marks; tags in it stay words."""
    return str(MarkdownIt("commonmark", {"html": False}).render(text))


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of one source line: its number and first column, both from 1, and the text as written."""

    number: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of any level."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Bullet:
    """One bullet at the outermost level: its lines without the mark, and where Markdown nests something below it.

    `below`: every line of what is nested, for free prose.
    """

    lines: tuple[Line, ...]
    nested: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of the header and of each row, as written."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class QuoteLines:
    """A block quote, without its marks."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Free prose; only looked at for what was meant to be something else."""

    lines: tuple[Line, ...]


REMEMBERED = 16
"""So many texts are kept as they were read: building blocks are read again with each ruleset that uses them."""

Element = Heading | Bullet | Table | QuoteLines | Paragraph


@dataclass
class _Source:
    lines: Sequence[str]
    offset: int
    found: list[Element] = field(default_factory=list)

    def line(self, index: int, start: int = 0) -> Line:
        """The rest of a line from a column on; `index` counts from the text that markdown-it saw."""
        text = self.lines[index]
        return Line(index + self.offset + 1, start + 1, text[start:])

    def span(self, token: Token) -> range:
        first, last = token.map or (0, 0)
        return range(first, min(last, len(self.lines)))


def read_markdown(lines: Sequence[str], first_line: int = 1) -> tuple[Element, ...]:
    """The elements of a text at the outermost level, in order. `first_line` is the number of its first line."""
    return _elements("\n".join(lines), first_line)


@lru_cache(maxsize=REMEMBERED)
def _elements(text: str, first_line: int) -> tuple[Element, ...]:
    source = _Source(text.split("\n"), first_line - 1)
    tokens = _reader().parse(text)
    for position, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0:
            source.found.extend(_element(source, token, tokens, position))
    return tuple(source.found)


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark").enable("table").disable("reference")
    reader.core.ruler.enableOnly(["normalize", "block"])
    return reader


def _element(source: _Source, token: Token, tokens: Sequence[Token], position: int) -> Iterator[Element]:
    match token.type:
        case "heading_open":
            yield _heading(source, token)
        case "bullet_list_open":
            yield from _items(source, tokens[position + 1 :], "bullet_list_close")
        case "ordered_list_open":
            yield from (Paragraph(each.lines) for each in _items(source, tokens[position + 1 :], "ordered_list_close"))
        case "table_open":
            yield _table(source, source.span(token))
        case "blockquote_open":
            yield QuoteLines(tuple(_unquoted(source, index) for index in source.span(token)))
        case "paragraph_open":
            yield Paragraph(tuple(source.line(index) for index in source.span(token)))
        case _:
            return  # lines, code and HTML mean nothing


def _heading(source: _Source, token: Token) -> Heading:
    index = source.span(token).start
    match = _HEADING.match(source.lines[index])
    if match is None or token.markup in {"=", "-"}:
        text = source.lines[index]
        indent = len(text) - len(text.lstrip())
        return Heading(int(token.tag[1:]), source.line(index, indent))
    line = source.line(index, match.start("text") if match["text"] else match.end("marks"))
    return Heading(len(match["marks"]), Line(line.number, line.column, match["text"] or ""))


def _items(source: _Source, tokens: Sequence[Token], closed: str) -> Iterator[Bullet]:
    """The items of one list; `tokens` begins inside it."""
    for position, token in enumerate(tokens):
        if token.type == closed and token.level == 0:
            return
        if token.type == "list_item_open" and token.level == 1:
            yield _bullet(source, token, _inside(tokens, position))


def _inside(tokens: Sequence[Token], position: int) -> Iterator[Token]:
    """The tokens of one list item that stand directly below it."""
    for token in tokens[position + 1 :]:
        if token.level == 1:
            return
        if token.level == 2 and token.nesting >= 0:  # noqa: PLR2004 - list, item, then what is in it
            yield token


def _bullet(source: _Source, item: Token, inside: Iterator[Token]) -> Bullet:
    start = source.span(item).start
    mark = _BULLET.match(source.lines[start])
    first = source.line(start, mark.end() if mark else 0)
    children = list(inside)
    lines, nested = [first], []
    if children and children[0].type == "paragraph_open":
        lines += [_indented(source, index) for index in source.span(children.pop(0)) if index > start]
    nested += [_indented(source, source.span(child).start) for child in children]
    nested += [line for line in lines[1:] if line.column == 1 or _MARKER.match(line.text)]
    below = [_indented(source, index) for child in children for index in source.span(child)]
    return Bullet(tuple(lines), tuple(nested), tuple(below))


def _indented(source: _Source, index: int) -> Line:
    text = source.lines[index]
    return source.line(index, len(text) - len(text.lstrip()))


def _unquoted(source: _Source, index: int) -> Line:
    match = _QUOTE.match(source.lines[index])
    return source.line(index, match.end() if match else 0)


def _table(source: _Source, span: range) -> Table:
    rows = [cells_of(source.lines[index], index + source.offset + 1) for index in span]
    return Table(rows[0], tuple(rows[2:]))


def cells_of(line: str, number: int) -> tuple[Line, ...]:
    r"""The cells of the row at this line number; `\|` is a bar inside a cell."""
    text = line.rstrip()
    position = len(text) - len(text.lstrip())
    position += text[position : position + 1] == "|"
    cells = []
    while position < len(text):
        match = _CELL.match(text, position)
        end = match.end() if match else len(text)
        cells.append(_trimmed(number, position + 1, text[position:end]))
        position = max(end, position) + 1
    return tuple(cells)


def _trimmed(number: int, column: int, text: str) -> Line:
    return Line(number, column + len(text) - len(text.lstrip()), text.strip().replace("\\|", "|"))
