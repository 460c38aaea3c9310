"""The free prose of a document, by heading: what the rules do not rest on, and a reader must see all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.ruleset.blocks import is_block
from maatwerk.ruleset.markdown import Bullet, Heading, Line, Paragraph
from maatwerk.ruleset.model import Prose, ProsePart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.ruleset.markdown import Element


def prose_of(elements: Iterable[Element]) -> tuple[Prose, ...]:
    """The paragraphs and lists that belong to no block, under the last heading that is not that of a block."""
    found: list[tuple[Heading, list[ProsePart]]] = [(Heading(1, Line(0, 0, "")), [])]
    in_block = False
    for element in elements:
        if isinstance(element, Heading):
            in_block = is_block(element)
            found += [] if in_block else [(element, [])]
        else:
            found[-1][1].extend(_parts(element, in_block=in_block))
    return tuple(Prose(heading.line.text.strip(), heading.level, tuple(parts)) for heading, parts in found if parts)


def _parts(element: Element, *, in_block: bool) -> Iterator[ProsePart]:
    match element:
        case Paragraph(lines):
            yield ProsePart(_joined(lines))
        case Bullet(lines=lines, below=below) if not in_block:
            yield ProsePart(_joined(lines), in_list=True)
            yield from (ProsePart(_joined(below), in_list=True),) * bool(below)
        case _:
            return  # keys, tables and quotes are read elsewhere


def _joined(lines: Iterable[Line]) -> str:
    return " ".join(line.text.strip() for line in lines).strip()
