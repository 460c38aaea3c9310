"""`spoed`: something happens to the resident before the decision must be taken: eviction, cut-off, a journey.

Fires when a consequence with `voor` (a date) holds and that day is not after the last day to decide. Also when the
outcome is favourable; while it is not known yet, for a consequence of every outcome that is still possible. Source:
Awb 3:2, 3:4 and 4:13 (in time). Page: docs/findings/spoed.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.criteria.unresolved import facts_needed
from maatwerk.criteria.wording import filled
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.values import Span, Truth
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.procedure import PROCEDURE_RULES
from maatwerk.findings.term import entries_of_term, facts_of_term, last_day
from maatwerk.reasoning.table import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Consequence

CODE = "spoed"


def _dated(view: View) -> list[Consequence]:
    """The consequences with a day, of every outcome that is still possible."""
    possible = view.result.outcomes.possible
    consequences = view.situation.ruleset.consequences.values()
    return [each for each in consequences if each.before and possible and possible <= set(each.outcomes)]


def _urgent(view: View, consequence: Consequence) -> Truth:
    holds, soon = view.situation.test(consequence.when), _soon(view, consequence)
    if Truth.NO in (holds, soon):
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in (holds, soon) else Truth.YES


def _soon(view: View, consequence: Consequence) -> Truth:
    """Whether its day lies before the term ends."""
    day = evaluate(consequence.before.root, view.situation) if consequence.before else None
    last = last_day(view)
    if last is None or not isinstance(day, Span):
        return Truth.NO
    if day.high is not None and last.low is not None and day.high <= last.low:  # type: ignore[operator]
        return Truth.YES
    apart = day.low is not None and last.high is not None and day.low > last.high  # type: ignore[operator]
    return Truth.NO if apart else Truth.UNKNOWN


def _facts(view: View) -> Iterator[Fact]:
    if any(_urgent(view, each) is Truth.YES for each in _dated(view)):
        yield Fact("procedure", (CODE,))


def _text(view: View, _: Found) -> str:
    urgent = [each for each in _dated(view) if _urgent(view, each) is Truth.YES]
    return say("finding.spoed", consequences=" ".join(filled(each.text, view.situation) for each in urgent))


def _unjudged(view: View) -> frozenset[str]:
    open_yet = _open(view)
    tests = [test for each in open_yet for test in (each.when, each.before)]
    return facts_needed(view.situation, tests) | (facts_of_term(view) if open_yet else frozenset())


def _lacking(view: View) -> frozenset[str]:
    return entries_of_term(view) if _open(view) else frozenset()


def _open(view: View) -> list[Consequence]:
    return [each for each in _dated(view) if _urgent(view, each) is Truth.UNKNOWN]


DETECTOR = Detector(CODE, "procedure", _text, _facts, PROCEDURE_RULES, unjudged=_unjudged, lacking=_lacking)
