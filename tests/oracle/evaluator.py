"""An evaluator of our own, straight from sections 5 to 7 of the ruleset language. It knows nothing of maatwerk's.

A value is a set of answers or options, an interval (both ends in it), `leeg`, or perhaps `leeg`. With every fact known
all values are points; so the same few lines compute one case, and what is known of many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from typing import Any

from tests.oracle.points import BIG, COMPARED, FIRST, LAST, ends, function
from tests.oracle.rules import BEGIN, REFERENCE, Fact, Norm, Rules
from tests.oracle.tree import Node, Plain

YES, NO, OPEN = frozenset({True}), frozenset({False}), frozenset({True, False})
EMPTY, PERHAPS = "leeg", "misschien leeg"
Value = Any
"""frozenset of bool or of options, (low, high), EMPTY or PERHAPS."""


def point(value: Plain) -> Value:
    """A known value."""
    if value is None:
        return EMPTY
    return frozenset({value}) if isinstance(value, (bool, str)) else (value, value)


def everything(sort: str, *, options: Iterable[str] = (), below: bool = True, empty: bool = False) -> Value:
    """All values of a type."""
    if empty:
        return PERHAPS
    if sort == "ja":
        return OPEN
    if sort in ("keuze", "tekst"):
        return frozenset(options)
    return (FIRST, LAST) if sort == "datum" else (-BIG if below else Fraction(0), BIG)


def any_of(fact: Fact) -> Value:
    """All that an unknown fact can be: no amount or number below 0, but where its type says so."""
    return everything(fact.sort, options=fact.options, below=fact.below, empty=fact.empty)


@dataclass(slots=True)
class Record:
    """The known fields of a record; `times`: how many there are of it."""

    fields: Mapping[str, Value]
    times: Fraction = Fraction(1)


@dataclass(slots=True)
class Records:
    """The records of a list. Not complete: more may come."""

    records: tuple[Record, ...]
    complete: bool = True


@dataclass(slots=True)
class Row:
    """What a record gives to a question about its list."""

    counts: frozenset[bool]
    value: Value
    group: Value
    times: Sequence[Fraction]


@dataclass(slots=True)
class Told:
    """What is told of a case: facts and lists; `flips` are verdicts laid down, by atom (`naam` or `naam#2`)."""

    facts: Mapping[str, Value]
    lists: Mapping[str, Records]
    flips: Mapping[str, frozenset[bool]] = field(default_factory=dict)


class Evaluator:
    """The values of all names in one case under one ruleset."""

    def __init__(self, rules: Rules, told: Told) -> None:
        self.rules = rules
        self.told = told
        self.seen: dict[str, Value] = {}

    def flipped(self, atoms: Iterable[str]) -> Evaluator:
        """The same case with these verdicts turned."""
        turned = {atom: frozenset(not each for each in self.verdict(atom)) for atom in atoms}
        return Evaluator(self.rules, Told(self.told.facts, self.told.lists, {**self.told.flips, **turned}))

    def atoms(self, name: str) -> list[str]:
        """A criterion as atoms: itself, or one for each record."""
        per = self.rules.criteria[name].per
        if not per:
            return [name]
        return [f"{name}#{number + 1}" for number in range(len(self.records(per).records))]

    def verdict(self, atom: str) -> frozenset[bool]:
        """The verdict of an atom or a yes/no calculation."""
        found: frozenset[bool] = self.named(atom)
        return found

    def named(self, atom: str) -> Value:
        """The value of a name; `naam#2`: in the second record."""
        name, _, number = atom.partition("#")
        rule = self.rules.rule(name)
        if not number or rule is None:
            return self.name(name)
        return Inside(self, rule.per, self.records(rule.per).records[int(number) - 1], int(number)).name(name)

    def name(self, name: str) -> Value:
        if name not in self.seen:
            self.seen[name] = self._name(name)
        return self.seen[name]

    def _name(self, name: str) -> Value:
        if name in self.told.flips:
            return self.told.flips[name]
        if name in self.rules.facts:
            return self.told.facts.get(name, any_of(self.rules.facts[name]))
        if name in self.rules.norms:
            return in_force(self.rules.norms[name], self.reference)
        return self.value(self._node(name))

    def _node(self, name: str) -> Node:
        rule = self.rules.rule(name)
        if rule is None:
            raise KeyError(name)
        return rule.node

    @property
    def reference(self) -> Value:
        """The reference date; not known: any day of this version."""
        return self.told.facts.get(REFERENCE, (BEGIN, LAST))

    def records(self, name: str) -> Records:
        """A list of which nothing is known is open, and has no records yet."""
        return self.told.lists.get(name, Records((), complete=False))

    def value(self, node: Node) -> Value:  # noqa: C901, PLR0911 - one line for each kind of node
        """The value of a tree."""
        match node.op:
            case "lit":
                return point(node.value)
            case "leeg":
                return EMPTY
            case "name":
                return self.name(node.word)
            case "op":
                return in_force(self.rules.norms[node.word], self.value(node.parts[0]))
            case "bij":
                return in_table(self.rules.norms[node.word], self.value(node.parts[0]), self.reference)
            case "als":
                return self._choice(node)
            case "niet" | "en" | "of":
                return self._logic(node)
            case "verg" | "in" | "is leeg":
                return self._test(node)
            case _ if node.list:
                return self._question(node)
            case _:
                return self._computed(node)

    def _choice(self, node: Node) -> Value:
        condition = self.value(node.parts[0])
        return hull([self.value(part) for answer, part in ((True, node.parts[1]), (False, node.parts[2]))
                     if answer in condition])  # fmt: skip

    def _logic(self, node: Node) -> Value:
        parts = [self.value(part) for part in node.parts]
        if node.op == "niet":
            return frozenset(not each for each in parts[0])
        join = all if node.op == "en" else any
        return frozenset(join(each) for each in product(*parts))

    def _test(self, node: Node) -> Value:
        left = self.value(node.parts[0])
        if node.op == "is leeg":
            found = OPEN if left == PERHAPS else YES if left == EMPTY else NO
            return frozenset(not each for each in found) if node.word else found
        if left in (EMPTY, PERHAPS):
            return OPEN
        if node.op == "in":
            return frozenset(option in node.word.split("; ") for option in left)
        right = self.value(node.parts[1])
        if right in (EMPTY, PERHAPS):
            return OPEN
        if isinstance(left, frozenset):
            return frozenset((one == other) is (node.word == "=") for one, other in product(left, right))
        return frozenset(COMPARED[node.word](left, right))

    def _computed(self, node: Node) -> Value:
        """An operation on intervals: from the ends of its parts."""
        parts = [self.value(part) for part in node.parts]
        if EMPTY in parts or PERHAPS in parts:
            return everything(node.sort)
        if node.op == "/" and parts[1][0] <= 0 <= parts[1][1]:
            return everything(node.sort)
        step = function(node.op, node.word)
        found = [step(*corner) for corner in product(*({*part} for part in parts))]
        return ends(min(found), max(found))

    def _question(self, node: Node) -> Value:
        rows = list(self._rows(node))
        return QUESTIONS[node.op]([row for row in rows if True in row.counts], node.sort)

    def _rows(self, node: Node) -> Iterator[Row]:
        found = self.records(node.list)
        for number, record in enumerate(found.records, 1):
            yield self._row(node, Inside(self, node.list, record, number), (record.times,))
        if not found.complete:  # any number of records of which nothing is known
            row = self._row(node, Inside(self, node.list, Record({}), 0), (Fraction(1), BIG))
            row.counts |= NO
            yield row

    def _row(self, node: Node, inside: Inside, times: Sequence[Fraction]) -> Row:
        counts = inside.value(node.where) if node.where else YES
        value = inside.value(node.each) if node.each else (Fraction(1), Fraction(1))
        if value in (EMPTY, PERHAPS):
            value = everything(node.sort)
        return Row(counts, value, inside.name(node.group) if node.group else YES, times)


class Inside(Evaluator):
    """A record: its fields, and what is computed for each record, before the names of the case."""

    def __init__(self, case: Evaluator, lists: str, record: Record, number: int) -> None:
        super().__init__(case.rules, case.told)
        self.case, self.list, self.record, self.number = case, lists, record, number

    def _name(self, name: str) -> Value:
        flip = self.told.flips.get(f"{name}#{self.number}")
        if flip is not None:
            return flip
        fields = self.rules.lists[self.list]
        if name in fields:
            return self.record.fields.get(name, any_of(fields[name]))
        rule = self.rules.rule(name)
        return self.value(rule.node) if rule and rule.per == self.list else self.case.name(name)


def hull(values: Sequence[Value]) -> Value:
    """What holds all of these."""
    if all(each == values[0] for each in values):
        return values[0]
    if EMPTY in values or PERHAPS in values:
        return PERHAPS
    if isinstance(values[0], frozenset):
        return frozenset().union(*values)
    return min(each[0] for each in values), max(each[1] for each in values)


def in_force(norm: Norm, on: Value) -> Value:
    """A norm on a day, or on any of these days. A day without a row: unknown."""
    if on in (EMPTY, PERHAPS):
        on = (FIRST, LAST)
    rows = sorted((day, value) for day, _, value in norm.rows)
    until = [*(day for day, _ in rows[1:]), None]
    found = [value for (day, value), end in zip(rows, until, strict=True)
             if day <= on[1] and (end is None or end > on[0])]  # fmt: skip
    if not found or on[0] < rows[0][0]:
        return everything(norm.sort, below=False)
    return min(found), max(found)


def in_table(norm: Norm, key: Value, on: Value) -> Value:
    """A table: the row of an option, or the row with the highest limit that is not above the key. No row: unknown."""
    if on[0] < min(day for day, _, _ in norm.rows):
        return everything(norm.sort, below=False)
    rows = {limit: value for _, limit, value in norm.rows}
    if isinstance(key, frozenset):
        found = [value for option, value in rows.items() if option in key]
    elif key in (EMPTY, PERHAPS):
        found = []
    else:
        limits = sorted(rows)  # type: ignore[type-var]
        first = [limit for limit in limits if limit <= key[0]]  # type: ignore[operator]
        found = [rows[limit] for limit in limits
                 if first and (limit == first[-1] or key[0] < limit <= key[1])]  # type: ignore[operator]  # fmt: skip
    return (min(found), max(found)) if found else everything(norm.sort, below=False)


def _exists(rows: Sequence[Row], _: str) -> Value:
    return frozenset(any(each) for each in product(*(row.counts for row in rows)))


def _for_all(rows: Sequence[Row], _: str) -> Value:
    ways = [{not counts or holds for counts in row.counts for holds in row.value} for row in rows]
    return frozenset(all(each) for each in product(*ways))


def _added(row: Row) -> list[Fraction]:
    """All that a record may add to a sum, at its ends."""
    found = [end * times for end in row.value for times in row.times]
    return found if row.counts == YES else [Fraction(0), *found]


def _sum(rows: Sequence[Row], _: str) -> Value:
    return ends(sum((min(_added(row)) for row in rows), Fraction(0)),
                sum((max(_added(row)) for row in rows), Fraction(0)))  # fmt: skip


def _extreme(pick: Callable[[Iterable[Any]], Any]) -> Callable[[Sequence[Row], str], Value]:
    """The least or greatest: of nothing, unknown; with records that perhaps count, the hull with and without them."""

    def found(rows: Sequence[Row], sort: str) -> Value:
        ways = [[*({True, False} if row.counts == OPEN else {True})] for row in rows]
        chosen = [[row.value for row, used in zip(rows, each, strict=True) if used] for each in product(*ways)]
        if [] in chosen:
            return everything(sort)
        return hull([(pick(low for low, _ in each), pick(high for _, high in each)) for each in chosen])

    return found


def _highest_sum(rows: Sequence[Row], _: str) -> Value:
    """The highest sum of a group, 0 without one; a record of an unknown group stands in any, or in one of its own."""
    named = {group for row in rows if len(row.group) == 1 for group in row.group}
    groups = [[*row.group] if len(row.group) == 1 else [*named, *range(len(rows))] for row in rows]
    found = [total for places in product(*groups) for total in _totals(rows, places)]
    return ends(min(found), max(found))


def _totals(rows: Sequence[Row], places: Sequence[object]) -> Iterator[Fraction]:
    """The highest sum for all ways in which records count and have one of their ends."""
    ways = [[None] * (False in row.counts) + [end * times for end in row.value for times in row.times] for row in rows]
    for added in product(*ways):
        sums: dict[object, Fraction] = {}
        for place, number in zip(places, added, strict=True):
            if number is not None:
                sums[place] = sums.get(place, Fraction(0)) + number
        yield max(sums.values(), default=Fraction(0))


QUESTIONS: dict[str, Callable[[Sequence[Row], str], Value]] = {
    "aantal": _sum,
    "som": _sum,
    "er_is": _exists,
    "voor_alle": _for_all,
    "laagste": _extreme(min),
    "hoogste": _extreme(max),
    "hoogste_som": _highest_sum,
}
