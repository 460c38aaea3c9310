"""The example to add: a case, like an example that is there, in which a changed rule gives another answer.

Around each example some facts are left open, few at first, and the search looks for a case in which a column differs.
So a new row is an old one with few other cells, and reads like it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maatwerk.bench.examples import cells_of, example_view
from maatwerk.bench.testing.dated import in_this_version, without
from maatwerk.bench.testing.difference import differs, spots
from maatwerk.criteria.members import field_name
from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import Space
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Empty, Truth, exactly
from maatwerk.outcome.outcome import UNKNOWN, deciding_names
from maatwerk.ruleset.example_cells import what_and_after
from maatwerk.ruleset.examples import FINDINGS_COLUMN, PROPOSALS
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.model import ExampleRecords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.bench.testing.difference import Spot
    from maatwerk.bench.testing.mutants import Mutant
    from maatwerk.bench.testing.mutation import Row
    from maatwerk.bench.testing.new_rows import ExampleTables
    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations
    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.cells import PlainValue
    from maatwerk.ruleset.model import Example, Ruleset

PLACES = 3000
COLUMNS_TRIED = 100
"""How often all columns are computed for one change: that takes milliseconds, the rest takes none."""
MOST_RECORDS = 3
_SHOWN = ("voorwaarde", "uitkomst", "gevolg", "signaal", "uitzondering")
"""The blocks of which columns tell something; of an alternative only when it repairs a criterion."""


@dataclass(frozen=True, slots=True)
class Added:
    """An example to add: like which one, what it gives now, and which columns the change turns (was, now)."""

    like: Example
    example: Example
    turned: dict[str, tuple[str, str]]
    extra: str = ""
    """A column that the table does not have yet, where only that shows the difference."""


def example_for(rows: Sequence[Row], mutant: Mutant, tables: ExampleTables) -> Added | None:
    """The first case around the examples in which the change turns a column; None where none was found.

    First in the columns that are there; then in a column that the table does not have yet: of findings or ways out, or
    for the rule itself.
    """
    own = (mutant.name,) if mutant.kind in {"berekening", "voorwaarde"} else ()
    shown = ("", FINDINGS_COLUMN, PROPOSALS) if _can_show(rows, mutant) else ()
    found = (_around_all(rows, mutant, tables, extra) for extra in (*shown, *own))
    return next((each for each in found if each), None)


def _can_show(rows: Sequence[Row], mutant: Mutant) -> bool:
    """Whether anything that columns tell rests on the rule; some calculations only weigh or stand in letters."""
    if mutant.kind != "berekening" or not rows:
        return bool(rows)
    rules = rows[0].rules
    named = {name for word in _SHOWN for item in KINDS[word].items(rules).values() for name in _named(word, item)}
    named |= {name for each in rules.alternatives.values() if each.repairs for name in _named("alternatief", each)}
    named |= {what_and_after(column)[0] for row in rows for column in row.example.expected}
    return mutant.name in _reached(rules, named)


def _named(word: str, item: object) -> frozenset[str]:
    return frozenset().union(*(names_in(each.root) for _, each in KINDS[word].expressions(item)))


def _around_all(rows: Sequence[Row], mutant: Mutant, tables: ExampleTables, extra: str) -> Added | None:
    looking = _Looking(mutant, tables, Budget(PLACES), Budget(COLUMNS_TRIED))
    found = (looking.around(row, extra, width) for width in ("one", "some") for row in rows)
    return next((each for each in found if each), None)


@dataclass
class _Looking:
    mutant: Mutant
    tables: ExampleTables
    places: Budget
    columns: Budget
    spaces: dict[Ruleset, Space] = field(default_factory=dict)

    def around(self, row: Row, extra: str, width: str) -> Added | None:
        """A case like this example; `width` says how many facts are left open at once."""
        there = self.tables.expected(row.example)
        rule = row.rules.criteria.get(extra) or row.rules.calculations.get(extra)
        if extra in there or (rule and rule.per):
            return None
        space = self._space(row.rules)
        seen = spots(row.rules, self.mutant)
        before, after = space.rulesets
        compare = _Compare(before, after, row.example, (extra,) if extra else there, seen, self.columns)
        situation = example_view(row.rules, row.example).situation
        for names in _open_sets(row.rules, seen, situation, width):
            found = self._search(space, compare, without(situation, names), names)
            if found:
                return replace(compare, expected=(*there, *(extra,) * bool(extra))).added(found, extra)
        return None

    def _search(self, space: Space, compare: _Compare, start: Situation, names: tuple[str, ...]) -> Situation | None:
        places = (start, under(space.rulesets[1], start))
        found = search(
            space, compare, names=(), behind=lambda _: names, start=lambda _: places, budget=self.places
        ).situations
        return found[0] if found else None

    def _space(self, rules: Ruleset) -> Space:
        """The cells of all facts are cut once for each version of the rules."""
        if rules not in self.spaces:
            space = Space.of(rules, self.mutant.of(rules))
            self.spaces[rules] = replace(space, days=space.days[:1])
        return self.spaces[rules]


def under(changed: Ruleset, situation: Situation) -> Situation:
    """The same case under the changed rules."""
    return type(situation)(
        changed, situation.values, today=situation.today, received=situation.received, lists=situation.lists
    )


def _open_sets(rules: Ruleset, seen: Sequence[Spot], situation: Situation, width: str) -> Iterator[tuple[str, ...]]:
    """Which facts to leave open: none, each of those behind the rule by itself; then all of them together."""
    facts, fields = _behind(rules, seen)
    of_records = [
        tuple(field_name(of, number, field) for field in sorted(each.fields) if field in fields)
        for of, each in rules.lists.items()
        for number in range(min(MOST_RECORDS, len(situation.lists[of].records) if of in situation.lists else 0))
    ]
    if width == "one":
        yield ()
        yield from ((name,) for name in (*facts, *(name for each in of_records for name in each)))
    else:
        yield from ((*facts, *each) for each in of_records or [()])


def _behind(rules: Ruleset, seen: Sequence[Spot]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The facts and fields on which a change rests: all behind its rule, or else all that decides and has effects."""
    named = {name for spot in seen for node in (spot.was, spot.now) for name in names_in(node)}
    if not seen:
        named = {*deciding_names(rules), *rules.criteria}
        for word in ("gevolg", "uitzondering", "signaal"):
            named |= {name for item in KINDS[word].items(rules).values() for name in _named(word, item)}
    reached = _reached(rules, named)
    day = rules.header.reference_date
    facts = tuple(name for name in rules.facts if name in reached and (name != day or name in named))
    return facts, frozenset(reached)


