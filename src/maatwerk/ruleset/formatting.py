"""A text of rules with its tables aligned and its keys in the order of the reference. What it means stays the same.

Lines change place or get other spaces, nothing else: prose, quotes, comments and blank lines stay where they are. For a
text without problems; one with problems may mean something else than its author thinks.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maatwerk.ruleset.blocks import KEY, block_of
from maatwerk.ruleset.entries import Desk
from maatwerk.ruleset.front_matter import KEYS, split
from maatwerk.ruleset.kinds import CHECK, KINDS, SETTINGS
from maatwerk.ruleset.markdown import Bullet, Heading, Table, cells_of, read_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from maatwerk.ruleset.front_matter import Front
    from maatwerk.ruleset.kinds import Kind
    from maatwerk.ruleset.markdown import Element, Line

_BOM = "\ufeff"
_SHORTEST = 3  # dashes below a header


def formatted(text: str) -> str:
    """The text in its one form. Its byte order mark and line endings stay; doing it again changes nothing."""
    return with_lines(text, _formatted)


def with_lines(text: str, changed: Callable[[list[str]], list[str]]) -> str:
    """The text with its lines changed; its byte order mark and its way of ending lines stay."""
    mark = _BOM if text.startswith(_BOM) else ""
    ending = "\r\n" if text.count("\r\n") == text.count("\n") > 0 else "\n"
    lines = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return mark + ending.join(changed(lines))


def _formatted(lines: list[str]) -> list[str]:
    front = split(lines, desk := Desk(""))
    made = [*_ordered(front, lines), *lines[front.body_from :]]
    kind: Kind | None = None
    run: list[Bullet] = []
    for element in (*read_markdown(lines[front.body_from :], front.body_from + 1), None):
        if not isinstance(element, Bullet) or (run and not _follows(run[-1], element, lines)):
            _write_run(run, kind, made)
            run = []
        if isinstance(element, Bullet) and kind:
            run.append(element)
        elif isinstance(element, Heading):
            kind = _kind_of(element, desk)
        elif isinstance(element, Table):
            _write_table(element, made)
    return made


def _ordered(front: Front, lines: list[str]) -> Iterator[str]:
    """The front matter with its keys in order, each with the lines on which it goes on."""
    written = {found.key_place.line - 1: found for found in front.entries.values()}
    order = iter(sorted(written.values(), key=lambda found: list(KEYS).index(found.key)))
    after = 0
    for number in range(front.body_from):
        if number in written:
            moved = next(order)
            yield from lines[moved.key_place.line - 1 : moved.pieces[-1][1].line]
            after = written[number].pieces[-1][1].line
        elif number >= after:
            yield lines[number]


def _kind_of(heading: Heading, desk: Desk) -> Kind | None:
    block = block_of(heading, desk)
    if block is None:
        return None
    return SETTINGS if block.kind == SETTINGS.name else KINDS.get(block.kind)


def _follows(before: Bullet, after: Element, lines: Sequence[str]) -> bool:
    """Whether nothing but blank lines stands between two bullets."""
    between = lines[_last(before) : after.lines[0].number - 1] if isinstance(after, Bullet) else ["-"]
    return not any(line.strip() for line in between)


def _last(bullet: Bullet) -> int:
    return bullet.lines[-1].number


def _write_run(run: Sequence[Bullet], kind: Kind | None, made: list[str]) -> None:
    """The bullets of a run in the order of their kind; the blank lines between them keep their place."""
    if not run or kind is None:
        return
    order = [name for key in (*kind.keys, CHECK) for name in (key.name, key.english) if name]
    gaps = [made[_last(one) : other.lines[0].number - 1] for one, other in pairwise(run)]
    ordered = sorted(run, key=lambda bullet: order.index(_key(bullet)))
    lines = [[f"- {each.lines[0].text}", *(made[line.number - 1] for line in each.lines[1:])] for each in ordered]
    written = [line for part, gap in zip(lines, [*gaps, []], strict=True) for line in (*part, *gap)]
    made[run[0].lines[0].number - 1 : _last(run[-1])] = written


def _key(bullet: Bullet) -> str:
    match = KEY.match(bullet.lines[0].text)
    return match["key"] if match else CHECK.name


def _write_table(table: Table, made: list[str]) -> None:
    """Every cell as wide as the widest of its column."""
    first = table.header[0].number
    rows = [row for row in (table.header, *table.rows) if row]
    texts = [[_escaped(cell) for cell in row] for row in rows]
    widths = [max(_SHORTEST, *map(len, column)) for column in zip(*texts, strict=True)]
    for row, cells in zip(rows, texts, strict=True):
        made[row[0].number - 1] = f"| {' | '.join(_padded(cells, widths))} |"
    rules = (_rule(mark.text, width) for mark, width in zip(cells_of(made[first], first + 1), widths, strict=True))
    made[first] = f"|{'|'.join(rules)}|"


def _escaped(cell: Line) -> str:
    return cell.text.replace("|", "\\|")


def _padded(cells: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    return (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))


def _rule(mark: str, width: int) -> str:
    """The dashes below a header; the colons that align a column stay."""
    left, right = ":" * mark.startswith(":"), ":" * mark.endswith(":")
    return left + "-" * (width + 2 - len(left) - len(right)) + right
