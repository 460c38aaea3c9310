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
from maatwerk.outcome.decisive import decisive_set
from maatwerk.outcome.outcome import judge

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment, RecordMember
    from maatwerk.explanation.changes import Change
    from maatwerk.explanation.model import WhatIf
    from maatwerk.explanation.what_if import Checked
    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet

BETTER_FIRST = ("ja", "onbekend", "nee")


def explained(checked: Checked, what_if: WhatIf | None = None, *, steps: bool = True) -> Explanation:
    """Why, why not, what would change it, and every step; beside it what if, where that was asked.

    `steps=False` leaves out the steps: they take the most time where there are many records.
    """
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
        deciding=_deciding(view, assessment),
        would_change=_would_change(view, search.found),
        left=_left(search),
        facts=facts_used(view, asked),
        questions=tuple(ToAsk(each.fact, each.question, each.settles) for each in assessment.questions),
        what_if=what_if,
        steps=steps_of(view, asked) if steps else (),
        agreed=assessment.reasoner.agreed,
    )


def _deciding(view: View, assessment: Assessment) -> tuple[Deciding, ...]:
    """The sets that decide, as the assessment has them: searching them takes long where there are many records."""
    return tuple(_decides(view, tuple(map(_member, each))) for each in assessment.decisive)


def _member(each: str | RecordMember) -> str:
    return each if isinstance(each, str) else each.member


def _decides(view: View, members: tuple[str, ...]) -> Deciding:
    there = view.situation.flipped(members)
    found = decisive_set(view.situation, view.result, members, judge(there))
    told = outcome_told(there, found.after)
    return Deciding(members, member_names(view, members), told, _loss(found))


def _loss(each: DecisiveSet) -> str:
    """What is missed now, counted over a year where the money comes every period; nothing where it is no money."""
    key = "explain.loss_a_year" if each.recurs else "explain.loss"
    return say(key, amount=amount(each.loss)) if each.loss > 0 else ""


def _would_change(view: View, found: list[Change]) -> tuple[WouldChange, ...]:
    """What is better for the resident first, then another outcome, the fewest facts, and what has a distance."""
    made = [
        WouldChange(
            changes=tuple(fact_change(view.situation, name, value) for name, value in each.values),
            outcome=outcome_told(each.situation, each.result.id),
            better=each.result.better_than(view.result).value,
        )
        for each in found
    ]

    def place(each: WouldChange) -> tuple[int, bool, int, bool]:
        counted = all(change.difference for change in each.changes)
        return BETTER_FIRST.index(each.better), each.outcome.id == view.result.id, len(each.changes), not counted

    return tuple(sorted(made, key=place))


def _left(search: Search) -> tuple[str, ...]:
    """What was not found or not tried."""
    names = ", ".join(readable(name) for name in search.missing)
    missing = say("explain.not_reached", outcomes=names) if names else ""
    return tuple(text for text in (missing, say("explain.cut") if search.cut or search.skipped else "") if text)
