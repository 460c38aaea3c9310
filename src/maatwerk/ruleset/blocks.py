"""From elements of Markdown to blocks, tables and quotes, whatever they mean. What lost its way is reported here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place
from maatwerk.basics.suggest import nearest
from maatwerk.expressions.lexer import NAME
from maatwerk.ruleset.entries import Desk, entry
from maatwerk.ruleset.front_matter import Front, split
from maatwerk.ruleset.kinds import KINDS, SETTINGS
from maatwerk.ruleset.markdown import Bullet, Heading, Line, Paragraph, QuoteLines, Table, read_markdown
from maatwerk.ruleset.model import Quote

if TYPE_CHECKING:
    from maatwerk.ruleset.entries import Entry
    from maatwerk.ruleset.markdown import Element
    from maatwerk.ruleset.source import Source

_BLOCK = re.compile(r"\**(?P<kind>[^\W\d][\w ]*?)\s*:\s*(?P<name>[^\s*].*)?")
KEY = re.compile(r"(?P<key>[A-Za-z_]+)\s*:\s*")
_LOST_HEADING = re.compile(r"\s*#+(?P<kind>[^\W\d][\w ]*?)\s*:")
_LOST_BULLET = re.compile(r"\s*[-*+](?P<key>[a-z_]+)\s*:")


@dataclass
class Block:
    """A heading `Kind: name` with its keys. `kind` is empty for a block that is not read further."""

    kind: str
    name: str
    place: Place
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass
class Document:
    """One document, taken apart."""

    front: Front
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    elements: tuple[Element, ...] = ()


def take_apart(source: Source, desk: Desk) -> Document:
    """Read the front matter, the blocks, the tables and the quotes of a text."""
    front = split(source.lines, desk)
    first = front.body_from
    document = Document(front, elements=read_markdown(source.lines[first:], first + 1))
    block: Block | None = None
    for element in document.elements:
        match element:
            case Heading():
                block = block_of(element, desk)
                document.blocks += [block] if block and block.kind else []
            case Bullet() if block and block.kind:
                _add_key(block, element, desk)
            case Table():
                document.tables.append(element)
            case QuoteLines(lines):
                document.quotes.append(_quote(lines, desk))
            case Paragraph(lines):
                for line in lines:
                    _look_for_lost(line, desk, in_block=bool(block and block.kind))
            case Bullet():
                continue  # a list in free prose
    return document


def block_of(heading: Heading, desk: Desk) -> Block | None:
    """The block that a heading begins, still without its keys; None for a heading of free prose."""
    line = heading.line
    if line.text.strip().lower() == SETTINGS.name:
        return Block(SETTINGS.name, "", Place(desk.file, line.number, line.column, len(line.text)))
    match = _BLOCK.fullmatch(line.text.rstrip("* "))
    if match is None:
        return None
    kind, name = match["kind"].lower().replace(" ", "_"), match["name"] or match[0]
    place = Place(desk.file, line.number, line.column + max(0, match.start("name")), len(name))
    kind_place = Place(desk.file, line.number, line.column, len(match["kind"]))
    if kind in KINDS:
        if not NAME.fullmatch(name):
            desk.report("M021", place, hint=_as_name(name), name=name)
        return Block(kind, name, place)
    if NAME.fullmatch(name):
        desk.report("M014", kind_place, hint=nearest(kind, KINDS), name=match["kind"])
    return Block("", name, place)


def is_block(heading: Heading) -> bool:
    """Whether a heading begins a block, or was meant to."""
    text = heading.line.text.strip()
    match = _BLOCK.fullmatch(text.rstrip("* "))
    return text.lower() == SETTINGS.name or bool(match and match["kind"].lower().replace(" ", "_") in KINDS)


def prose_heading(text: str) -> str:
    """A text as a heading that is not taken for that of a block."""
    return re.sub(r"\s*:\s*", " – ", text).strip(" –") or "–"


def _as_name(text: str) -> str:
    """The nearest name that may be written, or nothing."""
    found = re.sub(r"[^a-z0-9_]+", "_", text.lower()).strip("_")
    return found if NAME.fullmatch(found) else ""


def _add_key(block: Block, bullet: Bullet, desk: Desk) -> None:
    for nested in bullet.nested:
        desk.report("M016", Place(desk.file, nested.number, nested.column, max(1, len(nested.text.rstrip()))))
    first = bullet.lines[0]
    match = KEY.match(first.text)
    if match is None:
        desk.report("M015", Place(desk.file, first.number, first.column, max(1, len(first.text.rstrip()))))
        return
    key = match["key"]
    place = Place(desk.file, first.number, first.column, len(key))
    if key in block.entries:
        desk.report("M009", place, name=key)
        return
    value = Line(first.number, first.column + match.end(), first.text[match.end() :])
    lines = [line for line in (value, *bullet.lines[1:]) if line.text.strip()]
    block.entries[key] = entry(key, place, lines or [value])


def _quote(lines: tuple[Line, ...], desk: Desk) -> Quote:
    place = Place(desk.file, lines[0].number, lines[0].column, max(1, len(lines[0].text)))
    return Quote("\n".join(line.text for line in lines), place, tuple(line.column for line in lines))


def _look_for_lost(line: Line, desk: Desk, *, in_block: bool) -> None:
    """Prose is free, but what was clearly meant as a heading, a key or a table must not vanish."""
    place = Place(desk.file, line.number, 1, max(1, len(line.text.rstrip())))
    heading = _LOST_HEADING.match(line.text)
    bullet = _LOST_BULLET.match(line.text)
    if heading and heading["kind"].lower().replace(" ", "_") in KINDS:
        desk.report("M017", place)
    elif bullet and in_block:
        desk.report("M018", place)
    elif line.text.lstrip().startswith("|"):
        desk.report("M019", place)
