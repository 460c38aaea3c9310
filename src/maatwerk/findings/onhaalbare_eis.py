"""`onhaalbare_eis`: this person cannot meet the requirement, whatever they do (nobody is held to the impossible).

Source: WRR, Weten is nog geen doen (2017); Behoorlijkheidsnorm maatwerk. Page: docs/findings/onhaalbare_eis.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.because import because
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found
from maatwerk.text import language, say
from maatwerk.wording import member_in_words

if TYPE_CHECKING:
    from maatwerk.decisive import DecisiveSet
    from maatwerk.findings.view import View

CODE = "onhaalbare_eis"


def _indicates(view: View, _: DecisiveSet, criterion: str) -> Truth:
    feasible = view.criterion(criterion).feasible_if
    if feasible is None or view.situation.verdict(criterion) is not Truth.NO:
        return Truth.NO
    return view.test_in(criterion, feasible).inverted()


def _needs(view: View, _: DecisiveSet, criterion: str) -> frozenset[str]:
    return view.needed_in(criterion, view.criterion(criterion).feasible_if)


def _text(view: View, found: Found) -> str:
    feasible = view.criterion(found.about).feasible_if
    facts = because(feasible.root, view.situation.scope_of(found.about), language()) if feasible else ""
    return say("finding.onhaalbare_eis", criterion=member_in_words(view.situation.ruleset, found.about), facts=facts)


DETECTOR = Detector(CODE, "onbedoeld", _text, indicates=_indicates, needs=_needs)
