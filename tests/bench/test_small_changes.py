"""Every small change of an expression: which there are, each once, and each can be read back as a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from maatwerk.bench.testing.small_changes import Known, small_changes
from maatwerk.expressions.names import parts
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.rebuilding import with_children
from maatwerk.expressions.tree import children
from maatwerk.expressions.types import YES_NO
from tests.expressions.test_properties import CALCULABLE, any_tree
from tests.expressions.world import LISTS, NAMES, typed
from tests.strategies.expressions import yes_no

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Node

TYPES = {**NAMES, **{name: kind for fields in LISTS.values() for name, kind in fields.items()}}
KNOWN = Known(TYPES.__getitem__, lambda name: name == "norm_alleen")


def changed(text: str) -> set[str]:
    return {print_expression(root) for _, root in small_changes(typed(text, NAMES, LISTS)[0].root, KNOWN)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("student", {"niet student"}),
        ("niet student", {"student"}),
        (
            "student en werkt",
            {"student of werkt", "student", "werkt", "niet student en werkt", "student en niet werkt"},
        ),
        ("schuld <= € 100", {"schuld > € 100", "schuld < € 100", "schuld <= € 100,01"}),
        ("wachttijd >= 5", {"wachttijd < 5", "wachttijd > 5", "wachttijd >= 4"}),
        ("inkomen < norm_alleen", {"inkomen >= norm_alleen", "inkomen <= norm_alleen"}),
        ("reden = storing", {"reden != storing", "reden = voorkeur"}),
        (
            "reden in (storing; voorkeur)",
            {"reden niet in (storing; voorkeur)", "reden in (storing)", "reden in (voorkeur)"},
        ),
        ("geboren < 2026-01-31", {"geboren >= 2026-01-31", "geboren <= 2026-01-31", "geboren < 2026-01-30"}),
        ("geboren <= aanvraag", {"geboren > aanvraag", "geboren < aanvraag", "geboren <= plus_dagen(aanvraag; 1)"}),
    ],
)
def test_the_small_changes_of_a_condition(text: str, expected: set[str]) -> None:
    assert expected == changed(text)


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("max(inkomen; norm_alleen)", {"min(inkomen; norm_alleen)", "inkomen", "norm_alleen"}),
        ("inkomen - beslag", {"inkomen + beslag", "inkomen"}),
        ("afronden(inkomen; 0,01)", {"afronden_omlaag(inkomen; 0,01)", "afronden_omhoog(inkomen; 0,01)"}),
        ("aantal(giften waar van_familie)", {"aantal(giften)", "aantal(giften waar niet van_familie)"}),
        ("dag_van_jaar(geboren; 15; mei)", {"dag_van_jaar(geboren; 14; mei)", "dag_van_jaar(geboren; 16; mei)"}),
        ("dag_van_jaar(geboren; 28; februari)", {"dag_van_jaar(geboren; 27; februari)"}),
        ("plus_maanden(geboren; 3; omlaag)", {"plus_maanden(geboren; 3; omhoog)", "plus_maanden(geboren; 4; omlaag)"}),
    ],
)
def test_some_small_changes_of_a_calculation(text: str, some: set[str]) -> None:
    assert some == some & changed(text)


def test_a_fixed_day_of_the_year_stays_a_day_that_every_year_has() -> None:
    assert "dag_van_jaar(geboren; 29; februari)" not in changed("dag_van_jaar(geboren; 28; februari)")
    assert "dag_van_jaar(geboren; 0; mei)" not in changed("dag_van_jaar(geboren; 1; mei)")


@given(any_tree)
def test_no_change_is_the_rule_itself_and_none_comes_twice(tree: Node) -> None:
    found = [root for _, root in small_changes(tree, KNOWN)]

    assert tree not in found
    assert len(found) == len(set(found))


@given(yes_no(CALCULABLE))
def test_a_changed_condition_can_be_read_back_as_a_condition(tree: Node) -> None:
    for _, root in small_changes(tree, KNOWN):
        assert YES_NO == KNOWN.type(root)


@given(any_tree)
def test_a_node_with_its_own_parts_is_the_same_node(tree: Node) -> None:
    for node, _ in parts(tree):
        assert node == with_children(node, children(node))
