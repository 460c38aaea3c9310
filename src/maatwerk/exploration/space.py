"""All cases that one ruleset, or two versions of one, can be about, and how to cut them in parts.

A place in the space is a tuple of situations, one for each ruleset, in which the same facts are known as far: nothing
yet, a stretch of values, or one value. Cutting a fact gives places that together hold all of the one before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Any

from maatwerk.criteria.members import RecordValues, base_name, record_place
from maatwerk.criteria.situation import Situation
from maatwerk.criteria.support import behind, tests
from maatwerk.exploration.cells import cells, stretches
from maatwerk.exploration.plain import samples
from maatwerk.exploration.turning import turning_points
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import DateSpan, Empty, Span, Value
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.ruleset.model import Fact, Ruleset

Situations = tuple[Situation, ...]
ROWS = 2
"""So many rows of a list are tried: none, one and two. What more rows do is not searched, and that is said."""


@dataclass(frozen=True)
class Space:
    """All cases of some rulesets with the same facts (one ruleset; or the old and the new version of it).

    The reference date is each of `days`; `whole`: any day from each of them on, until the next or the end
    (where each record has its own, only that day).
    """

    rulesets: tuple[Ruleset, ...]
    days: tuple[date, ...]
    about: frozenset[str] | None = None
    whole: bool = False

    @staticmethod
    def of(*rulesets: Ruleset, about: Iterable[str] | None = None) -> Space:
        """The space of these rulesets, on the first day of each stretch in which no norm of the last one changes.

        `about`: only the limits behind these names count; by default every limit of the rules.
        """
        return Space(rulesets, _days(rulesets), None if about is None else frozenset(about))

    def begin(self, day: date) -> Situations:
        """The place where nothing is known but the reference date; the case came in on the first day that it can be."""
        dated = self._dating(day)
        return tuple(
            Situation(
                each,
                {name: dated for name in [each.header.reference_date] if name in each.facts},
                today=day,
                received=day,
            )
            for each in self.rulesets
        )

    def _dating(self, day: date) -> DateSpan:
        if not self.whole:
            return Span.point(day)
        end = next((each for each in self.days if each > day), self.rulesets[-1].header.valid_until)
        return Span(day, end - timedelta(days=1) if end else None)

    def cut(self, name: str, at: Situations, seen: Situations = ()) -> tuple[tuple[Situations, ...], bool]:
        """The places into which a fact, list or field (`list[2].field`) cuts this one; whether they are all of it.

        `seen`: the situations in whose rules limits are sought, by default those of the place itself.
        """
        if any(name in each.lists for each in self.rulesets):
            return tuple(self._with_rows(name, number, at) for number in range(ROWS + 1)), False
        found, whole = self._values(name, at, seen or at)
        return tuple(given(at, name, value) for value in found), whole

    def _values(self, name: str, at: Situations, seen: Situations) -> tuple[Iterable[Value], bool]:
        now = value_at(at, name)
        fact = self.fact(name)
        if now == unknown_of(fact.type) and len(first := self._cells[base_field(name)]) > 1:
            return first, True
        if not isinstance(now, Span):
            return (), False
        turning = turning_points(name, now, fact.type, seen)
        if turning:
            return _whole_numbers_first(stretches(turning, now, fact.type), fact), True
        return samples(now, fact.type, at[0].today), False

    def was_cut(self, name: str, at: Situations) -> bool:
        """Whether a fact was cut at its limits already, or has none; a list never was."""
        if any(name in each.lists for each in self.rulesets):
            return False
        return len(self._cells[base_field(name)]) == 1 or value_at(at, name) != unknown_of(self.fact(name).type)

    def fact(self, name: str) -> Fact:
        """A fact, or the field of a list, of the first ruleset that has it."""
        return next(fact for each in self.rulesets if (fact := _fact(each, name)))

    def limits(self) -> dict[str, tuple[Any, ...]]:
        """The limits of each number, amount or day, in order; a field goes as `list.field`."""
        found = {name: [each for each in values if isinstance(each, Span)] for name, values in self._cells.items()}
        return {name: tuple(each.low for each in spans if each.known) for name, spans in found.items() if spans}

    @cached_property
    def _cells(self) -> dict[str, tuple[Value, ...]]:
        """The cells of every fact and field, with the limits of all the rulesets."""
        found: dict[str, tuple[Value, ...]] = {}
        starts = [each for day in self.days for each in self.begin(day)]
        for start in starts:
            rules = start.ruleset
            expressions = tuple(tests(rules) if self.about is None else behind(rules, self.about))
            fields = {f"{each.list}.{each.name}": each for of in rules.lists.values() for each in of.fields.values()}
            for name, fact in {**rules.facts, **fields}.items():
                found[name] = _finer(found.get(name, ()), cells(start, fact, expressions), fact)
        return found

    def _with_rows(self, name: str, number: int, at: Situations) -> Situations:
        """The place where a list has so many rows of which nothing is known, but for the day that dates the case."""
        return tuple(
            each.listed(name, RecordValues(tuple(_dated(each, name) for _ in range(number))))
            if name in each.ruleset.lists
            else each
            for each in at
        )


def _dated(situation: Situation, name: str) -> dict[str, Value]:
    of, field = list_and_field(situation.ruleset.header.reference_date)
    return {field: Span.point(situation.today)} if of == name else {}


def _days(rulesets: tuple[Ruleset, ...]) -> tuple[date, ...]:
    """The first day of the last ruleset, and every later day in it on which some norm changes."""
    header = rulesets[-1].header
    rows = {row.valid_from for each in rulesets for norm in each.norms.values() for row in norm.rows}
    later = (day for day in rows if header.valid_from < day < (header.valid_until or date.max))
    return (header.valid_from, *sorted(later))


def given(at: Situations, name: str, value: Value) -> Situations:
    """The place where one more fact is known, in every ruleset that has it."""
    return tuple(each.given(name, value) if _fact(each.ruleset, name) else each for each in at)


def value_at(at: Situations, name: str) -> Value:
    """What is known of a fact or field here."""
    return next(each for each in at if _fact(each.ruleset, name)).value_at(name)


def base_field(name: str) -> str:
    """`giften[2].bedrag` is the field `giften.bedrag`; a fact of the case is itself."""
    place = record_place(name)
    return f"{place.list}.{place.field}" if place else name


def _fact(ruleset: Ruleset, name: str) -> Fact | None:
    place = record_place(name)
    if place is None:
        return ruleset.facts.get(name)
    return ruleset.lists[base_name(name)].fields.get(place.field) if base_name(name) in ruleset.lists else None


def _whole_numbers_first(found: Iterable[Value], fact: Fact) -> list[Value]:
    """Of a count that is cut, what has no whole number last: a case has rather 2 children than 1,01."""

    def odd(value: Value) -> bool:
        if not isinstance(value, Span) or not isinstance(value.low, Fraction) or value.high is None:
            return False
        return bool(ceil(value.low) > value.high)

    return sorted(found, key=odd) if fact.type.sort == "getal" else list(found)


def _finer(one: tuple[Value, ...], other: tuple[Value, ...], fact: Fact) -> tuple[Value, ...]:
    """The cells of two cuttings of the same fact together."""
    if not one or one == other:
        return other
    points: set[Any] = {each.low for each in (*one, *other) if isinstance(each, Span) and each.known}
    if not points:
        return max(one, other, key=len)
    empty = tuple(each for each in one if isinstance(each, Empty))
    whole = unknown_of(replace(fact.type, or_empty=False))
    return (*empty, *stretches(sorted(points), whole, fact.type))
