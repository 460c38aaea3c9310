"""Answers put into a case: to a fact, how many rows a list has, a field of a row (`giften[2].bedrag`), a judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.basics.errors import ProblemsFound
from maatwerk.basics.problems import Place, Problem, problem
from maatwerk.basics.suggest import nearest
from maatwerk.case.facts import DO_NOT_KNOW, fact_from_text, given, with_fact
from maatwerk.case.model import Case, FactEntry, GivenList
from maatwerk.case.shape import keys_told
from maatwerk.case.strict_json import shown
from maatwerk.case.typed import NOTHING
from maatwerk.case.versions import records_elsewhere
from maatwerk.criteria.askable import fact_asked
from maatwerk.criteria.members import base_name, record_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.case.model import GivenFact
    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.model import Fact, RecordList, Ruleset

NONE_AT_ALL = frozenset({NOTHING, "-", "–", "0"})
_COUNT = re.compile(r"([0-9]{1,6})(\+?)")


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many rows a list has; `more`: perhaps there are more."""

    number: int
    more: bool = False


def how_many(each: RecordList, text: str, place: Place) -> HowMany | Problem:
    """What a person types for a list: `2`, `2+` (there may be more), `0`, `-` or `leeg` (known: none)."""
    text = text.strip().lower()
    if text in NONE_AT_ALL:
        return HowMany(0)
    match = _COUNT.fullmatch(text)
    if match is None:
        return problem("C051", place, name=each.name)
    if int(match[1]) > bounds().records:
        return problem("C054", place, name=each.name, most=bounds().records)
    return HowMany(int(match[1]), more=bool(match[2]))


def with_rows(case: Case, name: str, count: HowMany) -> Case:
    """The case with this many rows in a list: those it has, then rows of which nothing is known yet."""
    now = rows_of(case, name)
    rows = now[: count.number] + ({},) * (count.number - len(now))
    return replace(case, lists={**case.lists, name: GivenList(rows, complete=not count.more)})


def rows_of(case: Case, name: str) -> tuple[dict[str, GivenFact], ...]:
    """The rows of a list as far as they are known."""
    return case.lists[name].records if name in case.lists else ()


def with_answer(case: Case, ruleset: Ruleset, name: str, value: Value, entry: FactEntry | None = None) -> Case:
    """The case with one answer, or without it when `value` is not known; a field of a row by its name.

    `entry` says who gave it. KeyError or IndexError for a name that the case cannot have.
    """
    place = record_place(name)
    if place is None:
        return with_fact(case, ruleset, name, value, entry)
    fact, found = ruleset.lists[place.list].fields[place.field], case.lists[place.list]
    row = {key: each for key, each in found.records[place.number].items() if key != place.field}
    if value.known:
        row[place.field] = given(fact, value, entry or FactEntry())
    rows = (*found.records[: place.number], row, *found.records[place.number + 1 :])
    return replace(case, lists={**case.lists, place.list: replace(found, records=rows)})


def with_answers(
    case: Case, ruleset: Ruleset, answers: Iterable[tuple[str, str]], where: str, *, supposed: bool = False
) -> Case:
    """The case with what somebody typed as `name=value`. A row that is named is there; whether more come is open.

    `supposed`: only to see what if, so a judgement may be among them. Raises ProblemsFound with every wrong name or
    value at `where`, never showing a value.
    """
    reader = _Reader(case, ruleset, Place(where), [], supposed=supposed)
    of_lists_first = sorted(
        answers, key=lambda pair: (pair[0] not in ruleset.lists, record_place(pair[0]) or ("", 0, ""))
    )
    for name, text in of_lists_first:
        reader.answer(name, text)
    if not reader.problems:
        reader.problems += moved_elsewhere(case, reader.case, ruleset, reader.place)
    if reader.problems:
        raise ProblemsFound(reader.problems)
    return reader.case


def moved_elsewhere(before: Case, after: Case, ruleset: Ruleset, place: Place) -> list[Problem]:
    """C049 or C050 for each row whose day, now that it was answered, leads to other rules than these."""
    return [each for each in _elsewhere(after, ruleset, place) if each not in _elsewhere(before, ruleset, place)]


def _elsewhere(case: Case, ruleset: Ruleset, place: Place) -> list[Problem]:
    here = ruleset.header.valid_from.isoformat()
    found: list[Problem] = []
    for each in records_elsewhere(ruleset, case.lists):
        right = each.version.valid_from.isoformat() if each.version else ""
        code = "C049" if right else "C050"
        found.append(problem(code, place, number=each.record + 1, list=each.list, here=here, right=right))
    return found


@dataclass
class _Reader:
    case: Case
    ruleset: Ruleset
    place: Place
    problems: list[Problem]
    supposed: bool = False

    def answer(self, name: str, text: str) -> None:
        if name in self.ruleset.lists:
            self._rows(self.ruleset.lists[name], text)
        elif self._named(name):
            fact = fact_asked(self.ruleset, name)
            value = fact_from_text(fact, text) if fact else None
            if isinstance(value, Problem):
                self.problems.append(replace(value, place=self.place))
            elif value is not None:
                self.case = with_answer(self.case, self.ruleset, name, value)

    def _rows(self, each: RecordList, text: str) -> None:
        if self.supposed and text.strip().lower() in DO_NOT_KNOW:
            lists = {name: found for name, found in self.case.lists.items() if name != each.name}
            self.case = replace(self.case, lists=lists)
            return
        count = how_many(each, text, self.place)
        if isinstance(count, Problem):
            self.problems.append(count)
        elif 0 < count.number < len(rows_of(self.case, each.name)):
            self._note("C058", name=each.name, number=str(len(rows_of(self.case, each.name))))
        else:
            self.case = with_rows(self.case, each.name, count)

    def _named(self, name: str) -> bool:
        """Whether this can be answered; a row that follows the last one is made."""
        place = record_place(name)
        if place is None or place.list not in self.ruleset.lists:
            return self._is(self.ruleset.facts.get(name), name)
        fields = self.ruleset.lists[place.list].fields
        if place.field not in fields:
            hint = nearest(place.field, fields) or ""
            self._note("C031", hint=hint, name=shown(place.field), list=place.list, keys=keys_told(fields))
            return False
        return self._is(fields[place.field], name) and self._row(place.list, place.number)

    def _is(self, fact: Fact | None, name: str) -> bool:
        if fact is None:
            known = (*self.ruleset.facts, *self.ruleset.lists)
            self._note("C030", hint=nearest(base_name(name), known) or "", name=shown(name))
        elif fact.judgement and not self.supposed:
            self._note("C052", name=fact.name, roles=", ".join(fact.who))
        return fact is not None and (self.supposed or not fact.judgement)

    def _row(self, name: str, number: int) -> bool:
        rows = len(rows_of(self.case, name))
        if number >= bounds().records:
            self._note("C054", name=name, most=str(bounds().records))
        elif not 0 <= number <= rows:
            self._note("C057", name=name, number=str(number + 1), next=str(rows + 1))
        elif number == rows:
            complete = name in self.case.lists and self.case.lists[name].complete
            self.case = with_rows(self.case, name, HowMany(rows + 1, more=not complete))
        return 0 <= number <= rows and number < bounds().records

    def _note(self, code: str, *, hint: str = "", **values: str) -> None:
        self.problems.append(Problem(code, self.place, tuple(values.items()), hint))
