"""Facts one by one: from a person's answer, put into a case, and saved without losing what was there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.basics.problems import Place, Problem, problem
from maatwerk.case.model import Case, FactEntry, GivenFact
from maatwerk.case.typed import NOTHING, UNKNOWN, as_written, in_reach, strict_value, written_loosely
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import EMPTY, known

if TYPE_CHECKING:
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.model import Fact, Ruleset

EXPECTED = {
    "ja_nee": "C040",
    "keuze": "C041",
    "datum": "C042",
    "bedrag": "C043",
    "getal": "C044",
    "percentage": "C045",
    "tekst": "C046",
    "tarief": "C048",
}
DO_NOT_KNOW = ("?", "", UNKNOWN)


def fact_from_text(fact: Fact, text: str) -> Value | Problem:
    """The value of a typed answer. `?`, nothing and `onbekend` give the unknown value of the type.

    Takes what a case file takes and what people type: `j`, `1.690,80`, `€ 20`, `5,5 %`, `17-2-2026`; and `leeg` where
    the type says `of leeg`.
    """
    if text.strip().lower() in DO_NOT_KNOW:
        return unknown_value(fact)
    if fact.type.or_empty and text.strip().lower() == NOTHING:
        return EMPTY
    value = strict_value(fact.type, written_loosely(fact.type, text))
    if value is None or not in_reach(fact.type, value):
        return value_problem(fact, Place(fact.name), below_zero=value is not None)
    return value


def unknown_value(fact: Fact) -> Value:
    """Everything the fact can still be when nobody gave it."""
    return unknown_of(fact.type)


def value_problem(fact: Fact, place: Place, *, below_zero: bool = False) -> Problem:
    """The problem that names a fact and what its value should look like, never the value itself."""
    code = "C047" if below_zero else EXPECTED[fact.type.sort]
    return problem(code, place, name=fact.name, options=", ".join(fact.type.options), most=bounds().text_length)


def given(fact: Fact, value: Value, entry: FactEntry) -> GivenFact:
    """A fact with its value and where it came from.

    What only the register may answer is verified unless said, and so is a judgement: it has its reasons.
    """
    said = "verified" in entry.model_fields_set
    return GivenFact(
        name=fact.name,
        value=value,
        by=entry.by,
        source=entry.source,
        on=entry.on,
        verified=entry.verified if said else verified_by_itself(fact),
        contested=entry.contested,
        role=entry.role,
        reason=entry.reason,
    )


def verified_by_itself(fact: Fact) -> bool:
    """Whether nobody has to say that this was checked."""
    return fact.judgement or fact.who == ("register",)


def with_fact(case: Case, ruleset: Ruleset, name: str, value: Value, entry: FactEntry | None = None) -> Case:
    """The case with one fact learnt, or taken out again when `value` is not known; `entry` says who gave it.

    KeyError for a strange name.
    """
    fact = ruleset.facts[name]
    facts = {key: found for key, found in case.facts.items() if key != name}
    if known(value):
        facts[name] = given(fact, value, entry or FactEntry())
    return replace(case, facts=facts)


def fact_as_json(kind: Type, value: Value) -> str:
    """A value as a case file has it: `1690.80`, `12`, `5%`, `2026-01-31`, `ja`, an option; else `onbekend`."""
    return as_written(kind, value)
