"""`stapeling`: this adverse outcome comes on top of others for the same household.

Fires when the ruleset says `stapeling: ja`, the outcome is adverse, and the case holds two or more other adverse
decisions on the household in the 12 months up to the reference date; each number counts once. Source: Awb 3:4 lid 2.
Page: docs/findings/stapeling.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.terms import months_before
from maatwerk.basics.text import say
from maatwerk.expressions.values import exactly
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.vocabulary import NOBODY
from maatwerk.reasoning.table import Fact, Kind, Pattern, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from maatwerk.findings.view import View

CODE = "stapeling"
AT_LEAST = 2
MONTHS = 12


def others(view: View) -> frozenset[str]:
    """The numbers of the other adverse decisions on the household that count: not the one that is decided on again."""
    last = _reference_day(view)
    first = months_before(last, MONTHS)
    counted = [each for each in view.process.decisions if each.adverse and each.household and first <= each.on <= last]
    again = {view.process.objection.number} if view.process.objection else set()
    return frozenset(each.number for each in counted) - again


def _reference_day(view: View) -> date:
    """The reference date; today where that is not one known day (each record has its own)."""
    return exactly(view.situation.reference_date) or view.today  # type: ignore[return-value]


def _facts(view: View) -> Iterator[Fact]:
    if view.outcome is not None and view.situation.ruleset.header.stacking and len(others(view)) >= AT_LEAST:
        yield Fact("stacked", (len(others(view)),))


def _text(view: View, _: Found) -> str:
    return say("finding.stapeling", number=len(others(view)), months=MONTHS)


KIND = Kind("stacked", (("decisions", int),), 0)
RULES = (
    Rule(
        CODE,
        4,
        when=(Pattern("adverse", (True,)), Pattern("stacked", (None,))),
        then=(Pattern("finding", (CODE, NOBODY, NOBODY)),),
    ),
)
DETECTOR = Detector(CODE, "onredelijk", _text, _facts, RULES, kinds=(KIND,))
