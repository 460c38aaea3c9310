"""Where a comparison turns when one fact changes and all others stay: found by halving, so exact on the grid."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from maatwerk.criteria.members import record_place
from maatwerk.criteria.support import fact_support, tests
from maatwerk.exploration.cells import step
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.names import names_in, parts
from maatwerk.expressions.tree import Compare
from maatwerk.expressions.values import Span, Truth
from maatwerk.ruleset.model import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from maatwerk.criteria.situation import RecordSituation, Situation
    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.model import Ruleset

_FIRST_DAY, _LAST_DAY = date(1850, 1, 1), date(2150, 12, 31)
_MOST = Fraction(10**9)


@dataclass(frozen=True, eq=False)
class _Test:
    """One comparison of the rules, with the facts behind it and the list in whose records it is read.

    `turns`: where it was found to turn, by all that it can hang on: one search asks it in thousands of places alike.
    """

    node: Compare
    support: frozenset[str]
    list: str
    turns: dict[Hashable, tuple[Any, ...]] = field(default_factory=dict)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The facts behind it, in one order."""
        return tuple(sorted(self.support))


def turning_points(name: str, span: Span[Any], kind: Type, at: tuple[Situation, ...]) -> tuple[Any, ...]:
    """The first values at which an open comparison has turned, in order; none where none is found.

    Looks at both ends of the stretch (a stretch without an end is followed as far as makes sense) and halves it where
    a comparison is yes at one end and no at the other. What turns twice, or waits for another fact, is not found.
    """
    between = values_between(span, kind)
    found: set[Any] = set()
    for situation in at:
        for test in _tests_of(situation.ruleset):
            if _field(name) in test.support or situation.replaced:  # behind what is replaced may stand anything
                found.update(_turns(test, name, between, kind, situation))
    return tuple(sorted(found))


def _turns(test: _Test, name: str, between: tuple[Any, Any], kind: Type, situation: Situation) -> tuple[Any, ...]:
    """Where one comparison turns in this stretch."""
    if situation.replaced or test.support & situation.ruleset.lists.keys():
        return tuple(_sought(test, name, between, kind, situation))
    key = (name, between, _behind(test, situation))
    if key not in test.turns:
        test.turns[key] = tuple(_sought(test, name, between, kind, situation))
    return test.turns[key]


def _behind(test: _Test, situation: Situation) -> tuple[Hashable, ...]:
    """All that a comparison of facts of the case can hang on, where nothing is replaced."""
    dated = situation.values.get(situation.ruleset.header.reference_date)
    values = tuple(situation.values.get(each) for each in test.facts)
    return values, dated, situation.today, situation.received, frozenset(situation.flips.items())


def _sought(test: _Test, name: str, between: tuple[Any, Any], kind: Type, situation: Situation) -> Iterator[Any]:
    ends = [_at(situation, name, each) for each in between]
    for number in range(_rows(test, situation)):
        if _truth(test, situation, number) is not Truth.UNKNOWN:
            continue

        def truth(value: Any, number: int = number) -> Truth:  # noqa: ANN401 - a number or a day
            return _truth(test, _at(situation, name, value), number)

        first, last = (_truth(test, each, number) for each in ends)
        if Truth.UNKNOWN not in (first, last) and first is not last:
            yield from halved(between, kind, truth, last)


def halved(between: tuple[Any, Any], kind: Type, truth: Callable[[Any], Truth], last: Truth) -> Iterator[Any]:
    """The first value that already has the answer of the last one; nothing where an answer is open in between."""
    low, high = between
    while (middle := _middle(low, high, kind)) != low:
        found = truth(middle)
        if found is Truth.UNKNOWN:
            return
        low, high = (low, middle) if found is last else (middle, high)
    yield high


def _middle(low: Any, high: Any, kind: Type) -> Any:  # noqa: ANN401 - two numbers or two days
    if isinstance(low, date):
        return low + timedelta(days=(high - low).days // 2)
    one = step(Fraction(0), kind, 1)
    return low + (high - low) // one // 2 * one


def values_between(span: Span[Any], kind: Type) -> tuple[Any, Any]:
    """The ends of a stretch; where it has none, as far as makes sense."""
    first, last = (_FIRST_DAY, _LAST_DAY) if kind.sort == "datum" else (-_MOST, _MOST)
    return span.low if span.low is not None else first, span.high if span.high is not None else last


def _at(situation: Situation, name: str, value: Any) -> Situation:  # noqa: ANN401 - a number or a day
    return situation.given(name, Span.point(value)) if _has(situation.ruleset, name) else situation


def _has(ruleset: Ruleset, name: str) -> bool:
    place = record_place(name)
    return name in ruleset.facts if place is None else place.list in ruleset.lists


def _truth(test: _Test, situation: Situation, number: int) -> Truth:
    scope: Situation | RecordSituation = situation.in_record(test.list, number) if test.list else situation
    found = evaluate(test.node, scope)
    return found if isinstance(found, Truth) else Truth.UNKNOWN


def _rows(test: _Test, situation: Situation) -> int:
    if not test.list:
        return 1
    return len(situation.lists[test.list].records) if test.list in situation.lists else 0


def _field(name: str) -> str:
    """Behind a comparison stands the list of a field, or the fact itself."""
    place = record_place(name)
    return place.list if place else name


@lru_cache(maxsize=64)
def _tests_of(ruleset: Ruleset) -> tuple[_Test, ...]:
    found: dict[tuple[Compare, str], _Test] = {}
    own = {name: frozenset(inside(ruleset, name)) for name in ruleset.lists}
    for expression in tests(ruleset):
        for node, _ in parts(expression.root):
            for compare in _turning_once(node) if isinstance(node, Compare) else ():
                of = next((name for name, names in own.items() if names & names_in(node)), "")
                found[compare, of] = _Test(compare, frozenset((*fact_support(ruleset, names_in(node)), of)), of)
    return tuple(found.values())


def _turning_once(node: Compare) -> tuple[Compare, ...]:
    """A comparison as comparisons that turn once: to be equal is neither to be more nor less."""
    if node.comparator not in ("=", "!="):
        return (node,)
    return replace(node, comparator="<="), replace(node, comparator=">=")
