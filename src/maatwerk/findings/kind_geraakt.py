"""`kind_geraakt`: an adverse outcome falls on a child.

Fires when the outcome is adverse and a consequence of seriousness 2 or more falls on a child. Source: IVRK article 3.
Page: docs/findings/kind_geraakt.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.criteria.unresolved import facts_needed
from maatwerk.criteria.wording import filled
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.vocabulary import NAME, NOBODY
from maatwerk.reasoning.table import Fact, Pattern, Rule
from maatwerk.ruleset.model import ADVERSE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Consequence

CODE = "kind_geraakt"
LIGHTEST = 2


def _on_child(view: View, consequence: Consequence) -> bool:
    if consequence.who == "kind":
        return True
    return consequence.child_if is not None and view.situation.test(consequence.child_if) is Truth.YES


def _facts(view: View) -> Iterator[Fact]:
    if view.outcome is not None and view.outcome.kind in ADVERSE_KINDS:
        yield Fact("adverse_kind", (True,))
    for consequence in view.consequences:
        if consequence.severity >= LIGHTEST and _on_child(view, consequence):
            yield Fact("child_hit", (consequence.name,))


def _text(view: View, found: Found) -> str:
    consequence = view.situation.ruleset.consequences[found.about]
    return say(
        "finding.kind_geraakt",
        consequence=filled(consequence.text, view.situation),
        severity=consequence.severity,
    )


def _unjudged(view: View) -> frozenset[str]:
    if view.outcome is None or not view.adverse:
        return frozenset()
    consequences = view.situation.ruleset.consequences.values()
    here = [each for each in consequences if view.result.id in each.outcomes and each.severity >= LIGHTEST]
    children = [each for each in here if each.who == "kind" or each.child_if is not None]
    return facts_needed(view.situation, [test for each in children for test in (each.when, each.child_if)])


RULES = (
    Rule(
        CODE,
        4,
        when=(Pattern("adverse", (True,)), Pattern("child_hit", (NAME,))),
        then=(Pattern("finding", (CODE, NOBODY, NAME)),),
    ),
)
DETECTOR = Detector(CODE, "onredelijk", _text, _facts, RULES, unjudged=_unjudged)
