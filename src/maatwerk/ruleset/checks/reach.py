"""Parts of an expression that can never give its value, whatever the facts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.names import parts
from maatwerk.expressions.tree import Call, Choose
from maatwerk.expressions.values import Span, Truth
from maatwerk.ruleset.checks.static_scope import NothingKnown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.checks.look import Look


def branches_that_nothing_reaches(look: Look) -> Iterator[Problem]:
    """M318: a branch of `als … dan … anders`, or an argument of `min` or `max`, that no case reaches."""
    scope = NothingKnown(look.ruleset)
    for name, key, expression in look.own_expressions():
        for node, _ in parts(expression.root):
            for dead in _dead(node, scope):
                first, last = dead.at
                found = problem(
                    "M318", expression.place_of(dead), warning=True, found=expression.text[first:last], name=name
                )
                yield look.entries[name, key.name].moved(found)


def _dead(node: Node, scope: NothingKnown) -> Iterator[Node]:
    match node:
        case Choose(condition=condition, then=then, otherwise=otherwise):
            truth = evaluate(condition, scope)
            if truth is not Truth.UNKNOWN:
                yield otherwise if truth is Truth.YES else then
        case Call(function="min" | "max" as function, arguments=arguments):
            values = [evaluate(each, scope) for each in arguments]
            for each, value in zip(arguments, values, strict=True):
                if any(_beats(function, other, value) for other in values):
                    yield each
        case _:
            return


def _beats(function: str, other: Value, value: Value) -> bool:
    """Whether the other one is always the highest (or lowest) of the two."""
    if not isinstance(other, Span) or not isinstance(value, Span):
        return False
    low, high = (other.low, value.high) if function == "max" else (value.low, other.high)
    return low is not None and high is not None and low > high  # type: ignore[operator]
