"""What one person may do with an assessment by herself, and so the sentence that she can say first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maatwerk.assessment.model import OutcomeResult, Proposal

    May = Callable[[str], bool]
    """Whether the person who looks may decide on what asks for a role."""


def alone(proposals: Sequence[Proposal], may: May) -> tuple[Proposal, ...]:
    """The proposals for which neither the jurist nor a second person is needed, and of which the role is hers."""
    return tuple(each for each in proposals if not each.ask_jurist and not each.four_eyes and may(each.authority))


def first_said(proposals: Sequence[Proposal], outcome: OutcomeResult, may: May) -> str:
    """The sentence of the best proposal that she may do herself, else that of the outcome: nothing is promised."""
    return next((each.say for each in alone(proposals, may)), outcome.say)
