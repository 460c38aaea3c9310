"""Which unknown facts keep an expression from having one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.tree import Name, children
from maatwerk.expressions.values import known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.criteria import Situation
    from maatwerk.expressions.tree import Expression, Node


def unresolved(node: Node, situation: Situation) -> frozenset[str]:
    """The unknown facts behind the parts of an expression that are not known; nothing for an expression that is."""
    if known(evaluate(node, situation)):
        return frozenset()
    return frozenset().union(_of_name(node, situation), *(unresolved(part, situation) for part in children(node)))


def _of_name(node: Node, situation: Situation) -> frozenset[str]:
    if not isinstance(node, Name):
        return frozenset()
    return unresolved_name(node.name, situation)


def unresolved_name(name: str, situation: Situation) -> frozenset[str]:
    """The unknown facts behind a name: the fact itself, or those of its definition. A norm waits for its date."""
    if known(situation.value(name)):
        return frozenset()
    if name in situation.ruleset.facts:
        return frozenset({name})
    definition = situation.definition(name)
    if definition is not None:
        return unresolved(definition.root, situation)
    reference = situation.ruleset.header.reference_date
    return frozenset({reference} if reference in situation.ruleset.facts else ())


def facts_needed(situation: Situation, tests: Iterable[Expression | None]) -> frozenset[str]:
    """The names of the unknown facts on which the answers to these tests still depend."""
    return frozenset().union(*(unresolved(test.root, situation) for test in tests if test is not None))
