"""Which facts stand behind a name, and which facts meet each other in one expression: of a text, not of a case."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maatwerk.expressions.names import names_in, parts
from maatwerk.expressions.tree import Aggregate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Ruleset


def fact_support(ruleset: Ruleset, names: Iterable[str]) -> tuple[str, ...]:
    """The facts and lists behind some names, through calculations and criteria, in the order of the text.

    Behind a norm stands the reference date.
    """
    seen = _computed_from(ruleset, names)
    if seen & ruleset.norms.keys():
        seen.add(ruleset.header.reference_date)
    fields = {name for name, each in ruleset.lists.items() if seen & {name, *each.fields}}
    return (*(name for name in ruleset.facts if name in seen), *(name for name in ruleset.lists if name in fields))


def behind(ruleset: Ruleset, names: Iterable[str]) -> Iterator[Expression]:
    """The definitions of some criteria and calculations, and of all that they are computed from."""
    seen = _computed_from(ruleset, names)
    yield from (found for name in sorted(seen) if (found := _definition(ruleset, name)))


def _computed_from(ruleset: Ruleset, names: Iterable[str]) -> set[str]:
    """These names and all that is named behind them, in however many steps."""
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            expression = _definition(ruleset, name)
            waiting += _named(expression) if expression else ()
    return seen


def _named(expression: Expression) -> set[str]:
    """The names in an expression, with the lists that it asks about."""
    lists = {node.list for node, _ in parts(expression.root) if isinstance(node, Aggregate)}
    return {*names_in(expression.root), *lists}


def _definition(ruleset: Ruleset, name: str) -> Expression | None:
    if name in ruleset.criteria:
        return ruleset.criteria[name].requirement
    return ruleset.calculations[name].expression if name in ruleset.calculations else None


def met_by(ruleset: Ruleset, facts: frozenset[str]) -> frozenset[str]:
    """These facts and all that stand with one of them behind the same test or amount."""
    return facts.union(*(group for group in _groups(ruleset) if group & facts))


@lru_cache(maxsize=256)
def _groups(ruleset: Ruleset) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(fact_support(ruleset, _named(each))) for each in tests(ruleset))


def tests(ruleset: Ruleset) -> Iterator[Expression]:
    """Every expression that is judged by itself."""
    found: list[Expression | None] = []
    for criterion in ruleset.criteria.values():
        found += [criterion.requirement, criterion.by_purpose, criterion.feasible_if, criterion.conflicts_if]
    found += [each.amount for each in ruleset.outcomes.values()]
    found += [each.expression for each in ruleset.calculations.values()]
    for consequence in ruleset.consequences.values():
        found += [consequence.when, consequence.child_if]
    found += [each.when for each in ruleset.signals.values()]
    found += [each.allowed_if for each in ruleset.exceptions.values()]
    found += [each.when for each in ruleset.alternatives.values()]
    yield from (each for each in found if each is not None)
