"""A small world for expressions: facts, norms and calculations as a test writes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from maatwerk.basics.problems import Place
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.intervals import hull
from maatwerk.expressions.parser import parse
from maatwerk.expressions.scope import Records
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, TEXT, YES_NO, Type
from maatwerk.expressions.typing import check
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Choice, DateSpan, Empty, Span, Truth, Value, Words

if TYPE_CHECKING:
    from maatwerk.basics.problems import Problem
    from maatwerk.expressions.tree import Expression

HERE = Place("regels.md", 10, 8)
A_MONTH = Type("bedrag", "maand")
NAMES: dict[str, Type] = {
    "inkomen": A_MONTH,
    "beslag": A_MONTH,
    "norm_alleen": A_MONTH,
    "norm_paar": A_MONTH,
    "huur": Type("bedrag", "jaar"),
    "weekloon": Type("bedrag", "week"),
    "schuld": AMOUNT,
    "saldo": Type("bedrag", below_zero=True),
    "grens_heel": PERCENTAGE,
    "aantal_kinderen": NUMBER,
    "wachttijd": Type("getal", "jaar"),
    "proeftijd": Type("getal", "maand"),
    "geboren": DATE,
    "aanvraag": DATE,
    "student": YES_NO,
    "werkt": YES_NO,
    "huishouden": Type("keuze", options=("alleenstaand", "paar")),
    "reden": Type("keuze", options=("rood_staan", "storing", "voorkeur")),
    "toelichting": TEXT,
    "einde": Type("datum", or_empty=True),
    "vermogen": Type("bedrag", or_empty=True),
    "soort_woning": Type("keuze", options=("huur_woning", "koop_woning"), or_empty=True),
    "kilometers": Type("getal", "km"),
    "per_km": Type("tarief", "km"),
    "norm_soort": A_MONTH,
}
LISTS: dict[str, dict[str, Type]] = {
    "giften": {
        "gift": AMOUNT,
        "verschil": Type("bedrag", below_zero=True),
        "gegeven_op": DATE,
        "van_familie": YES_NO,
        "doel": Type("keuze", options=("eten", "kleren")),
        "gever": TEXT,
        "terugbetaald": Type("bedrag", or_empty=True),
    },
    "huisgenoten": {"leeftijd_huisgenoot": Type("getal", "jaar"), "deelt_kosten": YES_NO},
}
FIELDS = {name: kind for fields in LISTS.values() for name, kind in fields.items()}
NORMS = frozenset({"norm_alleen", "norm_paar", "grens_heel", "wachttijd", "norm_soort"})
Plain = Fraction | int | str | date | bool | Value
Record = Mapping[str, Plain]


def value_of(plain: Plain, kind: Type) -> Value:
    """A value as a test writes it: True, a date, "1690,80"-like figures as "1690.80", an option, or a Value itself."""
    if isinstance(plain, Truth | Span | Choice | Words | Empty):
        return plain
    if isinstance(plain, bool):
        return Truth.of(plain)
    if isinstance(plain, date):
        return Span.point(plain)
    if kind.sort == "tekst":
        return Words(str(plain))
    return Choice(frozenset({str(plain)})) if kind.sort == "keuze" else Span.point(Fraction(plain))


class World:
    """A `Scope`. What is not given is unknown; `definitions` are calculations and criteria as text.

    `records` gives the records of lists, which are all there are unless `open` names the list; `per` are definitions
    computed for each record of a list.
    """

    def __init__(
        self,
        given: Mapping[str, Plain] | None = None,
        *,
        definitions: Mapping[str, str] | None = None,
        names: Mapping[str, Type] = NAMES,
        rows: Mapping[str, Mapping[date, Fraction]] | None = None,
        table: Mapping[tuple[str, int], Fraction] | None = None,
        records: Mapping[str, Sequence[Record]] | None = None,
        unfinished: Collection[str] = (),
        per: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.names = dict(names)
        self.lists = {name: dict(fields) for name, fields in LISTS.items()}
        self.table = table or {}
        self.given_records = records or {}
        self.unfinished = unfinished
        self.definitions: dict[str, Expression] = {}
        for name, text in (definitions or {}).items():
            self.definitions[name], self.names[name] = typed(text, self.names, self.lists)
        for name, texts in (per or {}).items():
            for each, text in texts.items():
                found = typed(text, {**self.names, **self.lists[name]})
                self.definitions[each], self.lists[name][each] = found
        self.given = {name: value_of(plain, self.names[name]) for name, plain in (given or {}).items()}
        self.rows = rows or {}

    def value(self, name: str) -> Value:
        if name in self.given:
            return self.given[name]
        definition = self.definition(name)
        return unknown_of(self.names[name]) if definition is None else evaluate(definition.root, self)

    def norm_on(self, name: str, on: DateSpan) -> Value:
        rows = self.rows[name]
        if on.low is None or on.low != on.high:
            return hull([Span.point(value) for value in rows.values()])
        return Span.point(rows[max(day for day in rows if day <= on.low)])

    def records(self, name: str) -> Records | None:
        if name not in self.given_records:
            return None
        scopes = tuple(InRecord(self, name, record) for record in self.given_records[name])
        return Records(scopes, complete=name not in self.unfinished)

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:
        assert (name, on) == ("norm_soort", None)
        kind, number = keys
        assert isinstance(kind, Choice)
        assert isinstance(number, Span)
        highest = cast("Fraction | None", number.high)
        possible = [
            value
            for (option, least), value in self.table.items()
            if option in kind.options and (highest is None or least <= highest)
        ]
        return hull([Span.point(value) for value in possible])

    def type_of(self, name: str) -> Type:
        fields = {each: kind for of in self.lists.values() for each, kind in of.items()}
        return self.names[name] if name in self.names else fields[name]

    def definition(self, name: str) -> Expression | None:
        return self.definitions.get(name)

    def is_norm(self, name: str) -> bool:
        return name in NORMS

    def label(self, name: str, lang: str) -> str:
        assert lang in {"nl", "en"}
        return name.replace("_", " ")

    def __call__(self, text: str) -> Value:
        """The value of an expression here."""
        return evaluate(self.read(text).root, self)

    def read(self, text: str) -> Expression:
        return typed(text, self.names, self.lists)[0]


class InRecord(World):
    """A world seen from one of its records."""

    def __init__(self, case: World, of: str, record: Record) -> None:
        super().__init__(names={**case.names, **case.lists[of]})
        self.case, self.lists, self.definitions, self.table = case, case.lists, case.definitions, case.table
        self.own = case.lists[of]
        self.given = {name: value_of(plain, self.own[name]) for name, plain in record.items()}

    def value(self, name: str) -> Value:
        return super().value(name) if name in self.own else self.case.value(name)

    def records(self, name: str) -> Records | None:
        return self.case.records(name)


def typed(
    text: str, names: Mapping[str, Type] = NAMES, lists: Mapping[str, Mapping[str, Type]] = LISTS
) -> tuple[Expression, Type]:
    """An expression without problems, with its type."""
    expression, problems = parse(text, HERE)
    assert () == problems
    assert expression is not None
    checked, kind, problems = check(expression, names, allow_is_known=True, lists=lists)
    assert () == problems
    assert kind is not None
    return checked, kind


def problems_of(text: str, **options: object) -> tuple[Problem, ...]:
    """What is wrong with an expression, by reading and by types."""
    expression, problems = parse(text, HERE)
    if expression is None:
        return problems
    rules: dict[str, object] = {"norms": NORMS, "lists": LISTS, **options}
    return check(expression, NAMES, **rules)[2]  # type: ignore[arg-type]


def codes(text: str, **options: object) -> list[str]:
    return [problem.code for problem in problems_of(text, **options)]


def euros(figure: str) -> Value:
    return Span.point(Fraction(figure))


def number(whole: int) -> Value:
    return Span.point(Fraction(whole))
