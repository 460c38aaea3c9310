"""Requirements that no answer settles once something is known to be absent (`leeg`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.expressions.evaluate import evaluate, truth
from maatwerk.expressions.names import values_in
from maatwerk.expressions.tree import Aggregate, Choose, IsEmpty, Name, children
from maatwerk.expressions.values import EMPTY, Truth
from maatwerk.ruleset.checks.static_scope import NothingKnown
from maatwerk.ruleset.model import all_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.checks.look import Look
    from maatwerk.ruleset.model import Ruleset


def without_a_guard(look: Look) -> Iterator[Problem]:
    """M321: a part of `eis` that stays unknown, whatever is told besides, when there is none of some fact.

    Not seen: lists, and a choice of which only one branch may give what is absent.
    """
    may_be_absent = frozenset(fact.name for fact in all_facts(look.ruleset) if fact.type.or_empty)
    for name, key, expression in look.own_expressions() if may_be_absent else ():
        for absent in sorted(may_be_absent & _behind(look.ruleset, expression.root)) if key.name == "eis" else ():
            part = next(_unguarded(expression.root, _Absent(look.ruleset, absent)), None)
            if part is not None:
                first, last = part.at
                values = {"found": expression.text[first:last], "absent": absent}
                found = problem("M321", expression.place_of(part), warning=True, **values)
                yield look.entries[name, key.name].moved(found)


class _Absent(NothingKnown):
    """One fact is known to be absent; nothing else is known."""

    def __init__(self, ruleset: Ruleset, absent: str) -> None:
        super().__init__(ruleset)
        self.values: dict[str, Value] = {absent: EMPTY}
        self.opened: set[str] = set()

    def value(self, name: str) -> Value:
        """The value of a name, computed once."""
        if name not in self.values:
            self.values[name] = super().value(name)
        return self.values[name]


def _behind(ruleset: Ruleset, node: Node) -> frozenset[str]:
    """All names that an expression hangs on; calculations and criteria are opened."""
    found: set[str] = set()
    waiting, scope = set(values_in(node)), NothingKnown(ruleset)
    while waiting:
        name = waiting.pop()
        found.add(name)
        definition = scope.definition(name)
        waiting |= values_in(definition.root) - found if definition else set()
    return frozenset(found)


def _unguarded(node: Node, scope: _Absent) -> Iterator[Node]:
    """The parts that work with what is absent. What is known all the same, or asks whether it is there, does not."""
    if isinstance(node, Aggregate | IsEmpty) or evaluate(node, scope).known:
        return
    if isinstance(node, Name):
        definition = None if node.name in scope.opened else scope.definition(node.name)
        scope.opened.add(node.name)
        if definition and any(_unguarded(definition.root, scope)):
            yield node
            return
    if not isinstance(node, Choose) and any(evaluate(child, scope) == EMPTY for child in children(node)):
        yield node
        return
    for child in _that_count(node, scope):
        yield from _unguarded(child, scope)


def _that_count(node: Node, scope: _Absent) -> tuple[Node, ...]:
    """The parts of a node, but of a choice that is made only the branch that is taken."""
    if isinstance(node, Choose) and (made := truth(node.condition, scope)).known:
        return (node.then if made is Truth.YES else node.otherwise,)
    return children(node)
