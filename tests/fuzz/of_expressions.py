"""Text as an expression: parsed, its types checked, and where it fits evaluated in several cases and told in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache

from maatwerk.expressions.because import because
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.intervals import hull
from maatwerk.expressions.parser import parse
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.scope import Records
from maatwerk.expressions.shortfall import shortfall
from maatwerk.expressions.trace import trace
from maatwerk.expressions.tree import Expression
from maatwerk.expressions.types import YES_NO
from maatwerk.expressions.typing import check
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import DateSpan, Span, Truth, Value
from maatwerk.expressions.words import in_words
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.library import ids, in_force, shipped
from maatwerk.ruleset.reading import load
from tests.expressions.world import HERE, LISTS, NAMES, NORMS, InRecord, Plain, World
from tests.fuzz.judge import documented, require, within

DAY = date(2026, 2, 28)
LIMIT = Fraction(1400)
GIFT: dict[str, Plain] = {"gift": 100, "gegeven_op": DAY, "van_familie": True, "doel": "eten", "gever": "Kanarie"}
HOME: dict[str, Plain] = {"leeftijd_huisgenoot": 21, "deelt_kosten": False}
GIVEN: dict[str, Plain] = {
    "inkomen": Fraction(160011, 100), "norm_alleen": 1400, "huur": 12_000, "schuld": 0, "saldo": -5,
    "grens_heel": Fraction(6, 5), "aantal_kinderen": 10**9, "wachttijd": 3, "geboren": date(2000, 2, 29),
    "aanvraag": DAY, "student": True, "huishouden": "paar", "toelichting": "Kanarie", "kilometers": Fraction(1, 3),
    "per_km": Fraction(21, 100),
}  # fmt: skip


class AnyNorm(World):
    """A small world in which every norm can be read on every day and with every key."""

    def norm_on(self, name: str, on: DateSpan) -> Value:
        return unknown_of(self.names[name]) if on.low is None else hull([Span.point(Fraction(1)), Span.point(LIMIT)])

    def norm_by(self, name: str, keys: tuple[Value, ...], on: DateSpan | None) -> Value:
        require(bool(keys), "a table without a key")
        return self.value(name) if on is None else self.norm_on(name, on)

    def records(self, name: str) -> Records | None:
        if name not in self.given_records:
            return None
        records = tuple(InAnyRecord(self, name, record) for record in self.given_records[name])
        return Records(records, complete=name not in self.unfinished)


class InAnyRecord(AnyNorm, InRecord):
    """Such a world seen from one of its records."""

    def records(self, name: str) -> Records | None:
        return self.case.records(name)


WORLDS = (
    AnyNorm(),
    AnyNorm(
        GIVEN,
        records={"giften": [GIFT, {}, GIFT | {"gift": 3}], "huisgenoten": [HOME]},
        unfinished={"giften"},
    ),
)


def judge(data: bytes) -> None:
    """Raise Surprise, or whatever was not caught, when this text is not dealt with as it should be."""
    text = data.decode(errors="replace").replace("\r", " ").replace("\n", " ")
    with within():
        expression, problems = parse(text, HERE)
        documented(problems, "", "")
        require((expression is None) == bool(problems), "an expression and problems, or neither")
        if expression is not None:
            _checked(expression)


def _checked(expression: Expression) -> None:
    checked, kind, problems = check(expression, NAMES, allow_is_known=True, norms=NORMS, lists=LISTS)
    documented(problems, "", "")
    require((kind is None) == bool(problems), "a type and problems, or neither")
    if kind is None:
        return
    printed = print_expression(checked.root)
    again, wrong = parse(printed, HERE)
    require(again is not None and not wrong, f"printed, it cannot be read: {printed}")
    for world in WORLDS:
        evaluate(checked.root, world)
        trace(checked, world)
        require(all(in_words(checked.root, world, lang) for lang in ("nl", "en")), "no words")
        if kind == YES_NO:
            because(checked.root, world, "nl")
            for wanted in (Truth.YES, Truth.NO):
                shortfall(checked.root, world, wanted)


@cache
def seeds() -> tuple[bytes, ...]:
    """Every expression of the shipped rulesets, and some of each form over the names of the small world."""
    rulesets = [load(file) for id_ in ids(shipped()) if (file := in_force(shipped(), id_))]
    found = (
        expression.text
        for ruleset in rulesets
        for kind in KINDS.values()
        for item in kind.items(ruleset).values()
        for _, expression in kind.expressions(item)
    )
    return tuple(text.encode() for text in sorted({*found, *FORMS}))


FORMS = (
    "als student dan inkomen anders norm_alleen op aanvraag",
    "norm_soort bij huishouden bij aantal_kinderen",
    "som(gift uit giften waar van_familie en niet doel in (eten; kleren)) > € 1.200",
    "hoogste_som(gift uit giften per gever)",
    "voor_alle(gift <= € 50 uit giften waar gegeven_op >= eerste_dag_van_jaar(aanvraag))",
    "aantal(giften waar terugbetaald is leeg) > 2 of er_is(huisgenoten)",
    "leeftijd_op(geboren; plus_maanden(aanvraag; 3; omlaag)) >= 21",
    "werkdag_op_of_na(plus_werkdagen(aanvraag; 5)) < 2026-03-01",
    "per_jaar(inkomen) / 12 = afronden_omhoog(110% * huur; € 0,01)",
    "0 <= aantal_kinderen < 3 en einde is niet leeg of inkomen is bekend",
    "min(inkomen; max(norm_alleen; norm_paar - € 1)) != -saldo",
    "kilometers * per_km + schuld",
    "laagste(gegeven_op uit giften) + 1",
    "maanden_tussen(geboren; aanvraag) * 2 >= proeftijd",
    "plus_jaren(aanvraag; aantal_kinderen; omhoog)",
    "dag_van_jaar(aanvraag; 1; oktober) >= geboren",
    "50 % van schuld",
)
