"""The values to try of a fact: both answers, every option, and of a number or day the stretches between limits.

A limit is a value with which a fact by itself is compared somewhere in the rules, or where the row of a table begins.
Between two limits no comparison of that fact turns, so one value of a stretch stands for all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

from maatwerk.basics.bounds import bounds
from maatwerk.criteria.situation import Situation
from maatwerk.criteria.support import fact_support
from maatwerk.expressions.any_record import AnyRecord
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.names import names_in, parts
from maatwerk.expressions.tree import Compare, Name
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import EMPTY, Choice, Span, Truth, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maatwerk.expressions.tree import Expression, Node
    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.model import Fact, Ruleset

Limit = Fraction | date

_STEPS = {"percentage": Fraction(1, 10_000), "tarief": Fraction(1, 10_000)}
CUT = frozenset({"bedrag", "getal", "datum", "percentage", "tarief"})


def definitions(ruleset: Ruleset) -> Iterator[Expression]:
    """What the pattern of verdicts is computed from: the criteria and the calculations."""
    yield from (each.requirement for each in ruleset.criteria.values())
    yield from (each.expression for each in ruleset.calculations.values())


def cells(base: Situation, fact: Fact, rules: Iterable[Expression] | None = None) -> tuple[Value, ...]:
    """The values to try: every value of the type lies in one of them, also that there is none (`of leeg`).

    `rules`: the expressions whose limits count; by default criteria and calculations.
    """
    if fact.type.or_empty:
        return (EMPTY, *cells(base, replace(fact, type=replace(fact.type, or_empty=False)), rules))
    match fact.type.sort:
        case "ja_nee":
            return (Truth.YES, Truth.NO)
        case "keuze":
            return tuple(Choice(frozenset({option})) for option in fact.type.options)
        case sort if sort in CUT:
            compared = tuple(definitions(base.ruleset) if rules is None else rules)
            return tuple(stretches(sorted(limits(base, fact.name, compared)), unknown_of(fact.type), fact.type))
        case _:
            return (unknown_of(fact.type),)


def stretches(turning: Iterable[Any], whole: Value, kind: Type) -> Iterator[Value]:
    """The points at the limits (in order) and the stretches between them; facts lie on a grid of cents or days."""
    low: Any = whole.low if isinstance(whole, Span) else None
    high: Any = whole.high if isinstance(whole, Span) else None
    for limit in turning:
        if (low is None or limit >= low) and (high is None or limit <= high):
            if limit != date.min and (low is None or low < limit):
                yield Span(low, step(limit, kind, -1))
            yield Span(limit, limit)
            if limit == date.max:
                return
            low = step(limit, kind, 1)
    if low is None or high is None or low <= high:
        yield Span(low, high)


def step(limit: Any, kind: Type, way: int) -> Any:  # noqa: ANN401 - a number gives a number, a day a day
    """The next value (`way` 1) or the one before (-1): a day, a cent, a hundredth of a percent."""
    if isinstance(limit, date):
        return limit + timedelta(days=way)
    return limit + way * _STEPS.get(kind.sort, Fraction(1, 100))


def limits(base: Situation, name: str, rules: Iterable[Expression]) -> set[Limit]:
    """The values at which something turns: with which a fact is compared, or where the row of a table begins."""
    rules = tuple(rules)
    found: set[object] = set(compared_with(base, name, rules))
    for node in (part for each in rules for part, _ in parts(each.root)):
        if isinstance(node, Name) and node.name in base.ruleset.norms:
            rows = base.ruleset.norms[node.name].rows
            found |= {row.valid_from for row in rows if node.on and _is(node.on, name)}
            columns = [number for number, key in enumerate(node.by) if _is(key, name)]
            found |= {row.keys[column] for row in rows for column in columns}
    return {each for each in found if isinstance(each, (Fraction, date))}


def compared_with(base: Situation, name: str, rules: Iterable[Expression]) -> set[Limit]:
    """The values with which a fact by itself is compared, for every choice that they depend on."""
    found: set[Limit] = set()
    for node in (part for each in rules for part, _ in parts(each.root)):
        if isinstance(node, Compare):
            for side, other in ((node.left, node.right), (node.right, node.left)):
                if _is(side, name):
                    found |= set(_values(base, other))
    return found


def _is(node: Node, name: str) -> bool:
    return isinstance(node, Name) and node.name == name and node.on is None


def _values(base: Situation, node: Node) -> Iterator[Limit]:
    """The known values of the other side of a comparison, over all choices and yes/no facts behind it."""
    rules = base.ruleset
    names = [name for name in fact_support(rules, names_in(node)) if name in rules.facts and _is_chosen(rules, name)]
    tried = within_bounds({name: cells(base, rules.facts[name]) for name in names})
    for values in product(*tried.values()):
        known = {**base.values, **dict(zip(tried, values, strict=True))}
        situation = Situation(rules, known, today=base.today, received=base.received)
        value = evaluate(node, AnyRecord(situation, in_records(rules), evaluate))
        if isinstance(value, Span):
            yield from (end for end in (value.low, value.high) if end is not None)


def _is_chosen(rules: Ruleset, name: str) -> bool:
    return rules.facts[name].type.sort in ("keuze", "ja_nee")


def within_bounds(found: dict[str, tuple[Value, ...]], *, each_costs: int = 1) -> dict[str, tuple[Value, ...]]:
    """Leave out the facts with the most cells until the combinations can be tried."""
    kept = dict(sorted(found.items(), key=lambda each: len(each[1])))
    while kept and _combinations(kept) * each_costs > bounds().analysis_verdicts:
        kept.popitem()
    return kept


def _combinations(found: Mapping[str, tuple[Value, ...]]) -> int:
    total = 1
    for each in found.values():
        total *= len(each)
    return total


def in_records(ruleset: Ruleset) -> frozenset[str]:
    """The names that have a value in a record only: fields, and what is computed for each record."""
    fields = (name for each in ruleset.lists.values() for name in each.fields)
    criteria = (each.name for each in ruleset.criteria.values() if each.per)
    return frozenset((*fields, *criteria, *(each.name for each in ruleset.calculations.values() if each.per)))
