"""The examples of a ruleset, computed: what was expected beside what was found. The jurist says which one is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.case.model import Case, ContactMoment, GivenFact, GivenList, Heard, OtherDecision, Process
from maatwerk.expressions.types import AMOUNT, Type
from maatwerk.expressions.values import EMPTY, Choice, Empty, Span, Truth, Value, Words, exactly
from maatwerk.findings.detect import look
from maatwerk.loading.block_days import on_days, reference_days
from maatwerk.outcome.outcome import UNKNOWN, amount
from maatwerk.proposals.propose import room
from maatwerk.ruleset.cells import is_none, read_value, write_value
from maatwerk.ruleset.example_cells import what_and_after
from maatwerk.ruleset.examples import AMOUNT_COLUMN, FINDINGS_COLUMN, GROUNDS, OUTCOME, PROPOSALS
from maatwerk.story import ROLES, view_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maatwerk.basics.problems import Place
    from maatwerk.criteria.situation import Situation
    from maatwerk.findings.detect import Look
    from maatwerk.findings.view import View
    from maatwerk.outcome.outcome import Result
    from maatwerk.proposals.way import Way
    from maatwerk.ruleset.cells import PlainValue
    from maatwerk.ruleset.model import Example, Ruleset

NONE = "–"
TODAY, RECEIVED, HEARD, CONTACT, DECISIONS, UNVERIFIED, CONTESTED = (
    "zaak_vandaag", "zaak_ontvangen", "zaak_gehoord", "zaak_contact", "zaak_nadelige_besluiten",
    "zaak_niet_geverifieerd", "zaak_betwist",
)  # fmt: skip
RESIDENT, EMPLOYEE = "inwoner", "behandelaar"


@dataclass(frozen=True, slots=True)
class Cell:
    """One expected column beside what was computed, both as a jurist writes them."""

    column: str
    expected: str
    found: str
    equal: bool


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One row: equal when all its cells are."""

    name: str
    place: Place
    cells: tuple[Cell, ...]

    @property
    def equal(self) -> bool:
        """Whether every expected cell was found."""
        return all(cell.equal for cell in self.cells)


def run_examples(ruleset: Ruleset) -> tuple[ExampleResult, ...]:
    """Compute every example of a ruleset, in the order of the text."""
    return tuple(run_example(ruleset, example) for example in ruleset.examples)


def run_example(ruleset: Ruleset, example: Example) -> ExampleResult:
    """Compute one example. Procedure is in order unless a column says otherwise.

    The building blocks are those of its own reference date; the grounds those that the ruleset was read with.
    """
    cells = cells_of(rules_of(ruleset, example), example)
    return ExampleResult(example.name, example.place, tuple(cells))


def rules_of(ruleset: Ruleset, example: Example) -> Ruleset:
    """The rules with the building blocks of the reference date of an example."""
    return on_days(ruleset, next(iter(reference_days(ruleset, case_of(ruleset, example))), None), None)


def cells_of(ruleset: Ruleset, example: Example) -> Iterator[Cell]:
    """What these rules give for an example, one expected column at a time."""
    seen = _Seen(example_view(ruleset, example))
    yield from (_cell(seen, column, expected) for column, expected in example.expected.items())
    yield from _record_cells(seen.view, example)


def example_view(ruleset: Ruleset, example: Example) -> View:
    """The case of an example, judged by these rules."""
    return view_of(ruleset, case_of(ruleset, example), today=today_of(ruleset, example))


def today_of(ruleset: Ruleset, example: Example) -> date:
    """`zaak_vandaag`: the row's own, else its reference date, else the first day of the version."""
    for name in (TODAY, ruleset.header.reference_date):
        day = example.facts.get(name)
        if isinstance(day, date):
            return day
    return ruleset.header.valid_from


def case_of(ruleset: Ruleset, example: Example) -> Case:
    """The case that a row describes: everything said by the resident and verified, the resident heard."""
    doubted = {name: _names(example.facts.get(name)) for name in (UNVERIFIED, CONTESTED)}
    facts = {
        name: GivenFact(
            name,
            value_of(raw),
            by=RESIDENT,
            verified=name not in doubted[UNVERIFIED],
            contested=name in doubted[CONTESTED],
        )
        for name, raw in example.facts.items()
        if raw is not None and name in ruleset.facts
    }
    lists = {
        name: GivenList(tuple(_record(record) for record in found.records), found.complete)
        for name, found in example.lists.items()
    }
    received = example.facts.get(RECEIVED)
    return Case(
        id="voorbeeld",
        ruleset=ruleset.id,
        facts=facts,
        lists=lists,
        received=received if isinstance(received, date) else None,
        process=process_of(ruleset, example),
    )


def process_of(ruleset: Ruleset, example: Example) -> Process:
    """What was done: the resident was heard and spoken to, with no other decisions, unless a column says so."""
    today = today_of(ruleset, example)
    yesterday = today - timedelta(days=1)
    number = example.facts.get(DECISIONS)
    reference = example.facts.get(ruleset.header.reference_date)
    day = reference if isinstance(reference, date) else today
    others = range(1, 1 + min(int(number), bounds().records) if isinstance(number, Fraction) else 1)
    return Process(
        heard=None if example.facts.get(HEARD) is False else Heard(on=yesterday),
        contacts=() if example.facts.get(CONTACT) is False else (ContactMoment(on=yesterday, by=EMPLOYEE),),
        decisions=tuple(OtherDecision(number=f"voorbeeld-{each}", on=day, adverse=True) for each in others),
    )