def _reached(rules: Ruleset, named: set[str]) -> set[str]:
    waiting, found = list(named), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            block = rules.criteria.get(name)
            expression = block.requirement if block else None
            if name in rules.calculations:
                expression = rules.calculations[name].expression
            waiting += names_in(expression.root) if expression else ()
    return found


@dataclass
class _Compare:
    """The goal: everything is known, and some column of the table differs."""

    rules: Ruleset
    changed: Ruleset
    like: Example
    expected: tuple[str, ...]
    seen: Sequence[Spot]
    columns: Budget

    def __call__(self, at: Situations) -> Truth:
        if not in_this_version(at[0]):
            return Truth.NO
        near = differs(self.seen, at) if self.seen else Truth.YES
        if near is not Truth.YES:
            return near
        if _is_open(at[0], self.like):
            return Truth.UNKNOWN
        return Truth.of(self.columns.spend() and bool(self.turned(at[0])))

    def turned(self, situation: Situation) -> dict[str, tuple[str, str]]:
        example = self.example(situation)
        before, after = (self.found(rules, example) for rules in (self.rules, self.changed))
        return {column: (before[column], after[column]) for column in before if before[column] != after[column]}

    def found(self, rules: Ruleset, example: Example) -> dict[str, str]:
        return {cell.column: cell.found for cell in cells_of(rules, example)}

    def example(self, situation: Situation) -> Example:
        """The case as an example that expects something in every column of the table."""
        facts: dict[str, PlainValue | None] = {
            name: value for name, value in self.like.facts.items() if name not in self.rules.facts
        }
        facts |= {name: _plain(value) for name, value in situation.values.items()}
        facts |= {name: None for name in self.like.facts if name not in facts}
        lists = {
            of: ExampleRecords(
                tuple({field: _plain(value) for field, value in record.items()} for record in found.records),
                found.complete,
                self._wanted(of, len(found.records)),
            )
            for of, found in situation.lists.items()
        }
        return replace(self.like, facts=facts, lists=lists, expected=dict.fromkeys(self.expected, UNKNOWN))

    def _wanted(self, of: str, number: int) -> tuple[dict[str, str], ...]:
        given = self.like.lists[of].expected if of in self.like.lists else ()
        names = {name for each in given for name in each}
        return tuple(dict.fromkeys(names, UNKNOWN) for _ in range(number))

    def added(self, situation: Situation, extra: str) -> Added:
        """The example with what the rules give for it now."""
        example = self.example(situation)
        found = self.found(self.rules, example)
        lists = {
            of: replace(
                each,
                expected=tuple(
                    {name: found[f"{of}[{number}].{name}"] for name in wanted}
                    for number, wanted in enumerate(each.expected, 1)
                ),
            )
            for of, each in example.lists.items()
        }
        expected = {column: found[column] for column in self.expected}
        return Added(self.like, replace(example, expected=expected, lists=lists), self.turned(situation), extra)


def _is_open(situation: Situation, like: Example) -> bool:
    """Whether a fact that the example gives was left open and has no value yet."""
    given = {name for name, value in like.facts.items() if value is not None and name in situation.ruleset.facts}
    if any(not situation.value(name).known for name in given):
        return True
    return any(
        value is not None and not situation.in_record(of, number).value(field).known
        for of, found in like.lists.items()
        for number, record in enumerate(found.records)
        for field, value in record.items()
    )


def _plain(value: Value) -> PlainValue | None:
    return value if isinstance(value, Empty) else exactly(value)
