"""A small world for expressions: facts, norms and calculations as a test writes them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.intervals import hull
from maatwerk.expressions.parser import parse
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, TEXT, YES_NO, Type
from maatwerk.expressions.typing import check
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Choice, DateSpan, Span, Truth, Value, Words
from maatwerk.problems import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.expressions.tree import Expression
    from maatwerk.problems import Problem

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
}
NORMS = frozenset({"norm_alleen", "norm_paar", "grens_heel", "wachttijd"})
Plain = Fraction | int | str | date | bool | Value


def value_of(plain: Plain, kind: Type) -> Value:
    """A value as a test writes it: True, a date, "1690,80"-like figures as "1690.80", an option, or a Value itself."""
    if isinstance(plain, Truth | Span | Choice | Words):
        return plain
    if isinstance(plain, bool):
        return Truth.of(plain)
    if isinstance(plain, date):
        return Span.point(plain)
    return Choice(frozenset({str(plain)})) if kind.sort == "keuze" else Span.point(Fraction(plain))


class World:
    """A `Scope`. What is not given is unknown; `definitions` are calculations and criteria as text."""

    def __init__(
        self,
        given: Mapping[str, Plain] | None = None,
        *,
        definitions: Mapping[str, str] | None = None,
        names: Mapping[str, Type] = NAMES,
        rows: Mapping[str, Mapping[date, Fraction]] | None = None,
    ) -> None:
        self.names = dict(names)
        self.definitions: dict[str, Expression] = {}
        for name, text in (definitions or {}).items():
            self.definitions[name], self.names[name] = typed(text, self.names)
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

    def type_of(self, name: str) -> Type:
        return self.names[name]

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
        return typed(text, self.names)[0]


def typed(text: str, names: Mapping[str, Type] = NAMES) -> tuple[Expression, Type]:
    """An expression without problems, with its type."""
    expression, problems = parse(text, HERE)
    assert () == problems
    assert expression is not None
    checked, kind, problems = check(expression, names, allow_is_known=True)
    assert () == problems
    assert kind is not None
    return checked, kind


def problems_of(text: str, **options: object) -> tuple[Problem, ...]:
    """What is wrong with an expression, by reading and by types."""
    expression, problems = parse(text, HERE)
    if expression is None:
        return problems
    return check(expression, NAMES, norms=NORMS, **options)[2]  # type: ignore[arg-type]


def codes(text: str, **options: object) -> list[str]:
    return [problem.code for problem in problems_of(text, **options)]


def euros(figure: str) -> Value:
    return Span.point(Fraction(figure))
