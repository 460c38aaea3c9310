"""A small ruleset in which a mark shows where one looks."""

from __future__ import annotations

from pathlib import Path

from maatwerk.editor.completion import complete
from maatwerk.editor.hover import hover
from maatwerk.editor.opened import Opened
from maatwerk.editor.positions import Position, lines_of
from maatwerk.ruleset.library import shipped
from tests.ruleset.problem_pages import base

MARK = "▮"
FILE = shipped() / "voorbeeld" / "2026-01-01.md"


def small(old: str = "", new: str = "") -> str:
    """The small ruleset of the reference, with a list, and one piece of it written otherwise."""
    text = base().replace("gebruikt: gronden", "gebruikt: awb")
    row = next(line for line in text.split("\n") if line.startswith("| inkomen "))
    rows = [
        "| kinderen | lijst | Welke kinderen hebt u? | BRP | register | derde |",
        "| kinderen.geboren_op | datum | Wanneer is het kind geboren? | BRP | register | derde |",
    ]
    text = text.replace(row, "\n".join([row, *rows]))
    assert old in text
    return text.replace(old, new, 1)


def looked_at(text: str) -> tuple[Opened, Position]:
    """The text without the mark, and the position where the mark stood."""
    assert 1 == text.count(MARK)
    before = lines_of(text[: text.index(MARK)])
    return Opened(text.replace(MARK, ""), Path(FILE)), Position(len(before), len(before[-1]) + 1)


def offered(old: str, new: str) -> list[str]:
    """What is offered at the mark, in order."""
    return [each.offer.label for each in complete(*looked_at(small(old, new)))]


def typed(old: str, new: str, label: str) -> str:
    """The line after one completion was chosen at the mark."""
    opened, at = looked_at(small(old, new))
    (chosen,) = [each for each in complete(opened, at) if each.offer.label == label]
    line = opened.lines[chosen.range.start.line - 1]
    assert chosen.range.start.line == chosen.range.end.line == at.line
    return line[: chosen.range.start.column - 1] + chosen.offer.written + line[chosen.range.end.column - 1 :]


def told(old: str, new: str) -> str:
    """What is said at the mark, spaces that do not break as ordinary ones; nothing where nothing is said."""
    found = hover(*looked_at(small(old, new)))
    return found.text.replace("\N{NO-BREAK SPACE}", " ") if found else ""
