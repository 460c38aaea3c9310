"""How far an expression is from the other answer: what would have to change, as alternatives of gaps.

Reference: "Shortfall" in docs/ruleset-language.md. A gap is closed when its comparison has the wanted answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING, cast

from maatwerk.basics.bounds import bounds
from maatwerk.expressions.distances import Gap, euros, gap_of, hard, within_margin
from maatwerk.expressions.evaluate import truth
from maatwerk.expressions.lexer import NAME
from maatwerk.expressions.still_unknown import unknown_names
from maatwerk.expressions.tree import Aggregate, Both, Choose, Compare, Either, Name, Not
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node

__all__ = ["Gap", "Shortfall", "cheapest", "euros", "shortfall", "unknown_names", "within_margin"]

Alternative = tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The ways to the wanted answer; in each way all gaps must be closed together.

    One empty alternative: the answer is there already. No alternative: it cannot be told until `unknown_names`
    (facts and norms whose value is not known, see still_unknown.py) are known.
    """

    alternatives: tuple[Alternative, ...]
    unknown_names: frozenset[str] = frozenset()

    @property
    def is_hard(self) -> bool:
        """Whether every way asks for something that has no distance: a yes/no fact or an option."""
        return bool(self.alternatives) and all(any(gap.kind == "hard" for gap in each) for each in self.alternatives)


NOTHING = Shortfall(((),))


def shortfall(  # noqa: C901, PLR0911 - one line for each kind of node
    node: Node, scope: Scope, wanted: Truth
) -> Shortfall:
    """What lies between a yes/no expression and the answer `wanted` (yes or no)."""
    now = truth(node, scope)
    if now is wanted:
        return NOTHING
    if now is Truth.UNKNOWN:
        return Shortfall((), unknown_names(node, scope))
    match node:
        case Not(part=part):
            return shortfall(part, scope, wanted.inverted())
        case Both(parts=parts):
            return _parts(parts, scope, wanted, together=wanted is Truth.YES)
        case Either(parts=parts):
            return _parts(parts, scope, wanted, together=wanted is Truth.NO)
        case Choose():
            return _branches(node, scope, wanted)
        case Name():
            return _opened(node, scope, wanted)
        case Aggregate(kind="er_is", where=where) if where is not None and wanted is Truth.NO:
            return _of_records(node, scope)
        case Aggregate(kind="voor_alle") if wanted is Truth.YES:
            return _of_records(node, scope)
        case Compare():
            gap = gap_of(node, scope, wanted)
            return Shortfall((), unknown_names(node, scope)) if gap is None else Shortfall(((gap,),))
        case _:
            return Shortfall(((hard(node),),))


def _parts(parts: tuple[Node, ...], scope: Scope, wanted: Truth, *, together: bool) -> Shortfall:
    found = [shortfall(part, scope, wanted) for part in parts]
    return _all_together(found) if together else _any_of(found)


def _any_of(found: Iterable[Shortfall]) -> Shortfall:
    found = list(found)
    alternatives = tuple(alternative for each in found for alternative in each.alternatives)
    return Shortfall(_capped(alternatives), frozenset().union(*(each.unknown_names for each in found)))


def _all_together(found: list[Shortfall]) -> Shortfall:
    """Every part at once. One part that is hard settles it, whatever is unknown beside it."""
    for each in found:
        if each.is_hard and any(not other.alternatives for other in found):
            return Shortfall(each.alternatives)
    ways = product(*(each.alternatives for each in found))
    alternatives = (tuple(dict.fromkeys(gap for part in way for gap in part)) for way in ways)
    return Shortfall(_capped(alternatives), frozenset().union(*(each.unknown_names for each in found)))


def _capped(ways: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Not more ways than anybody can look at; those without a hard gap go first when it comes to that."""
    most = bounds().ways_nearly_met
    found = list(islice(ways, most**2))
    if len(found) > most:
        found.sort(key=lambda way: any(gap.kind == "hard" for gap in way))
    return tuple(found[:most])


def _branches(node: Choose, scope: Scope, wanted: Truth) -> Shortfall:
    then, otherwise = (shortfall(branch, scope, wanted) for branch in (node.then, node.otherwise))
    match truth(node.condition, scope):
        case Truth.UNKNOWN:
            return _all_together([then, otherwise])
        case Truth.YES:
            return _any_of([then, _all_together([shortfall(node.condition, scope, Truth.NO), otherwise])])
        case Truth.NO:
            return _any_of([otherwise, _all_together([shortfall(node.condition, scope, Truth.YES), then])])


def _opened(node: Name, scope: Scope, wanted: Truth) -> Shortfall:
    definition = scope.definition(node.name)
    # a verdict that was set aside differs from what its definition says: nothing in there brings the other answer
    if definition is None or truth(definition.root, scope) is not wanted.inverted():
        return Shortfall(((hard(node),),))
    return shortfall(definition.root, scope, wanted)


def _of_records(node: Aggregate, scope: Scope) -> Shortfall:
    """No record for which it is so, or all records for which it must be: all that stand in the way, together."""
    found = scope.records(node.list)
    if found is None or not found.complete:
        return Shortfall((), unknown_names(node, scope))
    test = _wanted_of_each(node)
    ways = [
        _of_record(shortfall(test, record, Truth.YES), node, number) for number, record in enumerate(found.scopes, 1)
    ]
    if prod(len(each.alternatives) or 1 for each in ways) > bounds().ways_nearly_met:
        ways = [replace(each, alternatives=_nearest(each.alternatives)) for each in ways]
    return _all_together(ways)


def _wanted_of_each(node: Aggregate) -> Node:
    """What must hold in each record: that it does not count, or that it is as it must be."""
    parts = [] if node.where is None else [cast("Node", Not(node.where, node.at))]
    if node.expression is not None:
        parts.append(node.expression)
    return parts[0] if len(parts) == 1 else Either(tuple(parts), node.at)


def _of_record(found: Shortfall, node: Aggregate, number: int) -> Shortfall:
    """The same with the record noted in what is about it: gaps of two records are never one gap."""

    def noted(gap: Gap) -> Gap:
        return replace(gap, record=number) if node.fields & set(NAME.findall(f"{gap.left} {gap.right}")) else gap

    ways = tuple(tuple(noted(gap) for gap in alternative) for alternative in found.alternatives)
    unknown = (f"{node.list}[{number}].{name}" if name in node.fields else name for name in found.unknown_names)
    return Shortfall(ways, frozenset(unknown))


def _nearest(ways: tuple[Alternative, ...]) -> tuple[Alternative, ...]:
    """One way of these: the first without a hard gap, else the first."""
    return tuple(sorted(ways, key=lambda way: any(gap.kind == "hard" for gap in way)))[:1]


def cheapest(found: Shortfall) -> Fraction | None:
    """T: the least of the alternatives that are all in euros; None when there is none."""
    sums = [euros(alternative) for alternative in found.alternatives]
    return min((each for each in sums if each is not None), default=None)
