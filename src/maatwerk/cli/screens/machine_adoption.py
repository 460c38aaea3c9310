"""What `--format json` prints of an adoption and a withdrawal: keys as in docs/json.md, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from maatwerk.case.typed import as_written
from maatwerk.expressions.types import AMOUNT
from maatwerk.expressions.values import Span

if TYPE_CHECKING:
    from maatwerk.bench.writing.repair import Repair, Touched
    from maatwerk.organisation.adoption import Adoption, Withdrawal
    from maatwerk.ruleset.model import ExceptionRule, Ruleset


class TouchedShown(TypedDict):
    """A decision that was taken by other rules."""

    number: str
    reference_date: str | None
    decided_on: str


class ExceptionConfirmed(TypedDict):
    """An exception of these rules, with who may use it."""

    id: str
    criteria: list[str]
    ground: str
    authority: str
    four_eyes: bool
    at_most: str | None


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
    exceptions: list[ExceptionConfirmed]


class RulesWithdrawn(TypedDict):
    """What `rules withdraw` kept."""

    ruleset: str
    valid_from: str
    start: str
    reason: str


RESULTS: tuple[type, ...] = (RulesAdopted, TouchedShown, ExceptionConfirmed, RulesWithdrawn)


def adopted(made: Adoption, repair: Repair, rules: Ruleset) -> RulesAdopted:
    """What was adopted, whose place it takes, which decisions that touches, and which exceptions were confirmed."""
    return {
        "ruleset": made.ruleset,
        "valid_from": made.valid_from.isoformat(),
        "rules_hash": made.rules_hash,
        "text_hash": made.text_hash,
        "on": made.on.isoformat(),
        "reason": made.reason or None,
        "replaces": repair.replaces.isoformat() if repair.replaces else None,
        "touches": [_touched(each) for each in repair.touched],
        "exceptions": [_exception(each, rules) for each in rules.exceptions.values()],
    }


def withdrawn(made: Withdrawal) -> RulesWithdrawn:
    """What was withdrawn, and from which day."""
    return {
        "ruleset": made.ruleset,
        "valid_from": made.valid_from.isoformat(),
        "start": made.start.isoformat(),
        "reason": made.reason,
    }


def _exception(each: ExceptionRule, rules: Ruleset) -> ExceptionConfirmed:
    ground = rules.grounds[each.ground]
    return {
        "id": each.name,
        "criteria": list(each.criteria),
        "ground": ground.article,
        "authority": each.authority,
        "four_eyes": ground.four_eyes or each.four_eyes_above is not None,
        "at_most": as_written(AMOUNT, Span.point(each.at_most)) if each.at_most is not None else None,
    }


def _touched(each: Touched) -> TouchedShown:
    reference = each.reference_date.isoformat() if each.reference_date else None
    return {"number": each.number, "reference_date": reference, "decided_on": each.decided_on.isoformat()}
