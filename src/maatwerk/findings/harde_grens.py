"""`harde_grens`: nearly met, and a great loss just beyond the limit.

Fires when in one alternative of the shortfall every comparison lies within its margin; if that alternative is all in
euros and the outcome before or after has an amount, the loss W must be at least 3 times the shortfall T: a limit that
loses a euro per euro is no hard limit. Source: Awb 3:4 lid 2. Page: docs/findings/harde_grens.md.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount
from maatwerk.basics.text import language, say
from maatwerk.expressions.shortfall import Gap, euros, within_margin
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.distance import distance_in_words

if TYPE_CHECKING:
    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet

CODE = "harde_grens"
Alternative = tuple[Gap, ...]


def _indicates(view: View, decisive: DecisiveSet, criterion: str) -> Truth:
    if _off(view, criterion):
        return Truth.NO
    if near(view, decisive, criterion):
        return Truth.YES
    return Truth.UNKNOWN if view.shortfall(criterion).unknown_names else Truth.NO


def _needs(view: View, _: DecisiveSet, criterion: str) -> frozenset[str]:
    return frozenset() if _off(view, criterion) else view.shortfall_facts(criterion)


def _off(view: View, criterion: str) -> bool:
    """Whether nothing counts as near, as with records: in a series one always lies near the limit."""
    margin = view.criterion(criterion).small_margin
    return not (margin.share or margin.days)


def near(view: View, decisive: DecisiveSet, criterion: str) -> tuple[Alternative, ...]:
    """The alternatives in which this criterion is nearly met, and that are worth a mention."""
    margin = view.criterion(criterion).small_margin
    alternatives = view.shortfall(criterion).alternatives
    return tuple(
        each
        for each in alternatives
        if each
        and all(within_margin(gap, margin.share, margin.days) for gap in each)
        and _great_loss(view, decisive, criterion, each)
    )


def _great_loss(view: View, decisive: DecisiveSet, criterion: str, alternative: Alternative) -> bool:
    if euros(alternative) is None or not _has_amount(view, decisive):
        return True
    lacking = view.shortfall_in_euros(criterion, decisive)
    return lacking is not None and decisive.loss >= view.situation.ruleset.settings.hard_limit_ratio * lacking


def _has_amount(view: View, decisive: DecisiveSet) -> bool:
    outcomes = view.situation.ruleset.outcomes
    return any(outcomes[name].amount is not None for name in (view.result.id, decisive.after))


def _text(view: View, found: Found) -> str:
    decisive = next(each for each in view.sets.values() if each.criteria == found.members)
    nearest = near(view, decisive, found.about)[0]
    values = {"distance": distance_in_words(nearest, language())}
    lacking = view.shortfall_in_euros(found.about, decisive)
    if euros(nearest) is None or not lacking or not decisive.loss:
        return say("finding.harde_grens", **values)
    ratio = view.situation.ruleset.settings.hard_limit_ratio
    times = Fraction(decisive.loss, lacking).__floor__()
    return say("finding.harde_grens_euro", loss=amount(decisive.loss, language()), times=times, setting=ratio, **values)


DETECTOR = Detector(CODE, "onredelijk", _text, indicates=_indicates, needs=_needs)
