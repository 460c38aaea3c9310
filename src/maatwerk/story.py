"""The story on one page: from a case to everything that the machine hands over. It never decides.

case ─▶ criteria ─▶ outcome ─▶ findings ─▶ grounds and proposals ─▶ Assessment ─▶ (a person) decision …
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import rfc8785

from maatwerk.assessment.criteria_part import criteria_results
from maatwerk.assessment.members_part import named
from maatwerk.assessment.model import Assessment, ReasonerUsed, RulesetUsed
from maatwerk.assessment.no_room_part import no_room
from maatwerk.assessment.outcome_part import outcome_result
from maatwerk.assessment.points_part import findings, points
from maatwerk.assessment.proposal_part import proposal, with_own_ids
from maatwerk.assessment.rest_part import alternatives, not_judged, open_norms, promises, questions, settings, to_check
from maatwerk.case.facts import fact_as_json
from maatwerk.criteria.members import RecordValues, field_name
from maatwerk.criteria.situation import Situation
from maatwerk.expressions.values import exactly
from maatwerk.findings.detect import look, seen_in_words
from maatwerk.findings.view import View
from maatwerk.proposals.propose import rank, room
from maatwerk.reasoning.heard import listening

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from maatwerk.case.model import Case, GivenFact
    from maatwerk.findings.detect import Look
    from maatwerk.proposals.propose import Room
    from maatwerk.ruleset.model import Fact, Ruleset

ROLES = ("baliemedewerker", "behandelaar", "klantmanager", "kwaliteitsmedewerker", "teamleider", "jurist")
"""The order of authority where the organisation's people file gives none, lowest first."""
CASEWORKER = "klantmanager"


def assess(
    ruleset: Ruleset,
    case: Case,
    *,
    today: date,
    adopted: bool = False,
    notes: Sequence[str] = (),
    roles: Sequence[str] = ROLES,
    ask: bool = True,
) -> Assessment:
    """Read, judge, look and propose. `ask=False` leaves out the questions (they cost the most time).

    Where the two reasoners differed on anything that was reasoned for it, nothing is proposed.
    """
    handed_over = partial(_assessment, roles=roles, adopted=adopted, case=case, ask=ask)
    with listening() as differences:
        view = view_of(ruleset, case, today=today, notes=notes)
        seen = look(view)
        found = room(view, seen, roles)
        assessment = handed_over(view, seen, found, agreed=True)
    return handed_over(view, seen, replace(found, ways=()), agreed=False) if differences else assessment


def view_of(ruleset: Ruleset, case: Case, *, today: date, notes: Sequence[str] = ()) -> View:
    """Steps 1 and 2: every criterion, and the outcome by the letter of the rules."""
    values = {name: given.value for name, given in case.facts.items()}
    lists = {
        name: RecordValues(
            tuple({key: each.value for key, each in record.items()} for record in given.records), given.complete
        )
        for name, given in case.lists.items()
    }
    situation = Situation(ruleset, values, today=today, received=case.received, lists=lists)
    return View(situation, case.process, _given(case), (*case.notes, *notes))


def _given(case: Case) -> dict[str, GivenFact]:
    """Who said each fact, those in records by their own name."""
    in_records = {
        field_name(name, number, field): given
        for name, found in case.lists.items()
        for number, record in enumerate(found.records)
        for field, given in record.items()
    }
    return {**case.facts, **in_records}


def _assessment(
    view: View, seen: Look, found: Room, *, agreed: bool, roles: Sequence[str], adopted: bool, case: Case, ask: bool
) -> Assessment:
    rules = view.situation.ruleset
    proposals = with_own_ids([proposal(view, way, roles) for way in found.ways])
    outcome = outcome_result(view)
    reference = exactly(view.situation.reference_date)
    own = [
        each
        for each in proposals
        if not each.ask_jurist and _by_caseworker(each.authority, roles, four_eyes=each.four_eyes)
    ]
    unsealed = Assessment(
        ruleset=_ruleset_used(rules, adopted=adopted),
        checked_on=view.today,
        reference_date=str(reference) if reference else None,
        outcome=outcome,
        criteria=criteria_results(view),
        questions=questions(view) if ask else (),
        decisive=tuple(tuple(named(rules, member) for member in each.criteria) for each in view.sets.values()),
        findings=findings(rules, seen),
        proposals=proposals,
        no_room=no_room(view, found),
        alternatives=alternatives(view, found),
        promises=promises(view),
        equal_cases=(),
        reasoner=ReasonerUsed(engine=_engine(seen.engine), agreed=agreed),
        points=points(seen),
        not_judged=(*not_judged(seen, view), *seen_in_words(seen)),
        settings=settings(rules),
        to_check=to_check(rules),
        open_norms=open_norms(view, found),
        track="licht" if view.light else "zwaar",
        remedy=view.outcome.remedy if view.outcome else (rules.header.remedy or "geen"),
        say_first=own[0].say if own else outcome.say,
        facts_hash=facts_hash(rules, case),
        assessment_hash="",
    )
    return unsealed.model_copy(update={"assessment_hash": sealed(unsealed)})


def _engine(name: str) -> Literal["durable", "naive"]:
    return "durable" if name == "durable" else "naive"


def _by_caseworker(authority: str, roles: Sequence[str], *, four_eyes: bool) -> bool:
    return not four_eyes and rank(authority, roles) <= rank(CASEWORKER, roles)


def _ruleset_used(ruleset: Ruleset, *, adopted: bool) -> RulesetUsed:
    return RulesetUsed(
        id=ruleset.id,
        valid_from=ruleset.header.valid_from.isoformat(),
        rules_hash=ruleset.identity.rules_hash,
        text_hash=ruleset.identity.text_hash,
        status="vastgesteld" if adopted else "concept",
    )


def facts_hash(ruleset: Ruleset, case: Case) -> str:
    """SHA-256 over the known facts and who gave them, in canonical order: what makes an assessment stale."""
    rows: list[Any] = [_row(ruleset.facts[name], given) for name, given in sorted(case.facts.items())]
    for name, found in sorted(case.lists.items()):
        fields = ruleset.lists[name].fields
        records = [[_row(fields[key], record[key]) for key in sorted(record)] for record in found.records]
        rows.append([name, found.complete, records])
    return hashlib.sha256(rfc8785.dumps(rows)).hexdigest()


def _row(fact: Fact, given: GivenFact) -> list[Any]:
    return [fact.name, fact_as_json(fact.type, given.value), given.by, given.verified, given.contested]


def sealed(assessment: Assessment) -> str:
    """SHA-256 over the whole assessment but its own hash, as canonical JSON."""
    body = assessment.model_dump(mode="json", by_alias=True, exclude={"assessment_hash"})
    return hashlib.sha256(rfc8785.dumps(body)).hexdigest()
