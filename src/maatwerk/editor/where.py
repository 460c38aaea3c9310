"""What stands at a position: a key of which block, its value, a cell of which table. Also in a text that is half typed.

The reader of rulesets takes a text as Markdown does, and then `- ` is no key and `| ` no cell yet. Here lines count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.editor.tables import row_at
from maatwerk.editor.written import Written
from maatwerk.ruleset.kinds import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.editor.positions import Position

What = Literal["prose", "front_key", "front_value", "heading", "key", "value", "column", "cell"]
_FENCE = "---"
_LONGEST_HEADING = 300  # characters that are looked at
_MARKS = re.compile(r"\s{0,3}#{1,6}\s*")
_BLOCK = re.compile(r"(?P<kind>[^\W\d][\w ]*?)\s*:\s*(?P<name>\S*)\s*$")
_BULLET = re.compile(r"\s{0,3}[-*+](?:\s+|$)")
_KEY = re.compile(r"(?P<key>\w+)\s*:\s*")


@dataclass(frozen=True, slots=True)
class Spot:
    """What stands at a position.

    `kind`: the kind of block, or the first column of the table. `key`: the key or column. `written`: the keys that
    the block has, or the columns of the table. `here`: the text that the position is in, and where in it.
    """

    what: What
    here: Written
    kind: str = ""
    name: str = ""
    key: str = ""
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading `Kind: name`, and its first line; the name may not be there yet."""

    kind: str
    name: str
    line: int = 0


def spot_at(lines: Sequence[str], at: Position) -> Spot:
    """What stands at a position that the text has."""
    line = lines[at.line - 1]
    front = front_lines(lines)
    if at.line in front:
        return _in_front(lines, at, front)
    if marks := _MARKS.match(line) if line.lstrip().startswith("#") else None:
        return Spot("heading", Written.on(at, line, marks.end()))
    if line.lstrip().startswith("|"):
        row = row_at(lines, at)
        what: What = "column" if row.is_header else "cell"
        return Spot(what, row.here, row.columns[0], key=row.column, written=row.columns)
    block = block_at(lines, at.line)
    return _in_block(lines, at, block) if block else Spot("prose", Written.on(at, line, 0))


def front_lines(lines: Sequence[str]) -> range:
    """The numbers of the lines of the front matter, without its fences; up to the first heading if it is not closed."""
    start = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
    if not start or lines[start - 1].rstrip() != _FENCE:
        return range(0)
    for number in range(start + 1, len(lines) + 1):
        if lines[number - 1].rstrip() == _FENCE or lines[number - 1].startswith("#"):
            return range(start + 1, number)
    return range(start + 1, len(lines) + 1)


def _in_front(lines: Sequence[str], at: Position, front: range) -> Spot:
    keys = tuple(match["key"] for number in front if (match := _KEY.match(lines[number - 1])))
    found = _key_or_value(lines[at.line - 1], 0, at)
    what: What = "front_value" if found.what == "value" else "front_key"
    return Spot(what, found.here, key=found.key, written=keys)


def _key_or_value(line: str, start: int, at: Position) -> Spot:
    """A key up to its colon, and a value after it."""
    match = _KEY.match(line, start)
    if match is None:
        return Spot("key", Written.on(at, line, start))
    if at.column - 1 <= match.end("key"):
        return Spot("key", Written.on(at, line, start, match.end("key")), key=match["key"])
    return Spot("value", Written.on(at, line, match.end()), key=match["key"])


def heading_of(line: str) -> Block | None:
    """The block that a line begins, with its kind as the language has it (of any name)."""
    marks = _MARKS.match(line)
    if marks is None or "#" not in marks[0]:
        return None
    text = line[marks.end() :].strip()[:_LONGEST_HEADING]
    if text.lower() == SETTINGS.name:
        return Block(SETTINGS.name, "")
    match = _BLOCK.match(text)
    return Block(match["kind"].lower().replace(" ", "_"), match["name"]) if match else None


def block_at(lines: Sequence[str], number: int) -> Block | None:
    """The block in which a line stands."""
    for above in range(number, 0, -1):
        if _MARKS.match(lines[above - 1]) and lines[above - 1].lstrip().startswith("#"):
            found = heading_of(lines[above - 1])
            return Block(found.kind, found.name, above) if found else None
    return None


def _in_block(lines: Sequence[str], at: Position, block: Block) -> Spot:
    first = _bullet_of(lines, at.line, block.line)
    keys = tuple(key for key, _ in keys_below(lines, block.line))
    if first is None:
        return Spot("prose", Written.on(at, lines[at.line - 1], 0), block.kind, block.name, written=keys)
    mark = _BULLET.match(lines[first - 1])
    start = mark.end() if mark else 0
    found = _key_or_value(lines[first - 1], start, at)
    if first != at.line:
        match = _KEY.match(lines[first - 1], start)
        found = Spot("value", found.here, key=match["key"] if match else "")
    here = found.here
    if found.what == "value":
        match = _KEY.match(lines[first - 1], start)
        here = Written.over(at, lines, first, match.end() if match else start)
    return Spot(found.what, here, block.kind, block.name, found.key, keys)


def _bullet_of(lines: Sequence[str], number: int, heading: int) -> int | None:
    """The line with the bullet of which a line is part: itself, or one above that it continues."""
    while number > heading:
        line = lines[number - 1]
        if _BULLET.match(line):
            return number
        if not line.strip() or not line[:1].isspace():
            return None
        number -= 1
    return None


def keys_below(lines: Sequence[str], heading: int) -> Iterator[tuple[str, int]]:
    """The keys of a block, each with its line."""
    for number in range(heading + 1, len(lines) + 1):
        line = lines[number - 1]
        if _MARKS.match(line) and line.lstrip().startswith("#"):
            return
        mark = _BULLET.match(line)
        match = _KEY.match(line, mark.end()) if mark else None
        if match:
            yield match["key"], number
