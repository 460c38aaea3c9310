"""Proof that the way a day is rounded cannot matter: it is counted from a day that every month has, as the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.bench.testing.difference import spots
from maatwerk.expressions.tree import Call, Choose, Constant, Name, children
from maatwerk.ruleset.checks.static_scope import NothingKnown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.bench.testing.mutants import Mutant
    from maatwerk.expressions.tree import Node
    from maatwerk.ruleset.model import Ruleset

_IN_EACH_MONTH = 28
_FIRST = frozenset({"eerste_dag_van_maand", "eerste_dag_van_jaar"})
_LATER = frozenset({"plus_maanden", "plus_jaren"})
_EITHER = frozenset({"min", "max"})


def never_rounds(ruleset: Ruleset, mutant: Mutant) -> bool:
    """Whether a change only turns `omlaag` and `omhoog` of days that every month has."""
    if mutant.change.code != "rounding":
        return False
    scope = NothingKnown(ruleset)
    turned = [node for spot in spots(ruleset, mutant) for node in _turned(spot.was, spot.now)]
    return bool(turned) and all(node is not None and _in_each_month(node.arguments[0], scope) for node in turned)


def _turned(was: Node, now: Node) -> Iterator[Call | None]:
    """The calls of which the direction changed; None for any other difference."""
    if was == now:
        return
    if isinstance(was, Call) and isinstance(now, Call) and replace(now, last_word=was.last_word) == was:
        yield was
        return
    below = children(was), children(now)
    if type(was) is not type(now) or not below[0] or len(below[0]) != len(below[1]):
        yield None
        return
    for one, other in zip(*below, strict=True):
        yield from _turned(one, other)


def _in_each_month(node: Node, scope: NothingKnown) -> bool:
    """Whether a day is surely one that every month has; through calculations, and counted in months or years."""
    match node:
        case Constant(value=date() as day):
            return day.day <= _IN_EACH_MONTH
        case Name(name=name, on=None):
            definition = scope.definition(name)
            return definition is not None and _in_each_month(definition.root, scope)
        case Call(function=function, arguments=arguments):
            counted = function in _LATER and _in_each_month(arguments[0], scope)
            return function in _FIRST or counted or (function in _EITHER and _all(arguments, scope))
        case Choose(then=then, otherwise=otherwise):
            return _all((then, otherwise), scope)
        case _:
            return False


def _all(nodes: tuple[Node, ...], scope: NothingKnown) -> bool:
    return all(_in_each_month(each, scope) for each in nodes)
