"""A witness in plain words: its facts, the amounts, and the figures on which the two versions differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import language
from maatwerk.criteria.situation import Situation
from maatwerk.exploration.witness import in_words
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Span
from maatwerk.expressions.values_in_words import show
from maatwerk.outcome.outcome import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.bench.diff.outcomes import Witness

MOST = 2
"""Figures shown of one version."""
_FIGURES = frozenset({"bedrag", "getal", "percentage", "tarief", "datum"})


def facts_of(witness: Witness) -> str:
    """The facts of the case: those of the old version, then what only the new one asks."""
    old, new = witness.old, witness.new
    values = {name: value for name, value in new.values.items() if name not in old.ruleset.facts}
    lists = {name: records for name, records in new.lists.items() if name not in old.ruleset.lists}
    others = Situation(new.ruleset, values, today=new.today, lists=lists)
    return ", ".join(text for text in (in_words(old), in_words(others)) if text)


def amount_of(situation: Situation, name: str) -> str:
    """What an outcome pays in this case; empty where that is not known, or there is nothing to pay."""
    outcome = situation.ruleset.outcomes[name]
    if outcome.amount is None or outcome.amount_type is None:
        return ""
    found = amount(situation, outcome)
    return show(found, outcome.amount_type, language()) if found.known else ""


def figures_of(witness: Witness) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The norms and calculations behind the criteria that turn, with their values, where these are not the same."""
    before, after = _figures(witness.old, witness.new), _figures(witness.new, witness.old)
    return (
        tuple(f"{name} {value}" for name, value in before.items() if after.get(name) != value)[:MOST],
        tuple(f"{name} {value}" for name, value in after.items() if before.get(name) != value)[:MOST],
    )


def _figures(one: Situation, other: Situation) -> dict[str, str]:
    return {one.label(name, language()): value for name in _behind(one, other) if (value := _value(one, name))}


def _behind(one: Situation, other: Situation) -> Iterator[str]:
    """What is computed or laid down in the criteria that the other version judges otherwise, or does not have."""
    rules = one.ruleset
    for name, criterion in rules.criteria.items():
        there = other.ruleset.criteria.get(name)
        if criterion.per or (there is not None and (there.per or one.verdict(name) is other.verdict(name))):
            continue
        yield from sorted(names_in(criterion.requirement.root) & (rules.norms.keys() | rules.calculations.keys()))


def _value(situation: Situation, name: str) -> str:
    if name in situation.ruleset.calculations and situation.ruleset.calculations[name].per:
        return ""
    kind = situation.type_of(name)
    value = situation.value(name)
    known = kind.sort in _FIGURES and isinstance(value, Span) and value.known
    return show(value, kind, language()) if known else ""
