"""What a check leaves behind in the register when nobody decides: codes and a week, never a person.

Only a check at the counter is counted: there the resident walks away and nothing else remembers it. A case on file
stays on file, and somebody looks at it many times before it is decided.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from maatwerk.basics import clock
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment
    from maatwerk.cli.desk import Desk


def left_behind(desk: Desk, assessment: Assessment, *, at_counter: bool) -> str:
    """Count that a point was shown at the counter and nothing was decided, in an organisation; says what was noted."""
    if not at_counter or not assessment.points or desk.organisation is None:
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
