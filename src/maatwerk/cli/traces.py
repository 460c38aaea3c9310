"""What a check leaves behind in the register when nobody decides: codes and a week, never a person.

Only a check at the counter is counted: there the resident walks away and nothing else remembers it. A case on file
stays on file, and somebody looks at it many times before it is decided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maatwerk.basics import clock
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment
    from maatwerk.cli.desk import Desk


def tell_difference(assessment: Assessment) -> None:
    """Say on standard error that the two reasoners differ, for a command that shows no screen of the assessment."""
    if not assessment.reasoner.agreed:
        click.echo(say("screen.reasoners_differ"), err=True)


def left_behind(desk: Desk, assessment: Assessment, *, at_counter: bool, differed: bool) -> str:
    """Count that a point was shown at the counter and nothing was decided, in an organisation; says what was noted."""
    counted = at_counter and bool(assessment.points) and desk.organisation is not None
    if counted:
        desk.register.trace_of_stopped_check(assessment, at=clock.now())
    return noted(desk, counted=counted, differed=differed)


def noted(desk: Desk, *, counted: bool = False, differed: bool) -> str:
    """What the register now has of a check. `differed`: the two reasoners did, which the desk itself wrote down."""
    there = {"screen.differed_noted": differed and desk.organisation is not None, "screen.counted": counted}
    told = [say(key) for key, is_there in there.items() if is_there]
    return " ".join((*told, say("screen.nothing_else"))) if told else say("screen.nothing_noted")
