"""What of a decision goes into the log, what into its payload, and back again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from maatwerk.basics.errors import RegisterRefused
from maatwerk.basics.text import say
from maatwerk.decision.model import Decision

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment, Proposal
    from maatwerk.register.entry import StoredDecision
    from maatwerk.register.seal import Json
    from maatwerk.ruleset.model import Ruleset


def body_of(decision: Decision) -> Json:
    """The body of `decision_taken`: ids and codes, nothing of the person whom it is about."""
    assessment = decision.assessment
    chosen = _chosen(decision)
    return {
        "ruleset": rules_of(assessment),
        "engine": decision.engine_version,
        "reference_date": assessment.reference_date,
        "outcome_before": assessment.outcome.id,
        "outcome_after": decision.outcome,
        "findings": codes_of(assessment),
        "exceptions": list(chosen.exceptions) if chosen else [],
        "grounds": [ground.id for ground in chosen.grounds] if chosen else [],
        "choice": decision.sort,
        "track": decision.track,
        "person": {"id": decision.decider.id, "role": decision.decider.role},
        "objection_to": decision.objection.number if decision.objection else None,
    }


def payload_of(decision: Decision) -> Json:
    """The whole decision with its assessment, as plain JSON."""
    plain: Json = decision.model_dump(mode="json", by_alias=True)
    return plain


def key_of(decision: Decision) -> str:
    """The request key: the same decision offered twice is one entry. Not a hash of the facts: that could be guessed."""
    used = decision.assessment.ruleset  # with its version: two parts of a case are two decisions, also at one moment
    return f"{decision.decider.id}:{used.id}:{used.valid_from}:{decision.at.isoformat()}"


def decision_from(stored: StoredDecision) -> Decision:
    """The decision as it was made. Raises RegisterRefused once its data have been erased."""
    if stored.payload is None:
        raise RegisterRefused(say("register.was_erased", number=stored.number))
    return Decision.model_validate_json(json.dumps(stored.payload))


def identity_of(ruleset: Ruleset) -> Json:
    """Exactly which rules these are."""
    identity = ruleset.identity
    return {
        "id": ruleset.id,
        "valid_from": ruleset.header.valid_from.isoformat(),
        "rules_hash": identity.rules_hash,
        "text_hash": identity.text_hash,
    }


def rules_of(assessment: Assessment) -> Json:
    """Exactly which rules the assessment used."""
    return assessment.ruleset.model_dump(mode="json", include={"id", "valid_from", "rules_hash", "text_hash"})


def codes_of(assessment: Assessment) -> list[str]:
    """The codes of the findings, each once."""
    return sorted({finding.code for finding in assessment.findings})


def _chosen(decision: Decision) -> Proposal | None:
    return next((each for each in decision.assessment.proposals if each.id == decision.choice), None)
