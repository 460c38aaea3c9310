"""`klein_verzuim`: a small lapse (a term, a form, a paper) decides, and what follows is no small matter.

Fires when a criterion of `soort: verzuim` is not met, `klein_als` is yes (without it: always), and the seriousness of
the consequences is 2 or more or the loss W is at least € 500. Source: Awb 3:4 lid 2. Page:
docs/findings/klein_verzuim.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount
from maatwerk.basics.text import language, say
from maatwerk.criteria.unresolved import facts_needed
from maatwerk.criteria.wording import filled, member_in_words
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Expression
    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet

CODE = "klein_verzuim"
FELT = 2


def _indicates(view: View, decisive: DecisiveSet, criterion: str) -> Truth:
    if not _is_lapse(view, criterion):
        return Truth.NO
    small, great = view.test_in(criterion, view.criterion(criterion).small_if), _great(view, decisive)
    if Truth.NO in (small, great):
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in (small, great) else Truth.YES


def _is_lapse(view: View, criterion: str) -> bool:
    return view.criterion(criterion).kind == "verzuim" and view.situation.verdict(criterion) is Truth.NO


def _great(view: View, decisive: DecisiveSet) -> Truth:
    """Whether what follows weighs: by the consequences that hold, or by the loss."""
    if view.severity >= FELT or decisive.loss >= view.situation.ruleset.settings.small_lapse_loss:
        return Truth.YES
    return Truth.UNKNOWN if _may_be_felt(view) else Truth.NO


def _may_be_felt(view: View) -> list[Expression]:
    """The conditions of consequences that would weigh and are not known to hold or not."""
    here = (each for each in view.situation.ruleset.consequences.values() if view.result.id in each.outcomes)
    tests = [each.when for each in here if each.severity >= FELT]
    return [test for test in tests if test is not None and not view.situation.test(test).known]


def _needs(view: View, decisive: DecisiveSet, criterion: str) -> frozenset[str]:
    if _indicates(view, decisive, criterion) is not Truth.UNKNOWN:
        return frozenset()
    small = view.needed_in(criterion, view.criterion(criterion).small_if)
    felt = _may_be_felt(view) if _great(view, decisive) is Truth.UNKNOWN else []
    return small | facts_needed(view.situation, felt)


def _text(view: View, found: Found) -> str:
    lapse = say("finding.klein_verzuim", criterion=member_in_words(view.situation.ruleset, found.about))
    return f"{lapse} {_what_follows(view, found)}"


def _what_follows(view: View, found: Found) -> str:
    if view.severity >= FELT:
        heaviest = view.consequences[0]
        consequence = filled(heaviest.text, view.situation)
        return say("finding.klein_verzuim_gevolg", consequence=consequence, severity=heaviest.severity)
    loss = next(each.loss for each in view.sets.values() if each.criteria == found.members)
    floor = view.situation.ruleset.settings.small_lapse_loss
    return say("finding.klein_verzuim_verlies", loss=amount(loss, language()), setting=amount(floor, language()))


DETECTOR = Detector(CODE, "onredelijk", _text, indicates=_indicates, needs=_needs)
