"""`zwaar_gevolg`: the consequence is heavier than the purposes that a decisive set serves can bear.

E = the highest seriousness of the consequences that hold now; a purpose bears 0-4 (`draagt`). Fires when E is above
the highest of the purposes served by the members. Source: Awb 3:4 lid 2. Page: docs/findings/zwaar_gevolg.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.criteria.unresolved import facts_needed
from maatwerk.criteria.wording import filled
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.vocabulary import LEVEL, MORE, NOBODY, SET
from maatwerk.reasoning.table import Fact, Pattern, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View

CODE = "zwaar_gevolg"
DEFAULT_BEARS = 2


def borne_by(view: View, members: tuple[str, ...]) -> int:
    """The heaviest consequence (0-4) that the purposes of these criteria can bear; a criterion without purposes: 2."""
    purposes = view.situation.ruleset.purposes
    levels = [[purposes[name].bears for name in view.criterion(each).serves] for each in members]
    return max(level for each in levels for level in each or [DEFAULT_BEARS])


def _facts(view: View) -> Iterator[Fact]:
    for name, decisive in view.sets.items():
        yield Fact("felt", (name, view.severity))
        yield Fact("bears", (name, borne_by(view, decisive.criteria)))


def _text(view: View, found: Found) -> str:
    heaviest = view.consequences[0]
    return say(
        "finding.zwaar_gevolg",
        consequence=filled(heaviest.text, view.situation),
        severity=heaviest.severity,
        bears=borne_by(view, found.members),
    )


def _unjudged(view: View) -> frozenset[str]:
    """Only a consequence heavier than what some set can bear, and than what holds already, could still count."""
    if not view.sets:
        return frozenset()
    limit = max(view.severity, min(borne_by(view, each.criteria) for each in view.sets.values()))
    consequences = view.situation.ruleset.consequences.values()
    heavier = [each for each in consequences if view.result.id in each.outcomes and each.severity > limit]
    return facts_needed(view.situation, [each.when for each in heavier])


RULES = (
    Rule(
        CODE,
        4,
        when=(Pattern("felt", (SET, MORE)), Pattern("bears", (SET, LEVEL))),
        greater=(("more", "level"),),
        then=(Pattern("finding", (CODE, SET, NOBODY)),),
    ),
)
DETECTOR = Detector(CODE, "onredelijk", _text, _facts, RULES, unjudged=_unjudged)
