"""A decision as the register keeps it: what holds no personal data in the body, everything else in the payload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maatwerk.decision import Decision
from maatwerk.errors import NotAllowed
from maatwerk.text import say

if TYPE_CHECKING:
    from maatwerk.register.book import Register
    from maatwerk.register.entry import Receipt, StoredDecision


def record(register: Register, decision: Decision) -> Receipt:
    """Write a decision. The same decision twice gives the same receipt: its assessment and moment are the key."""
    payload = decision.model_dump(mode="json", by_alias=True)
    return register.append_decision(body_of(decision), payload, at=decision.at, key=_key(decision))


def _key(decision: Decision) -> str:
    return f"{decision.assessment.assessment_hash}:{decision.at.isoformat()}"


def body_of(decision: Decision) -> dict[str, Any]:
    """The part that stays when a case is erased: rules, codes, grounds, who decided; nothing about the resident."""
    seen = decision.assessment
    chosen = next((each for each in seen.proposals if each.id == decision.choice), None)
    used = seen.ruleset
    return {
        "ruleset": {
            "id": used.id,
            "valid_from": used.valid_from,
            "rules_hash": used.rules_hash,
            "text_hash": used.text_hash,
        },
        "engine": f"maatwerk-{decision.engine_version}",
        "reference_date": seen.reference_date,
        "outcome_before": seen.outcome.id,
        "outcome_after": decision.outcome,
        "findings": list(dict.fromkeys(each.code for each in seen.findings)),
        "exceptions": list(chosen.exceptions) if chosen else [],
        "grounds": [each.id for each in chosen.grounds] if chosen else [],
        "choice": decision.sort,
        "track": decision.track,
        "person": {"id": decision.decider.id, "role": decision.decider.role},
    }


def decision_in(stored: StoredDecision) -> Decision:
    """The decision as it was taken. Raises NotAllowed when its data were erased."""
    if stored.payload is None:
        raise NotAllowed(say("decide.erased", number=stored.number))
    return Decision.model_validate(stored.payload)
