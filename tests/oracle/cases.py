"""Cases for a small ruleset, partly unknown: as a case file, as the oracle takes them, and completed in every way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations_with_replacement, product
from random import Random  # noqa: TID251 - seeded by each caller
from typing import Any

from tests.oracle.evaluator import Record, Records, Told
from tests.oracle.known import Value, point
from tests.oracle.phrases import LIST
from tests.oracle.points import BIG, FIRST, LAST
from tests.oracle.rules import Fact, Rules
from tests.oracle.tree import Plain

MOST_ATOMS = 10
MOST_KINDS = 12
Fields = dict[str, Plain]
Answer = Plain | tuple["Extra", ...]


@dataclass(frozen=True, slots=True)
class Extra:
    """A record that was not told of; `times`: how many of it."""

    fields: tuple[tuple[str, Plain], ...]
    times: Fraction = Fraction(1)


@dataclass(slots=True)
class Small:
    """What is told of a case. A fact that is not in `facts` is unknown; no `records`: nothing is known of the list."""

    rules: Rules
    facts: Fields
    records: list[Fields] | None = None
    complete: bool = True

    def slots(self) -> dict[str, tuple[Answer, ...]]:
        """Every question that is open, with all answers that are tried for it."""
        found: dict[str, tuple[Answer, ...]] = {
            each.name: each.values for each in self.rules.facts.values() if each.name not in self.facts
        }
        for fields in self.rules.lists.values():
            for number, record in enumerate(self.records or [], 1):
                found |= {f"{LIST}[{number}].{each.name}": each.values for each in fields.values()
                          if each.name not in record}  # fmt: skip
            if self.records is None or not self.complete:
                found[LIST] = tuple(_more(fields))
        return found

    def told(self) -> Told:
        """The case with what is unknown left open."""
        return self.completed({})

    def completions(self) -> Iterator[tuple[tuple[int, ...], Told]]:
        """The case with every combination of answers, with the number of each answer."""
        slots = self.slots()
        for at in product(*(range(len(each)) for each in slots.values())):
            chosen = {name: values[place] for (name, values), place in zip(slots.items(), at, strict=True)}
            yield at, self.completed(chosen)

    def completed(self, answers: dict[str, Any]) -> Told:
        """The case with these answers."""
        facts = {**self.facts, **{name: each for name, each in answers.items() if name in self.rules.facts}}
        lists = {}
        if self.rules.lists and (self.records is not None or LIST in answers):
            records = [Record(_points({**record, **_in_record(answers, number)}))
                       for number, record in enumerate(self.records or [], 1)]  # fmt: skip
            more = [Record(_points(dict(each.fields)), each.times) for each in answers.get(LIST, ())]
            whole = LIST in answers or (self.records is not None and self.complete)
            lists[LIST] = Records((*records, *more), whole)
        return Told(_points(facts), lists)

    def as_file(self) -> dict[str, Any]:
        """The facts of the case as a case file has them."""
        found: dict[str, Any] = {}
        for each, value in self.facts.items():
            fact = self.rules.facts[each]
            judged = {"by": "J. Voorbeeld", "role": fact.roles, "reason": "Dat bleek."} if fact.roles else {}
            found[each] = {"value": _in_file(value), **judged}
        if self.records is not None:
            records = [{key: {"value": _in_file(value)} for key, value in each.items()} for each in self.records]
            found[LIST] = {"records": records, "complete": self.complete}
        return found


def case_of(rules: Rules, seed: int, most: int) -> Small:
    """A case in which so much is unknown that there are at most `most` ways to complete it."""
    dice = Random(seed)
    blank = dice.choice([0.0, 0.2, 0.4, 0.7])
    facts = {each.name: _one_of(dice, each) for each in rules.facts.values()}
    small = Small(rules, facts)
    if rules.lists:
        number = min(dice.choice([0, 1, 2, 2, 3, 4, 4, 5]), _room(rules))
        small.records = [_record(dice, rules) for _ in range(number)]
        if dice.random() < 0.5:  # all alike: then only the whole group may decide
            small.records = [dict(each) for each in small.records[:1] * number]
        if dice.random() < 0.2:
            small.complete = False
        elif dice.random() < 0.1:
            small.records = None
    while _ways(small) > most:  # an open list may be too much by itself
        small.complete, small.records = True, small.records or []
    for hide in dice.sample(_hiding_places(small), len(_hiding_places(small))):
        if dice.random() < blank:
            where, name = hide
            value = where.pop(name)
            if _ways(small) > most:
                where[name] = value
    return small


def _room(rules: Rules) -> int:
    """How many records can be had with so many criteria that all sets of three are tried in no time."""
    per = sum(bool(each.per) for each in rules.criteria.values())
    return (MOST_ATOMS - len(rules.criteria) + per) // max(1, per)


def _record(dice: Random, rules: Rules) -> Fields:
    return {each.name: _one_of(dice, each) for each in rules.lists[LIST].values()}


def _hiding_places(small: Small) -> list[tuple[Fields, str]]:
    return [(where, name) for where in (small.facts, *(small.records or [])) for name in sorted(where)]


def _ways(small: Small) -> int:
    total = 1
    for each in small.slots().values():
        total *= len(each)
    return total


def _one_of(dice: Random, fact: Fact) -> Plain:
    return dice.choice([each for each in fact.values if each not in (BIG, -BIG, FIRST, LAST)])


def _more(fields: dict[str, Fact]) -> Iterator[tuple[Extra, ...]]:
    """No more records; one or two of every kind; and no end of each kind."""
    kinds = [tuple(zip(fields, values, strict=True)) for values in product(*(each.values for each in fields.values()))]
    yield ()
    yield from ((Extra(each),) for each in kinds)
    yield from ((Extra(each, BIG),) for each in kinds)
    if len(kinds) <= MOST_KINDS:
        yield from ((Extra(one), Extra(other)) for one, other in combinations_with_replacement(kinds, 2))


def _in_record(answers: dict[str, Any], number: int) -> Fields:
    start = f"{LIST}[{number}]."
    return {name.removeprefix(start): each for name, each in answers.items() if name.startswith(start)}


def _points(fields: Fields) -> dict[str, Value]:
    return {name: point(value) for name, value in fields.items()}


def _in_file(value: Plain) -> str | None:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Fraction):
        return f"{float(value):.2f}" if value.denominator != 1 else str(value)
    return value.isoformat() if isinstance(value, date) else value
