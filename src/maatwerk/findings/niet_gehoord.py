"""`niet_gehoord`: an adverse decision without the resident's own story.

Fires on the heavy track when the outcome is adverse and no hearing is recorded since the application, or since the
objection where the case is about one. It "must" (Awb 4:7, 4:8) when a fact
that carries the outcome did not come from the resident and no reason of Awb 4:11 or 4:12 is recorded; otherwise the
program advises it. Page: docs/findings/niet_gehoord.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.procedure import PROCEDURE_RULES
from maatwerk.findings.weighty import weighty_facts
from maatwerk.reasoning.table import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View

CODE = "niet_gehoord"
RESIDENT = "inwoner"


def _facts(view: View) -> Iterator[Fact]:
    if view.adverse and not view.light and not heard(view):
        yield Fact("procedure", (CODE,))


def heard(view: View) -> bool:
    """Whether a hearing is recorded. One from before the day of receipt was about something else."""
    record, objection = view.process.heard, view.process.objection
    return record is not None and record.took_place(objection.on if objection else view.received)


def _must(view: View) -> bool:
    record = view.process.heard
    if (record is not None and record.left_out) or view.process.not_heard_reason.strip():
        return False
    return any(weighty_facts(view, lambda name: not _said_by_resident(view, name)))


def _said_by_resident(view: View, name: str) -> bool:
    given = view.given.get(name)
    return given is not None and given.by == RESIDENT


def _text(view: View, _: Found) -> str:
    return say("finding.niet_gehoord_moet" if _must(view) else "finding.niet_gehoord_raad")


DETECTOR = Detector(CODE, "procedure", _text, _facts, PROCEDURE_RULES)
