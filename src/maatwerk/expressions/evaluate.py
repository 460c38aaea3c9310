"""The value of an expression in one case: exact, three-valued, with spans for what is not known.

Monotone: what is known stays so whatever is learned later, except through `is bekend`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from maatwerk.basics.terms import times_a_year
from maatwerk.expressions import intervals
from maatwerk.expressions.aggregates import ONE, Row, aggregate, unseen
from maatwerk.expressions.any_record import AnyRecord
from maatwerk.expressions.functions import apply
from maatwerk.expressions.guards import in_branch
from maatwerk.expressions.scope import Records
from maatwerk.expressions.tree import (
    Aggregate,
    Arithmetic,
    Both,
    Call,
    Choose,
    Compare,
    Constant,
    Either,
    IsEmpty,
    IsKnown,
    Name,
    Negative,
    Not,
    Nothing,
    Option,
    Within,
)
from maatwerk.expressions.typing import type_of
from maatwerk.expressions.values import EMPTY, Choice, Empty, NumberSpan, Span, Truth, Value, all_of, as_span, is_empty

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.values import DateSpan

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
        case IsEmpty(item=item):
            return is_empty(evaluate(item, scope))
        case Nothing():
            return EMPTY
        case Arithmetic(left=left, operator=operator, right=right):
            return _computed((left, right), scope, _OPERATIONS[operator])
        case Negative(part=part):
            return _computed((part,), scope, intervals.negative)
        case Choose():
            return _choose(node, scope)
        case Call():
            return _call(node, scope)
        case Aggregate():
            return _aggregate(node, scope)


def truth(node: Node, scope: Scope) -> Truth:
    """The value of a yes/no expression."""
    return cast("Truth", evaluate(node, scope))


def _computed(parts: Sequence[Node], scope: Scope, operation: Callable[..., Value]) -> Value:
    """The result of an operation on numbers and dates; unknown where there is, or may be, none (`leeg`)."""
    values = [evaluate(part, scope) for part in parts]
    return Span(None, None) if any(isinstance(value, Empty) for value in values) else operation(*values)


def _constant(value: Any) -> Value:  # noqa: ANN401 - a number, a date, yes or no
    return Truth.of(value) if isinstance(value, bool) else Span.point(value)


def _name(node: Name, scope: Scope) -> Value:
    on: DateSpan | None = None if node.on is None else as_span(evaluate(node.on, scope))
    if node.by:
        return scope.norm_by(node.name, tuple(evaluate(key, scope) for key in node.by), on)
    return scope.value(node.name) if on is None else scope.norm_on(node.name, on)


def _within(item: Value, options: frozenset[str]) -> Truth:
    if not isinstance(item, Choice):
        return Truth.UNKNOWN
    possible = item.options
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
            then, otherwise = (in_branch(node.condition, scope, holds=holds) for holds in (True, False))
            return intervals.hull([evaluate(node.then, then), evaluate(node.otherwise, otherwise)])


def _call(node: Call, scope: Scope) -> Value:
    def applied(*arguments: Span[Any]) -> Value:
        return apply(node.function, [*arguments, *_periods(node, scope)], node.last_word)

    return _computed(node.arguments, scope, applied)


def _periods(node: Call, scope: Scope) -> list[NumberSpan]:
    """How many periods a year has, for `per_jaar`: that follows from the type of its argument."""
    if node.function != "per_jaar":
        return []
    return [Span.point(Fraction(times_a_year(type_of(node.arguments[0], scope.type_of).unit)))]


def _aggregate(node: Aggregate, scope: Scope) -> Value:
    found = scope.records(node.list) or Records((), complete=False)
    numbered = enumerate(found.scopes)
    rows = [row for number, record in numbered if (row := _row(node, record, sure=number not in found.perhaps))]
    if not found.complete:
        still_to_come = _row(node, AnyRecord(scope, node.fields, evaluate))
        rows += [unseen(node.kind, still_to_come.value)] if still_to_come else []
    return aggregate(node.kind, rows)


def _row(node: Aggregate, record: Scope, *, sure: bool = True) -> Row | None:
    """What a record gives; None when it does not count. Not sure that it belongs here: at most it counts perhaps."""
    counts = Truth.YES if node.where is None else truth(node.where, record)
    if counts is Truth.NO:
        return None
    counts = counts if sure else Truth.UNKNOWN
    group = record.value(node.group) if node.group else None
    return Row(counts, _given_by(node, record), group if group is not None and group.known else None)


def _given_by(node: Aggregate, record: Scope) -> Value:
    return ONE if node.expression is None else evaluate(node.expression, record)
