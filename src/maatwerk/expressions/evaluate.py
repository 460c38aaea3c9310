"""The value of an expression in one case: exact, three-valued, with spans for what is not known.

Monotone: what is known stays so whatever is learned later, except through `is bekend`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from maatwerk.expressions import intervals
from maatwerk.expressions.functions import apply
from maatwerk.expressions.tree import (
    Arithmetic,
    Both,
    Call,
    Choose,
    Compare,
    Constant,
    Either,
    IsKnown,
    Name,
    Negative,
    Not,
    Option,
    Within,
)
from maatwerk.expressions.typing import PERIODS_IN_A_YEAR, type_of
from maatwerk.expressions.values import Choice, NumberSpan, Span, Truth, Value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node

_OPERATIONS = {
    "+": intervals.add,
    "-": lambda left, right: intervals.add(left, intervals.negative(right)),
    "*": intervals.multiply,
    "/": intervals.divide,
}


def evaluate(node: Node, scope: Scope) -> Value:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of node
    """The value of a tree that passed `typing.check`. Never raises on values: what cannot be computed is unknown."""
    match node:
        case Constant(value=value):
            return _constant(value)
        case Name():
            return _name(node, scope)
        case Not(part=part):
            return truth(part, scope).inverted()
        case Both(parts=parts):
            return all_of(truth(part, scope) for part in parts)
        case Either(parts=parts):
            return all_of(truth(part, scope).inverted() for part in parts).inverted()
        case Compare(left=left, comparator=comparator, right=right):
            return intervals.compared(evaluate(left, scope), comparator, evaluate(right, scope))
        case Option(name=name):
            return Choice(frozenset({name}))
        case Within(item=item, options=options):
            return _within(evaluate(item, scope), frozenset(option.name for option in options))
        case IsKnown(item=item):
            return Truth.of(evaluate(item, scope).known)
        case Arithmetic(left=left, operator=operator, right=right):
            return _OPERATIONS[operator](_number(left, scope), _number(right, scope))
        case Negative(part=part):
            return intervals.negative(_number(part, scope))
        case Choose():
            return _choose(node, scope)
        case Call():
            return _call(node, scope)


def truth(node: Node, scope: Scope) -> Truth:
    """The value of a yes/no expression."""
    return cast("Truth", evaluate(node, scope))


def all_of(truths: Iterable[Truth]) -> Truth:
    """Yes when all are yes, no as soon as one is no, else unknown (Kleene)."""
    found = set(truths)
    if Truth.NO in found:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.YES


def _number(node: Node, scope: Scope) -> NumberSpan:
    return cast("NumberSpan", evaluate(node, scope))


def _constant(value: Any) -> Value:  # noqa: ANN401 - a number, a date, yes or no
    return Truth.of(value) if isinstance(value, bool) else Span.point(value)


def _name(node: Name, scope: Scope) -> Value:
    if node.on is None:
        return scope.value(node.name)
    return scope.norm_on(node.name, cast("Span[date]", evaluate(node.on, scope)))


def _within(item: Value, options: frozenset[str]) -> Truth:
    possible = cast("Choice", item).options
    if possible <= options:
        return Truth.YES
    return Truth.UNKNOWN if possible & options else Truth.NO


def _choose(node: Choose, scope: Scope) -> Value:
    match truth(node.condition, scope):
        case Truth.YES:
            return evaluate(node.then, scope)
        case Truth.NO:
            return evaluate(node.otherwise, scope)
        case Truth.UNKNOWN:
            return intervals.hull([evaluate(node.then, scope), evaluate(node.otherwise, scope)])


def _call(node: Call, scope: Scope) -> Value:
    arguments = [cast("Span[Any]", evaluate(argument, scope)) for argument in node.arguments]
    if node.function == "per_jaar":
        kind = type_of(node.arguments[0], scope.type_of)
        arguments.append(Span.point(PERIODS_IN_A_YEAR[kind.unit]))
    return apply(node.function, arguments, node.direction)
