"""What `--format json` prints of an adoption and a withdrawal: keys as in docs/json.md, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from maatwerk.bench.repair import Repair, Touched
    from maatwerk.organisation.adoption import Adoption, Withdrawal


class TouchedShown(TypedDict):
    """A decision that was taken by other rules."""

    number: str
    reference_date: str | None
    decided_on: str


class RulesAdopted(TypedDict):
    """What `rules adopt` kept."""

    ruleset: str
    valid_from: str
    rules_hash: str
    text_hash: str
    on: str
    reason: str | None
    replaces: str | None
    touches: list[TouchedShown]


class RulesWithdrawn(TypedDict):
    """What `rules withdraw` kept."""

    ruleset: str
    valid_from: str
    start: str
    reason: str


RESULTS: tuple[type, ...] = (RulesAdopted, TouchedShown, RulesWithdrawn)


def adopted(made: Adoption, repair: Repair) -> RulesAdopted:
    """What was adopted, whose place it takes and which decisions that touches."""
    return {
        "ruleset": made.ruleset,
        "valid_from": made.valid_from.isoformat(),
        "rules_hash": made.rules_hash,
        "text_hash": made.text_hash,
        "on": made.on.isoformat(),
        "reason": made.reason or None,
        "replaces": repair.replaces.isoformat() if repair.replaces else None,
        "touches": [_touched(each) for each in repair.touched],
    }


def withdrawn(made: Withdrawal) -> RulesWithdrawn:
    """What was withdrawn, and from which day."""
    return {
        "ruleset": made.ruleset,
        "valid_from": made.valid_from.isoformat(),
        "start": made.start.isoformat(),
        "reason": made.reason,
    }


def _touched(each: Touched) -> TouchedShown:
    reference = each.reference_date.isoformat() if each.reference_date else None
    return {"number": each.number, "reference_date": reference, "decided_on": each.decided_on.isoformat()}
