"""A look at the situation after a departure: what is lacking is told again only where something changed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from maatwerk.expressions.shortfall import Gap
from maatwerk.findings.distance import distance_in_words
from maatwerk.findings.view import View
from maatwerk.story import view_of
from tests.expressions.test_words import plain
from tests.findings.small import TODAY, case, ruleset

RULES = """
| gegeven | soort |
|---|---|
| inkomen | bedrag per maand |
| woont_hier | ja_nee |

### Voorwaarde: laag
- eis: inkomen <= € 1.000

### Voorwaarde: inwoner
- eis: woont_hier

### Uitkomst: geld
- als: laag en inwoner
- soort: toekenning

### Uitkomst: geen_geld
- als: niet laag of niet inwoner
"""


@pytest.fixture
def looked() -> View:
    """A view of which the shortfall of both criteria was computed."""
    rules = ruleset(RULES)
    view = view_of(rules, case(rules, inkomen="1200.00", woont_hier="nee"), today=TODAY)
    assert all(view.shortfall(name).alternatives for name in rules.criteria)
    return view


def test_what_is_lacking_is_kept_where_nothing_of_it_was_set_aside(looked: View) -> None:
    assert {"inwoner"} == looked.after(looked.situation.flipped(["laag"])).lacking.keys()
    assert {"laag", "inwoner"} == looked.after(looked.situation).lacking.keys()


def test_nothing_is_kept_after_a_replacement(looked: View) -> None:
    instead = looked.situation.ruleset.criteria["laag"].requirement

    assert {} == looked.after(looked.situation.replacing({"inwoner": instead})).lacking


def test_what_a_person_said_is_kept() -> None:
    rules = ruleset(RULES)
    bare = view_of(rules, case(rules, inkomen="1200.00", woont_hier="nee"), today=TODAY)
    view = View(bare.situation, bare.process, bare.given, ("Kijk hier.",))

    assert ("Kijk hier.",) == view.after(view.situation.flipped(["laag"])).notes


def test_a_distance_is_told_in_the_language_that_is_asked() -> None:
    gaps = [
        Gap("euro", Fraction(2909, 2), None, "inkomen", "grens"),
        Gap("days", Fraction(1200), None, "dag", "grens"),
        Gap("number", Fraction(3, 2), None, "uren", "grens"),
    ]

    assert "€ 1.454,50, 1.200 dagen, 1,5" == plain(distance_in_words(gaps, "nl"))
    assert "€1,454.50, 1,200 days, 1.5" == plain(distance_in_words(gaps, "en"))
