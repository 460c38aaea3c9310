"""`doel_gemist`: the letter of a criterion and its purpose give different verdicts, and the criterion decides.

Onbedoeld: someone for whom the rule is meant is kept out, or someone for whom a burden is not meant carries it.
Source: Awb 3:3 and 3:4 (a power serves the purpose it was given for); page: docs/findings/doel_gemist.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import language, say
from maatwerk.criteria.members import split
from maatwerk.criteria.wording import filled, member_in_words
from maatwerk.expressions.because import because
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found

if TYPE_CHECKING:
    from maatwerk.findings.view import View
    from maatwerk.outcome.decisive import DecisiveSet

CODE = "doel_gemist"


def _indicates(view: View, _: DecisiveSet, criterion: str) -> Truth:
    by_purpose = view.criterion(criterion).by_purpose
    if by_purpose is None:
        return Truth.NO
    wanted = view.test_in(criterion, by_purpose)
    return Truth.of(wanted is not view.situation.verdict(criterion)) if wanted.known else Truth.UNKNOWN


def _needs(view: View, _: DecisiveSet, criterion: str) -> frozenset[str]:
    return view.needed_in(criterion, view.criterion(criterion).by_purpose)


def _text(view: View, found: Found) -> str:
    criterion = view.criterion(found.about)
    purposes = [filled(view.situation.ruleset.purposes[name].text, view.situation) for name in criterion.serves]
    by_purpose = criterion.by_purpose
    facts = because(by_purpose.root, view.situation.scope_of(found.about), language()) if by_purpose else ""
    said = say("finding.doel_gemist", purpose=" ".join(purposes), facts=facts).strip()
    if split(found.about)[1] is None:
        return said
    return f"{say('finding.in_record', criterion=member_in_words(view.situation.ruleset, found.about))} {said}"


DETECTOR = Detector(CODE, "onbedoeld", _text, indicates=_indicates, needs=_needs)
