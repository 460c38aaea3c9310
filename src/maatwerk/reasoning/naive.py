"""The rule table, read in the plainest way: the executable specification of what a table means.

Slow on purpose: it must be right at sight. `durable.Net` must say the same, and `agree.Reasoner` sees to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.reasoning.table import Atom, Fact, Pattern, Rule, Table, Var

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Bindings = dict[str, Atom]
Known = dict[str, set[tuple[Atom, ...]]]


def reason(table: Table, facts: Iterable[Fact]) -> frozenset[Fact]:
    """All facts that follow by the rules, without those given. Raises `TableError` for a fact outside the schema."""
    known: Known = {name: set() for name in table.kinds}
    for fact in table.given(facts):
        known[fact.kind].add(fact.values)
    derived: set[Fact] = set()
    for _, rules in table.strata:
        _saturate(rules, known, derived)
    return frozenset(derived)


def _saturate(rules: Iterable[Rule], known: Known, derived: set[Fact]) -> None:
    """Apply the rules of one stratum until they say nothing new."""
    rules = tuple(rules)
    while True:
        new = {fact for rule in rules for fact in _conclusions(rule, known)} - derived
        if not new:
            return
        derived |= new
        for fact in new:
            known[fact.kind].add(fact.values)


def _conclusions(rule: Rule, known: Known) -> Iterator[Fact]:
    for bindings in _matches(rule.when, known, {}):
        if _allowed(rule, known, bindings):
            yield from (Fact(pattern.kind, _filled(pattern, bindings)) for pattern in rule.then)


def _matches(patterns: tuple[Pattern, ...], known: Known, bindings: Bindings) -> Iterator[Bindings]:
    """Every way to bind the variables so that each pattern has a fact; two patterns may have the same fact."""
    if not patterns:
        yield bindings
        return
    for values in known[patterns[0].kind]:
        extended = _match(patterns[0], values, bindings)
        if extended is not None:
            yield from _matches(patterns[1:], known, extended)


def _match(pattern: Pattern, values: tuple[Atom, ...], bindings: Mapping[str, Atom]) -> Bindings | None:
    extended = dict(bindings)
    for wanted, value in zip(pattern.values, values, strict=True):
        expected = extended.setdefault(wanted.name, value) if isinstance(wanted, Var) else wanted
        if expected is not None and expected != value:
            return None
    return extended


def _allowed(rule: Rule, known: Known, bindings: Bindings) -> bool:
    denied = any(
        _match(pattern, values, bindings) is not None for pattern in rule.unless for values in known[pattern.kind]
    )
    return not denied and all(_number(a, bindings) > _number(b, bindings) for a, b in rule.greater)


def _number(side: str | int, bindings: Bindings) -> int:
    return int(bindings[side]) if isinstance(side, str) else side


def _filled(pattern: Pattern, bindings: Bindings) -> tuple[Atom, ...]:
    """The values of a conclusion. A table has no open places in `then`, so None cannot come out."""
    filled = (bindings[value.name] if isinstance(value, Var) else value for value in pattern.values)
    return tuple(value for value in filled if value is not None)
