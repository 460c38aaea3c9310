"""What a check leaves behind in the register when nobody decides: codes and a week, never a person."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from maatwerk import clock
from maatwerk.text import say

if TYPE_CHECKING:
    from maatwerk.assessment import Assessment
    from maatwerk.cli.desk import Desk


def left_behind(desk: Desk, assessment: Assessment) -> str:
    """Count that a point was shown and nothing was decided, in an organisation; says what was written down."""
    if not assessment.points or desk.organisation is None:
        return say("screen.nothing_noted")
    desk.register.trace_of_stopped_check(assessment, at=clock.now())
    return say("screen.counted")


def of_difference(desk: Desk, assessment: Assessment) -> None:
    """Write down that the two reasoners differed: it must never pass in silence."""
    if assessment.reasoner.agreed or desk.organisation is None:
        return
    used = assessment.ruleset.model_dump(exclude={"status"})
    engine = f"maatwerk-{version('maatwerk')}"
    desk.register.append("reasoners_differed", {"ruleset": used, "engine": engine}, at=clock.now())
