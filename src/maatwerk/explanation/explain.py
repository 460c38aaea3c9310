"""The explanation of one case, brought together. It looks at an assessment and never changes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount
from maatwerk.basics.text import language, say
from maatwerk.criteria.wording import readable
from maatwerk.explanation.changes import Search
from maatwerk.explanation.model import Deciding, Explanation, ToAsk, WouldChange
from maatwerk.explanation.reasons import Reasons, member_names
from maatwerk.explanation.told import fact_change, facts_used, outcome_assessed, outcome_told
from maatwerk.explanation.tree import steps_of

if TYPE_CHECKING:
    from maatwerk.explanation.changes import Change
    from maatwerk.explanation.model import WhatIf
    from maatwerk.explanation.what_if import Checked
    from maatwerk.findings.view import View

BETTER_FIRST = ("ja", "onbekend", "nee")


def explained(checked: Checked, what_if: WhatIf | None = None) -> Explanation:
    """Why, why not, what would change it, and every step; beside it what if, where that was asked."""
    view, assessment = checked.view, checked.assessment
    reasons = Reasons(view, assessment)
    asked = frozenset(each.fact for each in assessment.questions)
    search = Search(view.situation, view.result).run()
    return Explanation(
        ruleset=assessment.ruleset.id,
        title=view.situation.ruleset.header.title_in(language()),
        valid_from=assessment.ruleset.valid_from,
        status=assessment.ruleset.status,
        case=checked.case.id,
        reference_date=assessment.reference_date,
        outcome=outcome_assessed(assessment, view.situation),
        why=reasons.why(),
        why_not=reasons.why_not(),
        deciding=_deciding(view),
        would_change=_would_change(view, search.found),
        left=_left(search),
        facts=facts_used(view, asked),
        questions=tuple(ToAsk(each.fact, each.question, each.settles) for each in assessment.questions),
        what_if=what_if,
        steps=steps_of(view, asked),
        agreed=assessment.reasoner.agreed,
    )


def _deciding(view: View) -> tuple[Deciding, ...]:
    return tuple(
        Deciding(
            criteria=each.criteria,
            name=member_names(view, each.criteria),
            outcome=outcome_told(view.situation.flipped(each.criteria), each.after),
            loss=say("explain.loss", amount=amount(each.loss)) if each.loss > 0 else "",
        )
        for each in view.sets.values()
    )


def _would_change(view: View, found: list[Change]) -> tuple[WouldChange, ...]:
    """What is better for the resident first, then what needs the fewest facts; else in the order of the text."""
    made = [
        WouldChange(
            changes=tuple(fact_change(view.situation, name, value) for name, value in each.values),
            outcome=outcome_told(each.situation, each.result.id),
            better=each.result.better_than(view.result).value,
        )
        for each in found
    ]
    return tuple(sorted(made, key=lambda each: (BETTER_FIRST.index(each.better), len(each.changes))))


def _left(search: Search) -> tuple[str, ...]:
    """What was not found or not tried."""
    names = ", ".join(readable(name) for name in search.missing)
    missing = say("explain.not_reached", outcomes=names) if names else ""
    return tuple(text for text in (missing, say("explain.cut") if search.cut else "") if text)
