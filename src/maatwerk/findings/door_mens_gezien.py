"""`door_mens_gezien`: what a person raised in words. The program does not test it; it counts all the same.

Page: docs/findings/door_mens_gezien.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.vocabulary import NAME, NOBODY
from maatwerk.reasoning.table import Fact, Pattern, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View

CODE = "door_mens_gezien"


def _facts(view: View) -> Iterator[Fact]:
    yield from (Fact("raised", (f"n{number}",)) for number in range(len(view.notes)))


def _text(view: View, found: Found) -> str:
    return say("finding.door_mens_gezien", note=view.notes[int(found.about[1:])])


RULES = (Rule(CODE, 4, when=(Pattern("raised", (NAME,)),), then=(Pattern("finding", (CODE, NOBODY, NAME)),)),)
DETECTOR = Detector(CODE, "onredelijk", _text, _facts, RULES)
