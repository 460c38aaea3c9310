"""Outcomes with their amounts and consequences, and the front matter that holds for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.types import DATE
from maatwerk.expressions.values import Span
from maatwerk.ruleset.checks.static_scope import NothingKnown
from maatwerk.ruleset.expression_forms import OTHERWISE
from maatwerk.ruleset.identity import reached
from maatwerk.ruleset.kinds import SETTINGS
from maatwerk.ruleset.names import list_and_field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maatwerk.ruleset.checks.look import Look
    from maatwerk.ruleset.model import Outcome, Ruleset

_GIVES = frozenset({"toekenning", "gedeeltelijk"})


def header(look: Look) -> Iterator[Problem]:
    """M310: `peildatum` is no fact of type datum. M311: `beslistermijn` names no calculation of type datum."""
    rules = look.ruleset
    date_fact, term = rules.header.reference_date, rules.header.term_calculation
    if date_fact and not _is_date(date_fact, rules):
        yield problem("M310", look.place("", "peildatum"), name=date_fact)
    last_day = rules.calculations.get(term)
    if term and (last_day is None or last_day.type != DATE or last_day.per):
        yield problem("M311", look.place("", "beslistermijn"), name=term)


def _is_date(name: str, rules: Ruleset) -> bool:
    """A fact of type datum, or a field of that type: `lijst.veld`."""
    of_list, short = list_and_field(name)
    facts = rules.lists[of_list].fields if of_list in rules.lists else {} if of_list else rules.facts
    return short in facts and facts[short].type == DATE


def none_at_all(look: Look) -> Iterator[Problem]:
    """M312: a ruleset must have an outcome."""
    if not look.ruleset.outcomes and not look.ruleset.header.is_building_block:
        yield problem("M312", look.ruleset.header.place, name=look.ruleset.header.id)


def otherwise(look: Look) -> Iterator[Problem]:
    """M313: `als: anders` fills every gap, so that no gap can be found any more."""
    for name, outcome in look.ruleset.outcomes.items():
        if outcome.when.text == OTHERWISE:
            yield problem("M313", look.place(name, "als"), warning=True, name=name)


def paid_besides(look: Look) -> Iterator[Problem]:
    """M314: what is paid besides (`ook`) must be a rounded amount, that is always there."""
    for name, outcome in look.ruleset.outcomes.items():
        for paid in filter(None, map(look.ruleset.calculations.get, outcome.also)):
            if paid.type.sort != "bedrag" or not paid.type.rounded or paid.type.or_empty:
                yield problem("M314", look.entries[name, "ook"].word(paid.name), name=paid.name)


def below_zero(look: Look) -> Iterator[Problem]:
    """M315: an amount that can be below 0."""
    for name, outcome in look.ruleset.outcomes.items():
        low = _lowest(look, outcome)
        if outcome.amount_type and (low is None or low < 0):
            yield problem("M315", look.place(name, "bedrag"), warning=True, name=name)


def _lowest(look: Look, outcome: Outcome) -> Fraction | None:
    """The lowest amount that an outcome can have; None: no bound."""
    if outcome.amount is None or outcome.amount_type is None:
        return None
    value = evaluate(outcome.amount.root, NothingKnown(look.ruleset))
    return value.low if isinstance(value, Span) else None  # type: ignore[return-value]


def consequences_of_every_refusal(look: Look) -> Iterator[Problem]:
    """M316: a consequence without `als` holds whenever its outcome is given, so it is noticed every time."""
    for name, consequence in look.ruleset.consequences.items():
        if consequence.when is None:
            yield problem("M316", look.place(name, "ernst"), warning=True, name=name)


def exceptions_worth_nothing(look: Look) -> Iterator[Problem]:
    """M317: `hoogstens` lies below the smallest amount that any outcome gives."""
    gives = [outcome for outcome in look.ruleset.outcomes.values() if outcome.kind in _GIVES and outcome.amount_type]
    lowest = [low for low in (_lowest(look, outcome) for outcome in gives) if low is not None]
    for name, exception in look.ruleset.exceptions.items():
        if exception.at_most is not None and lowest and exception.at_most < min(lowest):
            yield problem("M317", look.place(name, "hoogstens"), warning=True, name=name)


def sources_to_check(look: Look) -> Iterator[Problem]:
    """M306: a source that nobody has checked yet (`nagaan`), in the document or in what it uses."""
    used = reached(look.ruleset)
    for _, name, item in look.blocks():
        if item.to_check and (look.own(name) or name in used):
            yield problem("M306", look.place(name, "nagaan"), warning=True, name=name, what=item.to_check)
    if look.ruleset.settings.to_check:
        place = look.place(SETTINGS.name, "nagaan")
        yield problem("M306", place, warning=True, name=SETTINGS.name, what=look.ruleset.settings.to_check)
