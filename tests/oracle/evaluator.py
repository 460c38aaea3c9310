"""An evaluator of our own, straight from sections 5 to 7 of the ruleset language. It knows nothing of maatwerk's.

With every fact known all values are points; so the same few lines compute one case, and what is known of many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

from tests.oracle.asking import QUESTIONS, Row
from tests.oracle.known import EMPTY, NO, OPEN, PERHAPS, YES, Value, any_of, everything, hull, point
from tests.oracle.points import BIG, COMPARED, LAST, ends, function
from tests.oracle.reading import in_force, in_table
from tests.oracle.rules import BEGIN, REFERENCE, Rules
from tests.oracle.tree import Node


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

    def value(self, node: Node) -> Value:
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
                return in_table(self.rules.norms[node.word], [self.value(part) for part in node.parts], self.reference)
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
            row.more = True
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
