"""What would give another outcome: the fewest facts, each as near to what it is now as it can be. All of it was tried.

For each fact those values are tried that turn something: the other answer, each other option, and the nearest values
that turn a comparison. Then two and three facts together, only for outcomes that fewer do not give. One fact that
gives the same outcome with a better amount counts as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.criteria.askable import fact_asked, names_to_ask
from maatwerk.criteria.members import record_place
from maatwerk.explanation.comparisons import comparisons_behind, facts_behind, parts_behind
from maatwerk.explanation.turning import Turning
from maatwerk.expressions.values import EMPTY, Choice, Empty, Span, Truth, exactly
from maatwerk.outcome.decisive import LARGEST
from maatwerk.outcome.outcome import UNKNOWN, judge, pattern_names
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from maatwerk.criteria.situation import Situation
    from maatwerk.criteria.unresolved import Where
    from maatwerk.expressions.tree import Compare
    from maatwerk.expressions.values import Value
    from maatwerk.outcome.outcome import Result
    from maatwerk.ruleset.model import Fact, Ruleset

MOST_RECORDS = 8
Levers = dict[str, tuple["Value", ...]]
"""Facts with the other values to try."""


@dataclass(frozen=True, slots=True)
class Change:
    """Facts with other values that give another known outcome or a better amount, and the situation then."""

    values: tuple[tuple[str, Value], ...]
    situation: Situation
    result: Result


@dataclass
class Search:
    """What was found, and what was not tried: `missing` = outcomes not reached.

    `cut`: the number of tries ran out; `skipped`: tests of a fact in more records than are looked at.
    """

    situation: Situation
    now: Result
    found: list[Change] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    cut: bool = False
    skipped: bool = False
    _tried: int = 0

    def run(self) -> Search:
        """Look for changes, from one fact to three; an outcome that is not known yet has none."""
        if self.now.id == UNKNOWN:
            return self
        wanted = {name for name in self.situation.ruleset.outcomes if name != self.now.id}
        levers: Levers = {}
        for fact, values in self._levers():  # each is tried as soon as it is known: the tries may run out
            levers[fact] = values
            self._try((fact,), levers, frozenset(wanted), amounts=True)
        for size in range(2, LARGEST + 1):
            wanted -= {each.result.id for each in self.found}
            for facts in combinations(levers, size) if wanted else ():
                self._try(facts, levers, frozenset(wanted))
        self.missing = tuple(sorted(wanted - {each.result.id for each in self.found}))
        return self

    def _try(self, facts: tuple[str, ...], levers: Levers, wanted: frozenset[str], *, amounts: bool = False) -> None:
        """Try all values of these facts; for each outcome the first is kept, of options each."""
        reached: set[str] = set()
        for values in product(*(levers[fact] for fact in facts)):
            if not self._may_try():
                return
            change = self._changed(tuple(zip(facts, values, strict=True)))
            options = any(isinstance(value, Choice) for value in values)
            fits = change.result.id in wanted or (amounts and self._is_better(change.result))
            if fits and (options or change.result.id not in reached):
                reached.add(change.result.id)
                self.found.append(change)

    def _is_better(self, result: Result) -> bool:
        return result.id == self.now.id and result.better_than(self.now) is Truth.YES

    def _changed(self, values: tuple[tuple[str, Value], ...]) -> Change:
        there = self.situation
        for fact, value in values:
            there = there.given(fact, value)
        return Change(values, there, judge(there))

    def _may_try(self, number: int = 1) -> bool:
        """Count a number of tries; with many records each takes longer, so there are fewer."""
        self._tried += number * (1 + sum(len(each.records) for each in self.situation.lists.values()) // 20)
        self.cut = self.cut or self._tried > bounds().changes_tried
        return not self.cut

    def _levers(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """The facts behind the outcome that are known, each with the values that turn something, nearest first."""
        names = pattern_names(self.situation.ruleset)
        tests: dict[str, list[tuple[Compare, Where]]] = {}
        for comparison, scope in comparisons_behind(names, self.situation):
            for name in facts_behind([(comparison, scope)]):
                tests.setdefault(name, []).append((comparison, scope))
        behind = set(facts_behind(parts_behind(names, self.situation)))
        in_order_of_text = [name for name in names_to_ask(self.situation) if name in behind]
        for name in sorted(in_order_of_text, key=lambda name: record_place(name) is not None):  # the case itself first
            if self.situation.value_at(name).known and self._may_try(0):
                values = dict.fromkeys((*_others(self.situation, name), *self._turning(name, tests.get(name, ()))))
                if in_order := _in_order(self.situation, name, values):
                    yield name, in_order

    def _turning(self, name: str, tests: Iterable[tuple[Compare, Where]]) -> Iterator[Value]:
        fact = fact_asked(self.situation.ruleset, name)
        if fact is None or not _counts(fact, self.situation.value_at(name)):
            return
        places: dict[int, int] = {}
        for comparison, scope in tests:
            places[id(comparison)] = places.get(id(comparison), 0) + 1
            if places[id(comparison)] > MOST_RECORDS:  # one fact in a test that is asked of every record
                self.skipped = True
                continue
            turning = Turning(self.situation, comparison, scope, name, fact.type)
            if self._may_try(0):
                yield from turning.values()
                self._may_try(turning.tried)


def _counts(fact: Fact, value: Value) -> bool:
    return fact.type.sort in {"bedrag", "getal", "percentage", "tarief", "datum"} and not isinstance(value, Empty)


def _others(situation: Situation, name: str) -> Iterator[Value]:
    """The other answer, each other option, and that there is none where that can be."""
    fact, now = fact_asked(situation.ruleset, name), situation.value_at(name)
    if fact is None:
        return
    if isinstance(now, Truth):
        yield now.inverted()
    elif fact.type.sort == "keuze":
        yield from (other for option in fact.type.options if (other := Choice(frozenset({option}))) != now)
    if fact.type.or_empty and now != EMPTY:
        yield EMPTY


def _in_order(situation: Situation, name: str, values: Mapping[Value, None]) -> tuple[Value, ...]:
    """The values that this case can have under these rules, those nearest to the value of now first."""
    now = exactly(situation.value_at(name))

    def far(value: Value) -> object:
        other = exactly(value)
        return abs(other - now) if isinstance(value, Span) else None  # type: ignore[operator]

    possible = [each for each in values if _in_these_rules(situation.ruleset, name, exactly(each))]
    counted = sorted((each for each in possible if isinstance(each, Span)), key=far)  # type: ignore[arg-type]
    return (*(each for each in possible if not isinstance(each, Span)), *counted)


def _in_these_rules(ruleset: Ruleset, name: str, value: object) -> bool:
    """Whether the case still falls in this version, with these building blocks, when its reference date is this."""
    place = record_place(name)
    if (place.list if place else "", place.field if place else name) != list_and_field(ruleset.header.reference_date):
        return True
    return value is not None and dated_here(ruleset, value)  # type: ignore[arg-type]


def dated_here(ruleset: Ruleset, day: date) -> bool:
    """Whether a reference date lies in this version of the rules and in that of its building blocks."""
    header, blocks = ruleset.header, ruleset.blocks
    begun = header.valid_from <= day and (header.valid_until is None or day < header.valid_until)
    return begun and (blocks is None or blocks.reference.hold(day))
