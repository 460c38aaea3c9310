"""The strict outcome as it is handed over, with its amounts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.assessment.model import OutcomeResult, Shown
from maatwerk.basics.text import language, say
from maatwerk.case.facts import fact_as_json
from maatwerk.criteria.wording import filled, readable
from maatwerk.expressions.types import AMOUNT
from maatwerk.expressions.values import Span
from maatwerk.expressions.words import show
from maatwerk.outcome.outcome import UNKNOWN, amount

if TYPE_CHECKING:
    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import NumberSpan, Value
    from maatwerk.findings.view import View
    from maatwerk.ruleset.model import Outcome

AMOUNT_NAME = "bedrag"


def euros_text(value: Fraction | None) -> str | None:
    """Euros with two decimals ("449.00"); amounts are rounded to the cent before they get here."""
    if value is None:
        return None
    cents = value * 100
    if cents.denominator != 1:
        raise ValueError(AMOUNT_NAME)
    sign, whole = ("-" if cents < 0 else ""), abs(cents.numerator)
    return f"{sign}{whole // 100}.{whole % 100:02d}"


def outcome_result(view: View) -> OutcomeResult:
    """The outcome; one that is not known yet says so and has no amount."""
    outcome = view.outcome
    if outcome is None:
        text, sentence = say("assessment.unknown"), say("assessment.unknown_say")
        return OutcomeResult(
            id=UNKNOWN, kind=UNKNOWN, amount=None, amount_from=None, amount_to=None, shown=(), text=text, say=sentence
        )
    span = amount(view.situation, outcome) if outcome.amount else None
    low, high = ends(span)
    return OutcomeResult(
        id=outcome.name,
        kind=outcome.kind,
        amount=euros_text(low) if span and span.known else None,
        amount_from=euros_text(low),
        amount_to=euros_text(high),
        shown=shown(view.situation, outcome),
        text=filled(outcome.text, view.situation),
        say=filled(outcome.say, view.situation),
    )


def ends(span: NumberSpan | None) -> tuple[Fraction | None, Fraction | None]:
    """Both ends of a span; none when there is no amount."""
    return (span.low, span.high) if span else (None, None)


def shown(situation: Situation, outcome: Outcome) -> tuple[Shown, ...]:
    """The amount, what is paid besides (`ook`) and what the letter shows (`toon`)."""
    names = dict.fromkeys((*outcome.also, *outcome.show))
    rows = [
        _shown(name, situation.value(name), situation.type_of(name), situation.label(name, language()))
        for name in names
    ]
    if outcome.amount is None:
        return tuple(rows)
    paid = _shown(AMOUNT_NAME, amount(situation, outcome), outcome.amount_type or AMOUNT, AMOUNT_NAME)
    return (paid, *rows)


def _shown(name: str, value: Value, kind: Type, label: str) -> Shown:
    low, high = (value.low, value.high) if isinstance(value, Span) else (None, None)
    exact = _text(kind, value) if value.known else None
    words = f"{readable(label)}: {show(value, kind, language())}"
    return Shown(name=name, value=exact, low=_end(kind, low), high=_end(kind, high), words=words)


def _end(kind: Type, end: object) -> str | None:
    return None if end is None else _text(kind, Span.point(end))  # type: ignore[type-var, arg-type]


def _text(kind: Type, value: Value) -> str:
    if kind.sort == "bedrag" and isinstance(value, Span) and isinstance(value.low, Fraction):
        return euros_text(value.low) or ""
    return fact_as_json(kind, value)
