"""The explanation of a case that may have parts: each under its own heading, as lines and as data."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypedDict

from maatwerk.basics.text import say
from maatwerk.cli.screens import assessed, explain
from maatwerk.cli.screens.model import Title, loose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.case.parts import CasePart
    from maatwerk.cli.screens.model import Screen, Section
    from maatwerk.explanation.model import Explanation


@dataclass(frozen=True, slots=True)
class Explained:
    """A part of a case with its explanation."""

    part: CasePart
    explanation: Explanation


class ExplainedPart(TypedDict):
    """One part of a case."""

    part: str
    rows: dict[str, list[int]]
    explanation: dict[str, Any]


class ExplainedParts(TypedDict):
    """What `explain` tells of a case that falls in several versions of the rules."""

    parts: list[ExplainedPart]


def screen(explained: Sequence[Explained], *, everything: bool) -> Screen:
    """All parts below each other; of one part only that."""
    if len(explained) == 1:
        return explain.screen(explained[0].explanation, everything=everything)
    shown: list[Title | Section] = [loose(say("screen.split", number=len(explained)))]
    for number, each in enumerate(explained, start=1):
        day = assessed.iso_day(each.part.valid_from)
        shown.append(Title(say("screen.part", number=number, total=len(explained), day=day)))
        shown += explain.screen(each.explanation, everything=everything)
    return tuple(shown)


def as_data(explained: Sequence[Explained]) -> ExplainedParts:
    """All parts for a machine, oldest rules first."""
    parts: list[ExplainedPart] = [
        {
            "part": each.part.valid_from,
            "rows": {name: list(numbers) for name, numbers in each.part.rows.items()},
            "explanation": asdict(each.explanation),
        }
        for each in explained
    ]
    return {"parts": parts}
