"""A rule table: facts in, facts out, rules as data. It knows nothing of criteria, outcomes or law.

A `Kind` is a closed schema, a `Fact` one row of it. A `Rule` says: when these patterns match, unless those do, then
make these facts. Rules stand in strata. A rule matches facts of its own and lower strata and denies only facts of
lower, finished ones; so the conclusions do not depend on the order in which anything is written or fires.
Two interpreters read a table: `naive.reason` (the specification) and `durable.Net` (durable-rules).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Atom = str | int | bool
"""An enumerated string, a small whole number (|n| < 2**31) or a boolean; no amount, date, text or unknown."""

INT_LIMIT = 2**31
MAX_CONDITIONS = 12
MAX_COLUMNS = 20
MAX_GREATER = 8


class TableError(ValueError):
    """A table or a fact that breaks the rules of this module: a fault in our own code, never in a user's input."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The closed schema of one kind of fact. Stratum 0 is given; stratum n is made by the rules of stratum n."""

    name: str
    columns: tuple[tuple[str, type], ...]
    stratum: int


class Fact(NamedTuple):
    """One fact; the values stand in the column order of its kind."""

    kind: str
    values: tuple[Atom, ...]


class Var(NamedTuple):
    """A variable in a pattern: the same name is the same value throughout one rule."""

    name: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A shape that facts of one kind may have: a constant, a variable, or None for anything."""

    kind: str
    values: tuple[Atom | Var | None, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """When every `when` matches, no `unless` does and every `greater` (a, b) has a > b, then the facts of `then` hold.

    `greater` compares whole numbers: names of variables, or a variable and a constant.
    """

    name: str
    stratum: int
    when: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()
    then: tuple[Pattern, ...] = ()
    greater: tuple[tuple[str | int, str | int], ...] = ()


class Table:
    """Kinds and rules that were checked against each other. Order of either has no meaning."""

    def __init__(self, kinds: Iterable[Kind], rules: Iterable[Rule]) -> None:
        """Check and keep. Raises `TableError` naming the kind or rule that is wrong."""
        self.kinds = _by_name(kinds)
        self.rules = tuple(sorted(_by_name(rules).values(), key=lambda rule: (rule.stratum, rule.name)))
        for kind in self.kinds.values():
            _check_kind(kind)
        for rule in self.rules:
            _check_rule(rule, self.kinds)

    @cached_property
    def strata(self) -> tuple[tuple[int, tuple[Rule, ...]], ...]:
        """The rules of every stratum that has any, lowest first."""
        numbers = sorted({rule.stratum for rule in self.rules})
        return tuple((number, tuple(rule for rule in self.rules if rule.stratum == number)) for number in numbers)

    def given(self, facts: Iterable[Fact]) -> frozenset[Fact]:
        """The facts as a set, if all are of a kind of stratum 0 and fit its columns; else `TableError`."""
        facts = frozenset(facts)
        for fact in facts:
            kind = self.kinds.get(fact.kind)
            if kind is None or kind.stratum != 0:
                raise TableError(f"{fact.kind!r} is no kind that may be given")
            if len(fact.values) != len(kind.columns) or not all(
                is_atom_of(value, column) for value, (_, column) in zip(fact.values, kind.columns, strict=True)
            ):
                # Say what was expected, never what was found: a value may be personal.
                raise TableError(f"a fact of kind {kind.name!r} does not fit its columns {_described(kind)}")
        return facts

    def fingerprint(self) -> str:
        """SHA-256 over kinds and rules in a canonical order: equal tables have equal fingerprints, on every machine."""
        return self._fingerprint

    def __eq__(self, other: object) -> bool:
        """Equal tables say the same: by fingerprint."""
        return isinstance(other, Table) and self._fingerprint == other._fingerprint

    def __hash__(self) -> int:
        """By fingerprint."""
        return hash(self._fingerprint)

    @cached_property
    def _fingerprint(self) -> str:
        kinds = [
            [kind.name, [[name, of.__name__] for name, of in kind.columns], kind.stratum]
            for kind in self.kinds.values()
        ]
        rules = [_rule_as_json(rule) for rule in self.rules]
        return hashlib.sha256(json.dumps([sorted(kinds, key=str), rules]).encode("ascii")).hexdigest()


def is_atom_of(value: object, column: type) -> bool:
    """Whether the value has exactly the type of the column: True is no number, and a number is small."""
    if column is int:
        return isinstance(value, int) and not isinstance(value, bool) and -INT_LIMIT < value < INT_LIMIT
    return isinstance(value, column)


def variables(pattern: Pattern) -> Iterator[tuple[int, str]]:
    """The variables of a pattern with the number of their column."""
    return ((column, value.name) for column, value in enumerate(pattern.values) if isinstance(value, Var))


Named = TypeVar("Named", Kind, Rule)


def _by_name(things: Iterable[Named]) -> dict[str, Named]:
    named: dict[str, Named] = {}
    for thing in things:
        if thing.name in named:
            raise TableError(f"the name {thing.name!r} is used twice")
        named[thing.name] = thing
    return named


def _described(kind: Kind) -> str:
    return ", ".join(f"{name}: {column.__name__}" for name, column in kind.columns)


def _rule_as_json(rule: Rule) -> list[object]:
    """A rule as plain lists. JSON keeps 1 and true apart; a variable is a list, so it cannot be taken for a string."""

    def shown(patterns: tuple[Pattern, ...]) -> list[object]:
        return [
            [pattern.kind, [["var", value.name] if isinstance(value, Var) else value for value in pattern.values]]
            for pattern in patterns
        ]

    return [rule.name, rule.stratum, shown(rule.when), shown(rule.unless), shown(rule.then), rule.greater]


def _check_kind(kind: Kind) -> None:
    names = [name for name, _ in kind.columns]
    if kind.stratum < 0 or len(names) > MAX_COLUMNS or len(set(names)) != len(names):
        raise TableError(f"kind {kind.name!r}: a stratum from 0, at most {MAX_COLUMNS} columns, every name once")
    if any(of not in (str, int, bool) for _, of in kind.columns):
        raise TableError(f"kind {kind.name!r}: columns are str, int or bool")


def _check_rule(rule: Rule, kinds: dict[str, Kind]) -> None:
    """Everything a rule must be, so that both interpreters read it alike and the net stays small."""
    if rule.stratum < 1 or not rule.then or len(rule.when) + len(rule.unless) > MAX_CONDITIONS:
        raise TableError(f"rule {rule.name!r}: a stratum from 1, a conclusion, at most {MAX_CONDITIONS} conditions")
    for pattern in (*rule.when, *rule.unless, *rule.then):
        _check_pattern(rule, pattern, kinds)
    _check_strata(rule, kinds)
    types = _types_of_variables(rule, rule.when, kinds)
    for name, of in _types_of_variables(rule, (*rule.when, *rule.unless, *rule.then), kinds).items():
        if types.get(name) is not of:
            raise TableError(f"rule {rule.name!r}: variable {name!r} is not bound in `when`")
    if any(value is None for pattern in rule.then for value in pattern.values):
        raise TableError(f"rule {rule.name!r}: a conclusion has no open places")
    _check_greater(rule, types)
    _check_joined(rule)


def _check_pattern(rule: Rule, pattern: Pattern, kinds: dict[str, Kind]) -> None:
    kind = kinds.get(pattern.kind)
    if kind is None or len(pattern.values) != len(kind.columns):
        raise TableError(f"rule {rule.name!r}: no kind {pattern.kind!r} of {len(pattern.values)} columns")
    for value, (name, of) in zip(pattern.values, kind.columns, strict=True):
        if value is not None and not isinstance(value, Var) and not is_atom_of(value, of):
            raise TableError(f"rule {rule.name!r}: column {name!r} of {kind.name!r} is {of.__name__}")


def _check_strata(rule: Rule, kinds: dict[str, Kind]) -> None:
    if any(kinds[pattern.kind].stratum > rule.stratum for pattern in rule.when):
        raise TableError(f"rule {rule.name!r}: `when` looks at a higher stratum")
    if any(kinds[pattern.kind].stratum >= rule.stratum for pattern in rule.unless):
        raise TableError(f"rule {rule.name!r}: `unless` looks at a stratum that is not finished")
    if any(kinds[pattern.kind].stratum != rule.stratum for pattern in rule.then):
        raise TableError(f"rule {rule.name!r}: `then` makes a fact of another stratum")


def _types_of_variables(rule: Rule, patterns: tuple[Pattern, ...], kinds: dict[str, Kind]) -> dict[str, type]:
    types: dict[str, type] = {}
    for pattern in patterns:
        for column, name in variables(pattern):
            of = kinds[pattern.kind].columns[column][1]
            if types.setdefault(name, of) is not of:
                raise TableError(f"rule {rule.name!r}: variable {name!r} has two types")
    return types


def _check_greater(rule: Rule, types: dict[str, type]) -> None:
    for pair in rule.greater:
        names = [side for side in pair if isinstance(side, str)]
        numbers = [side for side in pair if not isinstance(side, str)]
        if not names or any(types.get(name) is not int for name in names):
            raise TableError(f"rule {rule.name!r}: `greater` compares int variables bound in `when`")
        if not all(is_atom_of(number, int) for number in numbers):
            raise TableError(f"rule {rule.name!r}: `greater` compares small whole numbers")
    if len(rule.greater) > MAX_GREATER:
        raise TableError(f"rule {rule.name!r}: at most {MAX_GREATER} comparisons")


def _check_joined(rule: Rule) -> None:
    """No pattern with variables stands alone beside another: their product would be built fact by fact."""
    groups = [{name for _, name in variables(pattern)} for pattern in rule.when]
    groups = [group for group in groups if group]
    for group in groups:
        others = sum(1 for other in groups if group & other)
        if len(groups) > 1 and others == 1:
            raise TableError(f"rule {rule.name!r}: a pattern shares no variable with any other")
