"""A value as people read it, in the format of its type; also when it is only partly known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from maatwerk.basics.formatting import amount, day, number, percentage
from maatwerk.basics.text import say
from maatwerk.expressions.values import Choice, Empty, Span, Truth, Value, Words

if TYPE_CHECKING:
    from fractions import Fraction

    from maatwerk.expressions.types import Type


RATE_DECIMALS = 6  # a tarief may be parts of a cent


def show(value: Value, type: Type, lang: str) -> str:  # noqa: A002 - the word of the language
    """A value as `€ 1.690,80 per maand`, `17 februari 2026`, `ja`, `rood staan`, `ten minste € 300,00`."""
    match value:
        case Truth():
            return _truth(value, lang)
        case Span():
            return _span(value, type, lang)
        case Choice(options=options):
            return type.option(next(iter(options)), lang) if value.known else _unknown(lang)
        case Words(text=text):
            return _unknown(lang) if text is None else text
        case Empty(sure=sure):
            return say("expression.none", lang=lang) if sure else _unknown(lang)


def _unknown(lang: str) -> str:
    return say("expression.unknown", lang=lang)


def _truth(value: Truth, lang: str) -> str:
    key = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "unknown"}[value]
    return say(f"expression.{key}", lang=lang)


def _span(span: Span[Any], kind: Type, lang: str) -> str:
    if nothing_known(span, kind):
        return _unknown(lang)
    ends = {"low": _point(span.low, kind, lang), "high": _point(span.high, kind, lang)}
    text = ends["low"] if span.known else say(f"expression.{_shape(span, kind)}", lang=lang, **ends)
    if kind.sort == "tarief":
        return say("expression.per_unit", lang=lang, amount=text, unit=kind.unit)
    return f"{text} {say(f'expression.per_{kind.unit}', lang=lang)}" if kind.sort == "bedrag" and kind.unit else text


def nothing_known(span: Span[Any], kind: Type) -> bool:
    """Whether a span says no more than its type does: amounts and numbers begin at 0 anyway."""
    begins_at_zero = span.low == 0 and kind.sort != "datum" and not kind.below_zero
    return span.high is None and (span.low is None or begins_at_zero)


def _shape(span: Span[Any], kind: Type) -> str:
    if span.high is None:
        return "from_day" if kind.sort == "datum" else "at_least"
    if span.low is None:
        return "until_day" if kind.sort == "datum" else "at_most"
    return "between"


def _point(end: Fraction | date | None, kind: Type, lang: str) -> str:
    if isinstance(end, date):
        return day(end, lang)
    if end is None:
        return ""
    if kind.sort == "bedrag" or (kind.sort == "tarief" and (end * 100).denominator == 1):
        return amount(end, lang)
    if kind.sort == "tarief":
        return say("expression.euros", lang=lang, number=number(end, lang, decimals=RATE_DECIMALS))
    return percentage(end, lang) if kind.sort == "percentage" else number(end, lang)
