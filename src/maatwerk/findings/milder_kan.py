"""`milder_kan`: a milder means repairs the very criteria that decide.

Fires when an alternative for this outcome, on its conditions, repairs all members of a decisive set (`herstelt`).
Source: ABRvS 2 February 2022, ECLI:NL:RVS:2022:285 (necessary: would less far-reaching do?). Page:
docs/findings/milder_kan.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.criteria.members import criterion_of
from maatwerk.criteria.unresolved import facts_needed
from maatwerk.criteria.wording import filled
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.vocabulary import CRITERION, NAME, SET
from maatwerk.reasoning.table import Fact, Pattern, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Alternative

CODE = "milder_kan"


def _repairing(view: View) -> list[Alternative]:
    alternatives = view.situation.ruleset.alternatives.values()
    return [each for each in alternatives if each.repairs and view.result.id in each.outcomes]


def _facts(view: View) -> Iterator[Fact]:
    for alternative in _repairing(view):
        if view.situation.test(alternative.when) is Truth.YES:
            members = {member for each in view.sets.values() for member in each.criteria}
            repaired = [member for member in members if criterion_of(member) in alternative.repairs]
            yield from (Fact("repairs", (alternative.name, member)) for member in repaired)
            yield from (Fact("offered", (alternative.name, name)) for name in view.sets)


def _text(view: View, found: Found) -> str:
    return say(
        "finding.milder_kan",
        alternative=filled(view.situation.ruleset.alternatives[found.about].text, view.situation),
    )


def _unjudged(view: View) -> frozenset[str]:
    return facts_needed(view.situation, [each.when for each in _repairing(view)]) if view.sets else frozenset()


RULES = (
    Rule(
        "a member that the alternative does not repair",
        1,
        when=(Pattern("offered", (NAME, SET)), Pattern("member", (SET, CRITERION))),
        unless=(Pattern("repairs", (NAME, CRITERION)),),
        then=(Pattern("unrepaired", (NAME, SET)),),
    ),
    Rule(
        CODE,
        4,
        when=(Pattern("offered", (NAME, SET)),),
        unless=(Pattern("unrepaired", (NAME, SET)),),
        then=(Pattern("finding", (CODE, SET, NAME)),),
    ),
)
DETECTOR = Detector(CODE, "onredelijk", _text, _facts, RULES, unjudged=_unjudged)
