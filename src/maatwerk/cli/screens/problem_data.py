"""A problem as data for `--format json`: keys as in docs/json.md, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from maatwerk.basics.problems import Place
from maatwerk.basics.text import language
from maatwerk.cli.screens.failures import near, source_lines
from maatwerk.editor.fixes import expected, replacement
from maatwerk.editor.positions import range_of

if TYPE_CHECKING:
    from maatwerk.basics.problems import Problem
    from maatwerk.editor.positions import Range


class PositionShown(TypedDict):
    """Before the character in this column."""

    line: int
    column: int


class RangeShown(TypedDict):
    """From a position up to, not with, another."""

    start: PositionShown
    end: PositionShown


class ReplacementShown(TypedDict):
    """What to write instead, and over what."""

    range: RangeShown
    text: str


class ProblemShown(TypedDict):
    """One problem in a text."""

    code: str
    file: str
    line: int
    column: int
    length: int
    range: RangeShown
    severity: Literal["error", "warning"]
    message: str
    expected: str | None
    hint: str | None
    replacement: ReplacementShown | None
    warning: bool


def as_data(each: Problem) -> ProblemShown:
    """A problem with its range, what is expected and what to write instead."""
    lines = source_lines(each.place.file)
    instead = replacement(each, lines)
    return {
        "code": each.code,
        "file": file_of(each.place),
        "line": each.place.line,
        "column": each.place.column,
        "length": each.place.length,
        "range": _range(range_of(each.place, lines)),
        "severity": "warning" if each.warning else "error",
        "message": each.text(language()),
        "expected": expected(each),
        "hint": each.hint or None,
        "replacement": {"range": _range(instead.range), "text": instead.text} if instead else None,
        "warning": each.warning,
    }


def _range(found: Range) -> RangeShown:
    start, end = (PositionShown(line=each.line, column=each.column) for each in (found.start, found.end))
    return {"start": start, "end": end}


def file_of(place: Place) -> str:
    """The file of a place, from the current folder where it lies below it."""
    return near(Place(place.file))
