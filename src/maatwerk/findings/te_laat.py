"""`te_laat`: the last day to decide has passed.

Fires when today is after the last day: received + `beslistermijn` + what the term stood still, or the day that its
calculation gives; moved on from a Saturday, Sunday or holiday. Also when the outcome is favourable, or not known yet.
Source: Awb 4:13-4:15, 4:17; Algemene termijnenwet, article 1. Page: docs/findings/te_laat.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day as in_words
from maatwerk.basics.text import language, say
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.procedure import PROCEDURE_RULES
from maatwerk.findings.term import entries_of_term, facts_of_term, last_day
from maatwerk.reasoning.table import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View

CODE = "te_laat"


def late(view: View) -> Truth:
    """Whether the last day to decide has passed."""
    last, today = last_day(view), view.today
    if last is None:
        return Truth.NO
    if last.high is not None and today > last.high:
        return Truth.YES
    return Truth.NO if last.low is not None and today <= last.low else Truth.UNKNOWN


def _facts(view: View) -> Iterator[Fact]:
    if late(view) is Truth.YES:
        yield Fact("procedure", (CODE,))


def _text(view: View, _: Found) -> str:
    last = last_day(view)
    return say("finding.te_laat", day=in_words(last.high, language()) if last and last.high else "")


def _unjudged(view: View) -> frozenset[str]:
    return facts_of_term(view) if late(view) is Truth.UNKNOWN else frozenset()


def _lacking(view: View) -> frozenset[str]:
    return entries_of_term(view) if late(view) is Truth.UNKNOWN else frozenset()


DETECTOR = Detector(CODE, "procedure", _text, _facts, PROCEDURE_RULES, unjudged=_unjudged, lacking=_lacking)
