"""The criteria as they are handed over: verdict, how near it is to turning, and why in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.assessment import CriterionResult
from maatwerk.expressions.because import because
from maatwerk.expressions.values import Truth
from maatwerk.findings.distance import distance_in_words
from maatwerk.formatting import percentage
from maatwerk.text import language, say
from maatwerk.wording import filled

if TYPE_CHECKING:
    from maatwerk.expressions.shortfall import Gap
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Criterion


def criteria_results(view: View) -> tuple[CriterionResult, ...]:
    """Every criterion, by name: the order of the text has no meaning."""
    return tuple(_result(view, criterion) for _, criterion in sorted(view.situation.ruleset.criteria.items()))


def _result(view: View, criterion: Criterion) -> CriterionResult:
    verdict = view.situation.verdict(criterion.name)
    return CriterionResult(
        id=criterion.name,
        record=None,
        verdict=verdict.value,
        margin=_margin(view, criterion.name) if verdict.known else None,
        source=criterion.source,
        words=_words(view, criterion, verdict),
    )


def _words(view: View, criterion: Criterion, verdict: Truth) -> str:
    own = {Truth.YES: criterion.met, Truth.NO: criterion.not_met}.get(verdict)
    if own is not None:
        return filled(own, view.situation)
    return because(criterion.requirement.root, view.situation, language())


def _margin(view: View, name: str) -> str | None:
    """The nearest way to the other verdict that is counted in euros, numbers or days; None when it is yes or no."""
    countable = [each for each in view.shortfall(name).alternatives if each and all(gap.kind != "hard" for gap in each)]
    if not countable:
        return None
    nearest = min(countable, key=lambda each: (len(each), sum(gap.distance for gap in each)))
    return say("handover.margin", distance=distance_in_words(nearest, language()), share=_share(nearest)).strip()


def _share(gaps: tuple[Gap, ...]) -> str:
    if len(gaps) != 1 or not gaps[0].limit or gaps[0].kind == "days":
        return ""
    return f"({percentage(abs(gaps[0].distance / gaps[0].limit), language(), decimals=1)})"
