"""How long an exception lasts (`tot`), counted from the reference date: what it gives is given from that day on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.terms import term_end, years_between, years_of
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.values import Span, exactly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from fractions import Fraction

    from maatwerk.criteria.situation import Situation
    from maatwerk.ruleset.model import ExceptionRule


@dataclass(frozen=True, slots=True)
class Lasting:
    """The last day of an exception, and how much of a year that gives."""

    last: date
    years: Fraction


def lasting(after: Situation, exceptions: Iterable[ExceptionRule]) -> Lasting | None:
    """The earliest end of these exceptions; None when there is none. `after`: the situation with what they change."""
    return min(_ends(after, exceptions), key=lambda each: each.last, default=None)


def _ends(after: Situation, exceptions: Iterable[ExceptionRule]) -> Iterator[Lasting]:
    first: date = exactly(after.reference_date) or after.today  # type: ignore[assignment]
    for each in exceptions:
        if isinstance(each.until, tuple):
            last = term_end(first, each.until)
            years = years_of(each.until)
            yield Lasting(last, years_between(first, last) if years is None else years)
        elif each.until is not None:
            value = evaluate(each.until.root, after)
            if isinstance(value, Span) and value.known:
                yield Lasting(value.low, years_between(first, value.low))  # type: ignore[arg-type]