def _record(record: Mapping[str, PlainValue | None]) -> dict[str, GivenFact]:
    known = {name: raw for name, raw in record.items() if raw is not None}
    return {name: GivenFact(name, value_of(raw), by=RESIDENT, verified=True) for name, raw in known.items()}


def _names(raw: object) -> frozenset[str]:
    return frozenset(name.strip() for name in raw.split(",")) if isinstance(raw, str) else frozenset()


def value_of(raw: PlainValue) -> Value:
    """The value of a cell that was read with its type."""
    match raw:
        case bool():
            return Truth.of(raw)
        case str():
            return Choice(frozenset({raw}))
        case Fraction():
            return Span.point(raw)
        case date():
            return Span.point(raw)
        case Empty():
            return raw


@dataclass(frozen=True)
class _Seen:
    """A case with what is noticed and proposed in it, looked for once: several columns ask for it."""

    view: View

    @cached_property
    def findings(self) -> Look:
        return look(self.view)

    @cached_property
    def ways(self) -> list[Way]:
        """The ways out that are proposed; what is only laid before the jurist is none."""
        return [way for way in room(self.view, self.findings, ROLES).ways if not way.ask_jurist]

    @property
    def codes(self) -> frozenset[str]:
        """What stands in the column of findings."""
        noticed = self.findings.noticed
        kinds = ("onbedoeld", "onredelijk")
        return frozenset(each.code for each in noticed if each.kind in kinds or each.found.code == "signaal")


def _cell(seen: _Seen, column: str, expected: str) -> Cell:
    what, exceptions = what_and_after(column)
    if exceptions:
        way = next((way for way in seen.ways if tuple(sorted(way.exceptions)) == exceptions), None)
        found = _result_cell(what, expected, way.after, way.result) if way else _value_cell("", expected, None, AMOUNT)
        return replace(found, column=column)
    match column:
        case "bevindingen":
            return _set_cell(FINDINGS_COLUMN, expected, seen.codes)
        case "voorstellen" | "gronden":
            return _ways_cell(seen.ways, column, expected)
        case _:
            return _result_cell(column, expected, seen.view.situation, seen.view.result)


def _result_cell(what: str, expected: str, situation: Situation, result: Result) -> Cell:
    """The outcome, its amount, or anything that is computed, by the letter of the rules or after an exception."""
    if what == OUTCOME:
        return _equal(OUTCOME, expected, result.id)
    if what != AMOUNT_COLUMN:
        return _value_cell(what, expected, situation.value(what), situation.type_of(what))
    outcome = situation.ruleset.outcomes.get(result.id)
    span = amount(situation, outcome) if outcome and outcome.amount else None
    kind = outcome.amount_type if outcome and outcome.amount_type else AMOUNT
    return _value_cell(AMOUNT_COLUMN, expected, span, kind)


def _record_cells(view: View, example: Example) -> Iterator[Cell]:
    """What was expected of each record: a calculation or criterion of its list, named `giften[2].telt_mee`."""
    for name, found in example.lists.items():
        for number, wanted in enumerate(found.expected):
            record = view.situation.in_record(name, number)
            for column, expected in wanted.items():
                place = f"{name}[{number + 1}].{column}"
                yield _value_cell(place, expected, record.value(column), record.type_of(column))


def _ways_cell(ways: Sequence[Way], column: str, expected: str) -> Cell:
    if column == PROPOSALS:
        found = frozenset(" + ".join(sorted(way.exceptions)) for way in ways if way.exceptions)
        wanted = "" if is_none(expected) else expected
        expected_set = frozenset(" + ".join(sorted(_split(each, "+"))) for each in _split(wanted, ","))
        return Cell(column, expected, ", ".join(sorted(found)) or NONE, expected_set == found)
    grounds = frozenset(ground for way in ways if not way.exceptions for ground in way.grounds)
    return _set_cell(GROUNDS, expected, grounds)


def _split(text: str, mark: str) -> list[str]:
    return [part.strip() for part in text.split(mark) if part.strip()]


def _set_cell(column: str, expected: str, found: frozenset[str]) -> Cell:
    wanted = frozenset() if is_none(expected) else frozenset(_split(expected, ","))
    return Cell(column, expected, ", ".join(sorted(found)) or NONE, wanted == found)


def _equal(column: str, expected: str, found: str) -> Cell:
    return Cell(column, expected, found, expected == found)


def _value_cell(column: str, expected: str, value: Value | None, kind: Type) -> Cell:
    if value is None:
        return Cell(column, expected, NONE, is_none(expected))
    exact = value if value == EMPTY else exactly(value)
    if exact is None or isinstance(value, Words):
        return _equal(column, expected, UNKNOWN)
    wanted = None if expected == UNKNOWN or is_none(expected) else read_value(expected, kind.as_result())
    return Cell(column, expected, write_value(exact, kind), wanted == exact)
