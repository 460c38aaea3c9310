"""Trial patterns for `maatwerk doctor`: whether both interpreters work and agree on this machine."""

from __future__ import annotations

from maatwerk.reasoning.agree import Reasoner
from maatwerk.reasoning.table import Fact, Kind, Pattern, Rule, Table, Var

NAMES = ("a", "b", "c", "d")
NAME, OTHER, FIELD, LOW, HIGH = (Var(name) for name in ("name", "other", "field", "low", "high"))


def differences(number: int) -> int:
    """On how many of the first `number` trial patterns the interpreters differ, or durable-rules fails."""
    reasoner = Reasoner(_table(), memory=False)
    return sum(not reasoner(_pattern(each)).agreed for each in range(number))


def _table() -> Table:
    """Join, comparison and negation over three strata: in each field the heaviest candidate is chosen."""
    kinds = (
        Kind("holds", (("name", str), ("field", str)), 0),
        Kind("weighs", (("name", str), ("weight", int)), 0),
        Kind("candidate", (("name", str), ("field", str), ("weight", int)), 1),
        Kind("beaten", (("name", str),), 2),
        Kind("chosen", (("name", str),), 3),
    )
    candidate, stronger = Pattern("candidate", (NAME, FIELD, LOW)), Pattern("candidate", (OTHER, FIELD, HIGH))
    held = (Pattern("holds", (NAME, FIELD)), Pattern("weighs", (NAME, LOW)))
    beaten = Pattern("beaten", (NAME,))
    rules = (
        Rule("candidate", 1, held, then=(candidate,)),
        Rule("beaten", 2, (candidate, stronger), then=(beaten,), greater=(("high", "low"),)),
        Rule("chosen", 3, (candidate,), unless=(beaten,), then=(Pattern("chosen", (NAME,)),)),
    )
    return Table(kinds, rules)


def _pattern(number: int) -> frozenset[Fact]:
    """Which names hold, and how each weighs, from the digits of the number."""
    fields = ("x", "y") if number % 3 else ("x",)
    holding = {
        Fact("holds", (name, fields[place % len(fields)])) for place, name in enumerate(NAMES) if number >> place & 1
    }
    weights = {Fact("weighs", (name, (number // 7 + place * number) % 5)) for place, name in enumerate(NAMES)}
    return frozenset(holding | weights)
