"""A decision on an objection: who may take it, what must be done first, and whether it changes anything (Awb 7:11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.errors import NotAllowed
from maatwerk.basics.text import say
from maatwerk.decision.answering import meaningful
from maatwerk.decision.model import ObjectionDecided

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment, Proposal
    from maatwerk.case.model import Case, Objection, Process
    from maatwerk.decision.model import Decision


def may_on_objection(case: Case, person: str, earlier: Decision | None) -> None:
    """Stop who may not decide on the objection of this case; nothing where there is none.

    `person`: the id of who decides; `earlier`: the decision that was objected to.
    NotAllowed for who took the first decision (Awb 10:3 lid 3), for a decision about another case, and while it is not
    recorded that the resident was heard about the objection, or why not (Awb 7:2, 7:3).
    """
    objection = case.process.objection
    if objection is None:
        return
    if earlier is None or earlier.case != case.id or earlier.assessment.ruleset.id != case.ruleset:
        raise NotAllowed(say("decide.objection_other_case", number=objection.number))
    if earlier.decider.id == person:
        raise NotAllowed(say("decide.objection_same_person", number=objection.number))
    if not _heard(case.process, objection):
        raise NotAllowed(say("decide.objection_not_heard"))


def _heard(process: Process, objection: Objection) -> bool:
    """Whether a hearing on or after the day of the objection is recorded, or why there was none."""
    heard = process.heard
    if heard is None:
        return False
    return (heard.left_out and meaningful(heard.why)) or heard.took_place(objection.on)


def decided_on_objection(
    case: Case, earlier: Decision | None, chosen: Proposal | None, assessment: Assessment
) -> ObjectionDecided | None:
    """What a decision says of the objection: whether it changes the outcome or the amount, and how it was heard."""
    objection = case.process.objection
    if objection is None or earlier is None:
        return None
    now = (chosen.outcome_after, chosen.amount_after) if chosen else (assessment.outcome.id, assessment.outcome.amount)
    before = (earlier.outcome, earlier.amount)
    return ObjectionDecided(number=objection.number, on=objection.on, changed=now != before, heard=case.process.heard)
