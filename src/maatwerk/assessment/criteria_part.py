"""The criteria as they are handed over: verdict, how near it is to turning, and why in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.assessment.model import CriterionResult
from maatwerk.basics.formatting import percentage
from maatwerk.basics.text import language, say
from maatwerk.criteria.members import split
from maatwerk.criteria.wording import filled
from maatwerk.expressions.because import because
from maatwerk.expressions.values import Truth
from maatwerk.findings.distance import distance_in_words

if TYPE_CHECKING:
    from maatwerk.expressions.shortfall import Gap
    from maatwerk.findings.view import View


TOLD = frozenset({"euro", "days"})


def criteria_results(view: View) -> tuple[CriterionResult, ...]:
    """Every criterion, by name: the order of the text has no meaning. One for each record where it is asked so."""
    situation = view.situation
    every = (member for name in sorted(situation.ruleset.criteria) for member in situation.members(name))
    return tuple(_result(view, member) for member in every)


def _result(view: View, member: str) -> CriterionResult:
    criterion = view.criterion(member)
    verdict = view.situation.verdict(member)
    _, number = split(member)
    return CriterionResult(
        id=criterion.name,
        list=criterion.per or None,
        record=None if number is None else number + 1,
        verdict=verdict.value,
        margin=_margin(view, member) if verdict.known else None,
        source=criterion.source,
        words=_words(view, member, verdict),
    )


def _words(view: View, member: str, verdict: Truth) -> str:
    criterion, scope = view.criterion(member), view.situation.scope_of(member)
    own = {Truth.YES: criterion.met, Truth.NO: criterion.not_met}.get(verdict)
    if own is not None:
        return filled(own, scope)
    return because(criterion.requirement.root, scope, language())


def _margin(view: View, name: str) -> str | None:
    """The nearest way to the other verdict, counted in euros or days; a bare number or a yes or no says nothing."""
    countable = [each for each in view.shortfall(name).alternatives if each and all(gap.kind in TOLD for gap in each)]
    if not countable:
        return None
    nearest = min(countable, key=lambda each: (len(each), sum(gap.distance for gap in each)))
    return say("assessment.margin", distance=distance_in_words(nearest, language()), share=_share(nearest)).strip()


def _share(gaps: tuple[Gap, ...]) -> str:
    if len(gaps) != 1 or not gaps[0].limit or gaps[0].kind != "euro":
        return ""  # a share of days or of people says nothing
    return f"({percentage(abs(gaps[0].distance / gaps[0].limit), language(), decimals=1)})"
