"""Cases drawn as they may come to a desk: for measuring how often something is noticed, not for finding faults.

Each fact is drawn by itself. Half of the time it has a value that an example of the ruleset has, as often as examples
have it: that is what its jurist thinks of. Else both answers, every option, and each number or day around a limit of
the rules or a value of an example: one in three within 5 % or 14 days of it, the others anywhere from nothing to
twice, or within two years. Three in a hundred facts are not known. Nine in ten are verified, two in a hundred are
contested; half of the residents were heard. One looks within six weeks of receipt, in one of five up to sixteen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random  # noqa: TID251 - seeded
from typing import Any

from maatwerk.bench.examples import value_of
from maatwerk.case.facts import fact_as_json
from maatwerk.case.model import Case
from maatwerk.case.reading import read_case
from maatwerk.exploration.space import Space
from maatwerk.expressions.values import Empty
from maatwerk.ruleset.model import Fact, Ruleset

UNKNOWN, EXAMPLE, NEAR = 0.03, 0.5, 1 / 3
VERIFIED, CONTESTED, HEARD, OF_RESIDENT = 0.9, 0.02, 0.5, 0.7
MARGIN_SHARE, MARGIN_DAYS, WIDE_DAYS = Fraction(5, 100), 14, 730
LONG, SHORT_AGO, LONGEST_AGO, MOST_DECISIONS, MOST_ROWS = 0.2, 42, 112, 3, 4
TRIES = 100
"""A drawn case that cannot be (a birth after today, say) is drawn again."""

Plain = Fraction | date | bool | str | Empty
Given = dict[str, Any]


@dataclass(frozen=True)
class Drawn:
    """One drawn case: as a case file has it, as it was read, and the day on which one looks."""

    file: Given
    case: Case
    today: date


class Desk:
    """Draws cases for one ruleset; the same number gives the same case, always."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self.reference = ruleset.header.reference_date
        self.limits = Space.of(ruleset).limits()
        self.seen: dict[str, list[Plain]] = {}
        self.rows: dict[str, list[int]] = {}
        for example in ruleset.examples:
            for name, value in example.facts.items():
                self._saw(name, value)
            for of_list, found in example.lists.items():
                self.rows.setdefault(of_list, []).append(len(found.records))
                for record in found.records:
                    for name, value in record.items():
                        self._saw(f"{of_list}.{name}", value)

    def _saw(self, name: str, value: Plain | None) -> None:
        if value is not None:
            self.seen.setdefault(name, []).append(value)

    def drawn(self, number: int) -> Drawn:
        """The case with this number."""
        dice = Random(f"{self.ruleset.id}/{self.ruleset.header.valid_from}/{number}")
        tried = (self._file(number, dice) for _ in range(TRIES))
        read = ((file, today, read_case(file, self.ruleset).case) for file, today in tried)
        return next(Drawn(file, case, today) for file, today, case in read if case)

    def _file(self, number: int, dice: Random) -> tuple[Given, date]:
        facts = {
            name: self._told(fact, self._value(name, fact, dice), dice)
            for name, fact in self.ruleset.facts.items()
            if dice.random() >= UNKNOWN or name == self.reference
        }
        facts |= {name: self._records(name, dice) for name in self.ruleset.lists if dice.random() >= UNKNOWN}
        begin = max(self._days(facts), default=self.ruleset.header.valid_from)
        today = begin + timedelta(days=dice.randint(0, SHORT_AGO))
        received = today - timedelta(days=dice.randint(0, LONGEST_AGO if dice.random() < LONG else SHORT_AGO))
        file: Given = {"case": f"Z-{number}", "ruleset": self.ruleset.id, "received": received.isoformat()}
        return {**file, "facts": facts, "process": self._process(begin, today, dice)}, today

    def _days(self, facts: Given) -> list[date]:
        """The days on which the case falls in this version of the rules."""
        name, _, key = self.reference.partition(".")
        rows = facts[name]["records"] if key and name in facts else [{"": facts[name]}] if name in facts else []
        return [date.fromisoformat(row[key]["value"]) for row in rows if key in row]

    def _records(self, name: str, dice: Random) -> Given:
        fields = self.ruleset.lists[name].fields
        number = (
            dice.choice(self.rows[name])
            if name in self.rows and dice.random() < EXAMPLE
            else dice.randint(0, MOST_ROWS)
        )
        return {
            "records": [
                {
                    key: self._told(fact, self._value(f"{name}.{key}", fact, dice), dice)
                    for key, fact in fields.items()
                    if dice.random() >= UNKNOWN or f"{name}.{key}" == self.reference
                }
                for _ in range(number)
            ]
        }

    def _told(self, fact: Fact, value: Plain, dice: Random) -> Given:
        """A value as a case file has it, with who said it."""
        written = None if isinstance(value, Empty) else fact_as_json(fact.type, value_of(value))
        if fact.judgement:
            return {"value": written, "by": "J. de Boer (verzonnen)", "role": fact.who[0], "reason": "Alles gewogen."}
        by = "inwoner" if dice.random() < OF_RESIDENT else "behandelaar"
        doubted = {"verified": dice.random() < VERIFIED, "contested": dice.random() < CONTESTED}
        return {"value": written, "by": by, **doubted}

    def _value(self, name: str, fact: Fact, dice: Random) -> Plain:
        if name != self.reference:
            return self._any(name, fact, dice)
        days = (self._any(name, fact, dice) for _ in range(TRIES))
        return next((day for day in days if self._in_force(day)), self.ruleset.header.valid_from)

    def _in_force(self, day: Plain) -> bool:
        header = self.ruleset.header
        until = header.valid_until or date.max
        return isinstance(day, date) and header.valid_from <= day < until

    def _any(self, name: str, fact: Fact, dice: Random) -> Plain:
        seen = self.seen.get(name, [])
        if seen and dice.random() < EXAMPLE:
            return dice.choice(seen)
        match fact.type.sort:
            case "ja_nee":
                return dice.random() < 0.5
            case "keuze":
                return dice.choice(fact.type.options)
            case "tekst":
                return "verzonnen"
            case "datum":
                return self._day(self._anchors(name, seen), dice)
            case _:
                return self._number(self._anchors(name, seen), fact, dice)

    def _anchors(self, name: str, seen: Sequence[Plain]) -> list[Plain]:
        """Limits of the rules and values of the examples, each once: what is drawn lies around one of them."""
        return [*dict.fromkeys((*self.limits.get(name, ()), *(each for each in seen if not isinstance(each, Empty))))]

    def _day(self, anchors: Sequence[Plain], dice: Random) -> date:
        days = [each for each in anchors if isinstance(each, date)] or [self.ruleset.header.valid_from]
        far = MARGIN_DAYS if dice.random() < NEAR else WIDE_DAYS
        return dice.choice(days) + timedelta(days=dice.randint(-far, far))

    def _number(self, anchors: Sequence[Plain], fact: Fact, dice: Random) -> Fraction:
        """On the grid of its kind: cents, whole numbers, whole percents."""
        anchor = dice.choice([each for each in anchors if isinstance(each, Fraction) and each] or [Fraction(1)])
        share = Fraction(dice.randint(-1000, 1000), 1000) * (MARGIN_SHARE if dice.random() < NEAR else 1)
        one = {"getal": Fraction(1)}.get(fact.type.sort, Fraction(1, 100))
        return round(anchor * (1 + share) / one) * one

    def _process(self, begin: date, today: date, dice: Random) -> Given:
        told = [{"on": today.isoformat(), "by": "behandelaar"}]
        others = range(dice.randint(0, MOST_DECISIONS))
        decisions = [
            {"number": f"B-{each}", "on": begin.isoformat(), "adverse": dice.random() < 0.5} for each in others
        ]
        heard = {"heard": {"on": today.isoformat(), "how": "telefoon"}} if dice.random() < HEARD else {}
        return {"contacts": told, "decisions": decisions, **heard}
