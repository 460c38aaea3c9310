"""What a problem offers to write instead ("bedoelde u …?"), as a text with its range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.editor.positions import on_line, range_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.basics.problems import Problem
    from maatwerk.editor.positions import Range

_KIND = "M014"
_ADVICE = frozenset({"M270", "M303"})  # says how to write it, but not what to put in that place
_OPEN = "…"  # a hint with something to fill in
_WRONG = ("found", "name")  # under which a problem keeps the word that is wrong
_EXPECTED = ("expected", "options", "units")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Writing `text` over this range takes the problem away."""

    range: Range
    text: str


def replacement(problem: Problem, lines: Sequence[str]) -> Replacement | None:
    """What to write instead; None where the problem has no suggestion that can be put in as it is."""
    if not problem.hint or problem.code in _ADVICE or _OPEN in problem.hint:
        return None
    place = range_of(problem.place, lines)
    start = place.start.column - 1
    written = _line(lines, place.start.line)[start : place.end.column - 1]
    word = _wrong_word(problem, written)
    if word:
        place = on_line(place.start.line, place.start.column + word.start(), len(word[0]))
    as_in_heading = problem.code == _KIND and written[:1].isupper()
    return Replacement(place, problem.hint.capitalize().replace("_", " ") if as_in_heading else problem.hint)


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if number <= len(lines) else ""


def _wrong_word(problem: Problem, written: str) -> re.Match[str] | None:
    """The word that is wrong, where the place is more than that word alone."""
    values = dict(problem.values)
    words = (values[key] for key in _WRONG if values.get(key))
    return next(filter(None, (re.search(rf"(?<!\w){re.escape(word)}(?!\w)", written) for word in words)), None)


def expected(problem: Problem) -> str | None:
    """What may stand there, where the problem names it by itself; else its message says so in words."""
    values = dict(problem.values)
    if "lowest" in values:
        return f"{values['lowest']}–{values['highest']}"
    return next((values[key] for key in _EXPECTED if values.get(key)), None)
