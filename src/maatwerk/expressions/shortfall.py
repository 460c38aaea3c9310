"""How far an expression is from the other answer: what would have to change, as alternatives of gaps.

Reference: "Shortfall" in docs/ruleset-language.md. A gap is closed when its comparison has the wanted answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from maatwerk.expressions.distances import Gap, euros, gap_of, hard, within_margin
from maatwerk.expressions.evaluate import truth
from maatwerk.expressions.names import names_in
from maatwerk.expressions.tree import Both, Choose, Compare, Either, Name, Not
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Node

__all__ = ["Gap", "Shortfall", "cheapest", "euros", "shortfall", "unknown_names", "within_margin"]

MOST_ALTERNATIVES = 256
Alternative = tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The ways to the wanted answer; in each way all gaps must be closed together.

    One empty alternative: the answer is there already. No alternative: it cannot be told until `unknown_names`
    (facts and norms whose value is not known) are known.
    """

    alternatives: tuple[Alternative, ...]
    unknown_names: frozenset[str] = frozenset()

    @property
    def is_hard(self) -> bool:
        """Whether every way asks for something that has no distance: a yes/no fact or an option."""
        return bool(self.alternatives) and all(any(gap.kind == "hard" for gap in each) for each in self.alternatives)


NOTHING = Shortfall(((),))


def shortfall(node: Node, scope: Scope, wanted: Truth) -> Shortfall:
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
    found = list(islice(ways, MOST_ALTERNATIVES**2))
    if len(found) > MOST_ALTERNATIVES:
        found.sort(key=lambda way: any(gap.kind == "hard" for gap in way))
    return tuple(found[:MOST_ALTERNATIVES])


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


def unknown_names(node: Node, scope: Scope) -> frozenset[str]:
    """The facts and norms below an expression whose value is not known; calculations and criteria are opened."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = list(names_in(node))
    while waiting:
        name = waiting.pop()
        if name in seen or scope.value(name).known:
            continue
        seen.add(name)
        definition = scope.definition(name)
        if definition is None:
            found.add(name)
        else:
            waiting.extend(names_in(definition.root))
    return frozenset(found)


def cheapest(found: Shortfall) -> Fraction | None:
    """T: the least of the alternatives that are all in euros; None when there is none."""
    sums = [euros(alternative) for alternative in found.alternatives]
    return min((each for each in sums if each is not None), default=None)
