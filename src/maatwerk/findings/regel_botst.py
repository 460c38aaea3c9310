"""`regel_botst`: the rule may conflict with a higher norm, in this very case.

Fires when a member of an open set carries `botst_met` and its `botst_als` holds. Page: docs/findings/regel_botst.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.criteria.wording import member_in_words
from maatwerk.expressions.values import Truth
from maatwerk.findings.detector import Detector, Found
from maatwerk.findings.openness import may_be_open
from maatwerk.findings.vocabulary import CRITERION, SET
from maatwerk.reasoning.table import Fact, Pattern, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.findings.view import View

CODE = "regel_botst"


def _members(view: View) -> list[str]:
    return sorted(
        {name for each in view.sets.values() for name in each.criteria if view.criterion(name).conflicts_with}
    )


def _facts(view: View) -> Iterator[Fact]:
    for name in _members(view):
        if view.test_in(name, view.criterion(name).conflicts_if) is Truth.YES:
            yield Fact("collides", (name,))


def _text(view: View, found: Found) -> str:
    return say(
        "finding.regel_botst",
        criterion=member_in_words(view.situation.ruleset, found.about),
        norm=view.criterion(found.about).conflicts_with,
    )


def _unjudged(view: View) -> frozenset[str]:
    may_open = {name for each in may_be_open(view) for name in view.sets[each].criteria}
    members = [name for name in _members(view) if name in may_open]
    return frozenset().union(*(view.needed_in(name, view.criterion(name).conflicts_if) for name in members))


RULES = (
    Rule(
        CODE,
        4,
        when=(Pattern("open", (SET,)), Pattern("member", (SET, CRITERION)), Pattern("collides", (CRITERION,))),
        then=(Pattern("finding", (CODE, SET, CRITERION)),),
    ),
)
DETECTOR = Detector(CODE, "onredelijk", _text, _facts, RULES, unjudged=_unjudged)
