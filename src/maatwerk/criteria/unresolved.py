"""Which unknown facts keep an expression from having one value.

A fact of the case goes by its name, a list of which more is wanted by its name, and a field of a record by
`list[2].field`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.members import criterion_of, field_name, record_place
from maatwerk.criteria.situation import RecordSituation, Situation
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.names import names_in
from maatwerk.expressions.tree import Aggregate, Name, children
from maatwerk.expressions.values import Truth, known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.expressions.tree import Expression, Node

Where = Situation | RecordSituation


def unresolved(node: Node, scope: Where) -> frozenset[str]:
    """The unknown facts behind the parts of an expression that are not known; nothing for an expression that is."""
    if known(evaluate(node, scope)):
        return frozenset()
    if isinstance(node, Aggregate):
        return _of_records(node, scope)
    named = unresolved_name(node.name, scope) if isinstance(node, Name) else frozenset()
    return named.union(*(unresolved(part, scope) for part in children(node)))


def _of_records(node: Aggregate, scope: Where) -> frozenset[str]:
    """The list itself while it is unknown or open, and what is unknown in records that may count."""
    found = scope.records(node.list)
    needed: set[str] = set()
    if found is None or not found.complete:
        needed = {node.list, *_of_the_case(node, scope)}
    for record in found.scopes if found is not None else ():
        counts = evaluate(node.where, record) if node.where else Truth.YES
        if counts is Truth.UNKNOWN and node.where:
            needed |= unresolved(node.where, record)  # type: ignore[arg-type]
        if counts is not Truth.NO and node.expression:
            needed |= unresolved(node.expression, record)  # type: ignore[arg-type]
        if counts is not Truth.NO and node.group:
            needed |= unresolved_name(node.group, record)  # type: ignore[arg-type]
    return frozenset(needed)


def _of_the_case(node: Aggregate, scope: Where) -> frozenset[str]:
    """What records that nobody gave yet will ask of the case itself."""
    case = scope.case if isinstance(scope, RecordSituation) else scope
    waiting = set().union(*(names_in(part) for part in (node.where, node.expression) if part is not None))
    needed: set[str] = set()
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        if name not in node.fields:
            needed |= unresolved_name(name, case)
        elif (definition := case.definition(name)) is not None:
            waiting |= names_in(definition.root) - seen
    return frozenset(needed)


def unresolved_name(name: str, scope: Where) -> frozenset[str]:
    """The unknown facts behind a name: the fact itself, or those of its definition. A norm waits for its date.

    Looked for once: a name that others use ten times, which use each other ten times, would cost all of these together.
    """
    if name not in scope.unresolved:
        scope.unresolved[name] = _behind(name, scope)
    return scope.unresolved[name]


def _behind(name: str, scope: Where) -> frozenset[str]:
    rules = scope.case.ruleset if isinstance(scope, RecordSituation) else scope.ruleset
    if name in rules.lists or record_place(name) is not None:  # named already as what must be asked
        return frozenset({name})
    if known(scope.value(name)):
        return frozenset()
    if isinstance(scope, RecordSituation):
        if name in scope.fields:
            return frozenset({field_name(scope.list, scope.number, name)})
        if not scope.own(name):
            return unresolved_name(name, scope.case)
    if name in rules.facts:
        return frozenset({name})
    definition = scope.definition(name)
    if definition is not None:
        return unresolved(definition.root, scope)
    reference = rules.header.reference_date
    return frozenset({reference} if reference in rules.facts else ())


def unresolved_member(member: str, situation: Situation) -> frozenset[str]:
    """The unknown facts behind the verdict of a criterion, in its record where it has one (`name#2`)."""
    return unresolved_name(criterion_of(member), situation.scope_of(member))


def unresolved_criterion(criterion: str, situation: Situation) -> frozenset[str]:
    """The unknown facts behind a criterion: of every record when it is asked per record, and the list itself."""
    per = situation.ruleset.criteria[criterion].per
    if not per:
        return unresolved_member(criterion, situation)
    found = situation.records(per)
    whole = frozenset() if found is not None and found.complete else frozenset({per})
    return whole.union(*(unresolved_member(member, situation) for member in situation.members(criterion)))


def facts_needed(scope: Where, tests: Iterable[Expression | None]) -> frozenset[str]:
    """The names of the unknown facts on which the answers to these tests still depend."""
    return frozenset().union(*(unresolved(test.root, scope) for test in tests if test is not None))
