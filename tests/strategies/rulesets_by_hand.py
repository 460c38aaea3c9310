"""A small ruleset made by hand: facts of every type, no rules. For tests that need types only."""

from __future__ import annotations

from datetime import date

from maatwerk.basics.problems import Place
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, TEXT, YES_NO, Type
from maatwerk.ruleset.model import Fact, Header, Identity, Ruleset, Settings, Text

HERE = Place("met-de-hand.md", 1)


def fact(name: str, kind: Type, *, who: tuple[str, ...] = ("inwoner",), privacy: str = "gewoon") -> Fact:
    return Fact(name, kind, Text(f"Wat is {name}?"), "document", who, privacy, HERE)


FACTS = (
    fact("werkt", YES_NO),
    fact("woont", Type("keuze", options=("alleen", "samen"))),
    fact("geboren", DATE, who=("register",), privacy="derde"),
    fact("inkomen", Type("bedrag", unit="maand"), privacy="financieel"),
    fact("saldo", Type("bedrag", below_zero=True), privacy="financieel"),
    fact("prijs", AMOUNT),
    fact("kinderen", NUMBER),
    fact("deel", PERCENTAGE),
    fact("verhaal", TEXT),
)


def ruleset_of_facts(facts: tuple[Fact, ...] = FACTS, *, name: str = "met-de-hand") -> Ruleset:
    header = Header("maatwerk-1", name, "Met de hand", date(2026, 1, 1), remedy="bezwaar")
    return Ruleset(
        header=header,
        identity=Identity("0" * 64, "1" * 64),
        file="met-de-hand.md",
        facts={found.name: found for found in facts},
        norms={},
        purposes={},
        calculations={},
        criteria={},
        outcomes={},
        consequences={},
        signals={},
        grounds={},
        exceptions={},
        alternatives={},
        promises={},
        letter_texts={},
        settings=Settings(),
        examples=(),
    )
