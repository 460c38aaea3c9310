"""A rule table in the language of durable-rules: pure translation, no engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from maatwerk.reasoning.table import Atom, Fact, Pattern, Rule, Table, Var, variables
from maatwerk.reasoning.vocabulary import BOOT, FACT_NUMBER, GATE, Column, Mark, Test, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Place(NamedTuple):
    """Where a variable is bound: the number of the pattern and of its column."""

    pattern: int
    column: int


Sources = tuple[Place | Atom | None, ...]


class Network:
    """The translation of one table: its rules for the engine, its words for facts, its conclusions."""

    def __init__(self, table: Table) -> None:
        """Translate. Raises `EngineError` if the table is too large for the engine."""
        self.table = table
        self.words = Vocabulary(table)
        self.rules: dict[str, list[Test]] = {"boot": [{"b": self.words.is_signal(BOOT)}]}
        self._conclusions: dict[str, list[tuple[str, Sources]]] = {}
        for number, rule in enumerate(table.rules):
            translation = _Translation(rule, self.words)
            self.rules[f"r{number}"] = translation.conditions
            self._conclusions[f"r{number}"] = translation.conclusions
        self.words.check_size()

    def conclusions(self, name: str, matched: Mapping[str, Fact]) -> Iterator[Fact]:
        """What the rule says of the facts it matched, by alias."""
        for kind, sources in self._conclusions[name]:
            values = (
                matched[f"p{source.pattern}"].values[source.column] if isinstance(source, Place) else source
                for source in sources
            )
            yield Fact(kind, tuple(value for value in values if value is not None))


class _Translation:
    """One rule: gate first, then what must match, then what must not; so a denial is read when all facts are there."""

    def __init__(self, rule: Rule, words: Vocabulary) -> None:
        self._words = words
        self._greater = rule.greater
        self._bound: dict[str, Place] = {}
        self.conditions: list[Test] = [{"g": {"$and": [words.is_signal(GATE), {"c0": rule.stratum}]}}]
        for number, pattern in enumerate(_join_order(rule.when)):
            self.conditions.append({f"p{number}": self._matches(number, pattern)})
        for number, pattern in enumerate(rule.unless):
            self.conditions.append({f"n{number}$not": self._denies(pattern)})
        self.conclusions: list[tuple[str, Sources]] = [
            (
                pattern.kind,
                tuple(self._bound[value.name] if isinstance(value, Var) else value for value in pattern.values),
            )
            for pattern in rule.then
        ]

    def _matches(self, number: int, pattern: Pattern) -> Test:
        """The condition of one positive pattern; binds its new variables."""
        known = dict(self._bound)
        for column, name in variables(pattern):
            self._bound.setdefault(name, Place(number, column))
        tests = self._constants(pattern)
        tests += [
            self._words.marked(Mark(pattern.kind, "equal", Column(self._bound[name].column), Column(column)))
            for column, name in variables(pattern)
            if name not in known and self._bound[name].column != column
        ]
        joins = self._joins(pattern, known)
        for left, right in self._comparable(known):
            alone, joined = self._compared(pattern.kind, number, left, right)
            tests += alone
            joins += joined
        return _all_of(tests, joins)

    def _denies(self, pattern: Pattern) -> Test:
        return _all_of(self._constants(pattern), self._joins(pattern, self._bound))

    def _constants(self, pattern: Pattern) -> list[Test]:
        constants = [
            self._words.equals(column, value)
            for column, value in enumerate(pattern.values)
            if value is not None and not isinstance(value, Var)
        ]
        return [self._words.is_kind(pattern.kind), *constants]

    def _joins(self, pattern: Pattern, known: Mapping[str, Place]) -> list[Test]:
        return [{f"c{column}": _at(known[name])} for column, name in variables(pattern) if name in known]

    def _comparable(self, known: Mapping[str, Place]) -> Iterator[tuple[Place | int, Place | int]]:
        """The comparisons whose last variable was bound just now."""
        for pair in self._greater:
            names = {side for side in pair if isinstance(side, str)}
            if names <= self._bound.keys() and not names <= known.keys():
                left, right = (self._bound[side] if isinstance(side, str) else side for side in pair)
                yield left, right

    def _compared(self, kind: str, number: int, left: Place | int, right: Place | int) -> tuple[list[Test], list[Test]]:
        """Left > right, as a mark on this one fact or as a join with an earlier one."""
        if isinstance(right, Place) and right.pattern != number and isinstance(left, Place):
            return [], [{"$gt": {f"c{left.column}": _at(right)}}]
        if isinstance(left, Place) and left.pattern != number and isinstance(right, Place):
            return [], [{"$lt": {f"c{right.column}": _at(left)}}]
        sides = [Column(side.column) if isinstance(side, Place) else side for side in (left, right)]
        return [self._words.marked(Mark(kind, "greater", *sides))], []


def _at(place: Place) -> Test:
    return {f"p{place.pattern}": f"c{place.column}"}


def _all_of(tests: list[Test], joins: list[Test]) -> Test:
    """Tests of one fact, then joins, then one that is always true: past a last join that is false it reads on."""
    if joins:
        joins = [*joins, {"$gte": {FACT_NUMBER: {"g": "_z"}}}]
    every = [*tests, *joins]
    return every[0] if len(every) == 1 else {"$and": every}


def _join_order(patterns: tuple[Pattern, ...]) -> list[Pattern]:
    """Each pattern after one that shares a variable with it: the engine builds every product it is told to."""
    rest = sorted(patterns, key=lambda pattern: any(True for _ in variables(pattern)))
    ordered: list[Pattern] = []
    bound: set[str] = set()
    while rest:
        joined = (pattern for pattern in rest if bound & {name for _, name in variables(pattern)})
        chosen = next(joined, rest[0])
        rest.remove(chosen)
        ordered.append(chosen)
        bound |= {name for _, name in variables(chosen)}
    return ordered
