"""Pages that are partly made: what stands between two marks is written anew, the rest is by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

_PART = re.compile(r"(?P<start><!-- gemaakt: (?P<name>[a-z_.-]+) -->\n).*?(?P<end><!-- einde -->)", re.DOTALL)


def filled(page: str, makers: Mapping[str, Callable[[], str]]) -> str:
    """The page with each part `<!-- gemaakt: naam -->` … `<!-- einde -->` made anew. KeyError for an unknown part."""
    return _PART.sub(lambda found: f"{found['start']}\n{makers[found['name']]()}\n\n{found['end']}", page)


def parts_of(page: str) -> list[str]:
    """The names of the parts that are made on a page."""
    return [found["name"] for found in _PART.finditer(page)]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


def code(text: str) -> str:
    """A word of the language, as code."""
    return f"`{text}`"
