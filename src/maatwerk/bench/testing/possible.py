"""Which findings a ruleset can give at all: those for which some rule gives the detector something to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.names import parts
from maatwerk.expressions.tree import Compare, Name
from maatwerk.expressions.typing import type_of
from maatwerk.ruleset.checks.static_scope import NothingKnown
from maatwerk.ruleset.model import ADVERSE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.types import Sort
    from maatwerk.ruleset.model import Criterion, Ruleset

_ORDERING = frozenset({"<", "<=", ">", ">="})


def possible_findings(ruleset: Ruleset) -> frozenset[str]:
    """The findings that some rule of a ruleset asks for, and its own signals.

    Without `naar_bedoeling` nothing is ever `doel_gemist`. That a finding is possible does not mean that a case has it.
    """
    criteria = [each for each in ruleset.criteria.values() if each.kind != "kenmerk"]  # these are never set aside
    limits = {each.name: set(_limits(each.requirement.root, ruleset)) for each in criteria}
    consequences = ruleset.consequences.values()
    when = {
        "doel_gemist": any(each.by_purpose for each in criteria),
        "onhaalbare_eis": any(each.feasible_if or each.waits_for for each in criteria),
        "harde_grens": any(_has_margin(each, limits[each.name]) for each in criteria),
        "alles_of_niets": any("bedrag" in each for each in limits.values()),
        "klein_verzuim": any(each.kind == "verzuim" for each in criteria),
        "zwaar_gevolg": bool(consequences),
        "kind_geraakt": any(each.severity > 1 and (each.who == "kind" or each.child_if) for each in consequences)
        and any(each.kind in ADVERSE_KINDS for each in ruleset.outcomes.values()),
        "milder_kan": any(each.repairs for each in ruleset.alternatives.values()),
        "regel_botst": any(each.conflicts_with for each in criteria),
        "stapeling": ruleset.header.stacking,
    }
    signals = {each.finding or each.name for each in ruleset.signals.values()}
    return frozenset(code for code, possible in when.items() if possible) | signals


def _has_margin(criterion: Criterion, limits: set[Sort]) -> bool:
    """Whether its small margin is about the limits it has: days for dates and ages, a share for figures."""
    margin = criterion.small_margin
    figures = limits - {"datum"}
    return ("datum" in limits and margin.days > 0) or (bool(figures) and margin.share > 0)


def _limits(root: Node, ruleset: Ruleset) -> Iterator[Sort]:
    """Of which sort the limits are that a criterion sets, also by the yes/no calculations and criteria it names."""
    scope = NothingKnown(ruleset)
    for node, _ in parts(root):
        if isinstance(node, Compare) and node.comparator in _ORDERING:
            yield type_of(node.left, scope.type_of).sort
        definition = scope.definition(node.name) if isinstance(node, Name) else None
        if definition and isinstance(node, Name) and scope.type_of(node.name).sort == "ja_nee":
            yield from _limits(definition.root, ruleset)
