"""What `--format json` prints of a decision: keys as in docs/json.md, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maatwerk.decision.model import Decision
    from maatwerk.register import Receipt


class StillNeeded(TypedDict):
    """One thing that a letter will miss."""

    part: str
    what: str


class DecisionMade(TypedDict):
    """What `decide` registered."""

    number: str
    case: str
    choice: str
    sort: str
    outcome: str
    amount: str | None
    track: str
    at: str
    hash: str
    letter_needs: list[StillNeeded]
    parts_left: list[str]
    reasoners_agreed: bool


RESULTS = (DecisionMade, StillNeeded)


def made(
    decision: Decision, receipt: Receipt, needed: Iterable[tuple[str, str]], parts_left: Sequence[str]
) -> DecisionMade:
    """The decision with its proof, what a letter will still need, and the parts of the case that wait."""
    return {
        "number": receipt.number,
        "case": decision.case,
        "choice": decision.choice,
        "sort": decision.sort,
        "outcome": decision.outcome,
        "amount": decision.amount,
        "track": decision.track,
        "at": receipt.at.isoformat(),
        "hash": receipt.hash,
        "letter_needs": [{"part": part, "what": what} for part, what in needed],
        "parts_left": list(parts_left),
        "reasoners_agreed": decision.assessment.reasoner.agreed,
    }
