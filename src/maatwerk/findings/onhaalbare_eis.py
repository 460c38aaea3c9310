"""`onhaalbare_eis`: this person cannot meet the requirement, whatever they do (nobody is held to the impossible).

Fires on a criterion that is not met when `haalbaar_als` is no, or when it waits for itself by way of others that are
not met (`wacht_op`). Source: WRR, Weten is nog geen doen (2017); Behoorlijkheidsnorm maatwerk. Page:
docs/findings/onhaalbare_eis.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import language, say
from maatwerk.criteria.wording import member_in_words
from maatwerk.expressions.because import because
from maatwerk.expressions.values import Truth
from maatwerk.findings.circles import awaited_in_circle, facts_of_circle, waits_in_a_circle
from maatwerk.findings.detector import Detector, Found

if TYPE_CHECKING:
    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet

CODE = "onhaalbare_eis"


def _indicates(view: View, _: DecisiveSet, criterion: str) -> Truth:
    if view.situation.verdict(criterion) is not Truth.NO:
        return Truth.NO
    answers = (_infeasible(view, criterion), waits_in_a_circle(view, criterion))
    return next((each for each in (Truth.YES, Truth.UNKNOWN) if each in answers), Truth.NO)


def _infeasible(view: View, criterion: str) -> Truth:
    """Whether `haalbaar_als` is no; without it the requirement can be met."""
    return view.test_in(criterion, view.criterion(criterion).feasible_if).inverted()


def _needs(view: View, _: DecisiveSet, criterion: str) -> frozenset[str]:
    own = view.needed_in(criterion, view.criterion(criterion).feasible_if)
    return own | facts_of_circle(view, criterion)


def _text(view: View, found: Found) -> str:
    rules, feasible = view.situation.ruleset, view.criterion(found.about).feasible_if
    criterion = member_in_words(rules, found.about)
    if feasible is not None and _infeasible(view, found.about) is Truth.YES:
        facts = because(feasible.root, view.situation.scope_of(found.about), language())
        return say("finding.onhaalbare_eis", criterion=criterion, facts=facts)
    others = [member_in_words(rules, each) for each in awaited_in_circle(view, found.about)]
    if not others:
        return say("finding.onhaalbare_eis_zelf", criterion=criterion)
    return say("finding.onhaalbare_eis_kring", criterion=criterion, others="', '".join(others))


DETECTOR = Detector(CODE, "onbedoeld", _text, indicates=_indicates, needs=_needs)
