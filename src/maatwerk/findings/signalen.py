"""Signals of the ruleset itself (`signaal` blocks): what a jurist wants noticed, with what to do now.

Page: docs/findings/signalen.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.unresolved import facts_needed
from maatwerk.criteria.wording import filled
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.vocabulary import NAME, NOBODY
from maatwerk.reasoning.table import Fact, Pattern, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Signal

CODE = "signaal"


def _here(view: View) -> list[Signal]:
    if view.outcome is None:
        return []
    signals = view.situation.ruleset.signals.values()
    return [each for each in signals if not each.outcomes or view.outcome.name in each.outcomes]


def _facts(view: View) -> Iterator[Fact]:
    for signal in _here(view):
        if view.situation.test(signal.when) is Truth.YES:
            yield Fact("signalled", (signal.name,))


def _text(view: View, found: Found) -> str:
    return filled(view.situation.ruleset.signals[found.about].text, view.situation)


def _unjudged(view: View) -> frozenset[str]:
    return facts_needed(view.situation, [each.when for each in _here(view)])


RULES = (Rule(CODE, 4, when=(Pattern("signalled", (NAME,)),), then=(Pattern("finding", (CODE, NOBODY, NAME)),)),)
DETECTOR = Detector(CODE, "onredelijk", _text, _facts, RULES, unjudged=_unjudged)
