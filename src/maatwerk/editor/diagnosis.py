"""Every problem of a text, each with its range. What is wrong in a building block is told where it is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.api import examine_ruleset
from maatwerk.basics.text import language, say
from maatwerk.editor.fixes import Replacement, replacement
from maatwerk.editor.positions import range_of

if TYPE_CHECKING:
    from maatwerk.basics.problems import Place, Problem
    from maatwerk.editor.opened import Opened
    from maatwerk.editor.positions import Range


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A problem at its range in this text; `elsewhere`: its true place when that is in another file."""

    problem: Problem
    range: Range
    text: str
    instead: Replacement | None = None
    elsewhere: Place | None = None


def diagnosed(opened: Opened) -> tuple[Diagnosis, ...]:
    """All that `maatwerk rules check` would say if the text were saved now, but for its letters: those take seconds."""
    found = examine_ruleset(opened.file, library=opened.library, text=opened.text, letters=False).problems
    return tuple(_diagnosis(opened, each) for each in found)


def _diagnosis(opened: Opened, problem: Problem) -> Diagnosis:
    text = problem.text(language())
    if problem.place.file != str(opened.file):
        used = opened.draft.entries.get(("", "gebruikt"))
        here = range_of(used.place, opened.lines) if used else range_of(opened.draft.desk.header.place, opened.lines)
        return Diagnosis(problem, here, say("editor.elsewhere", place=problem.place, text=text), None, problem.place)
    hint = f" {say('cli.rules.meant', hint=problem.hint)}" if problem.hint else ""
    instead = replacement(problem, opened.lines)
    return Diagnosis(problem, range_of(problem.place, opened.lines), text + hint, instead)
