"""Values of maatwerk as the oracle writes them, and when two say the same."""

from __future__ import annotations

from datetime import date
from typing import Any

from maatwerk.criteria.situation import Situation
from maatwerk.expressions import values
from tests.oracle.known import EMPTY, PERHAPS, Value
from tests.oracle.points import BIG, FIRST, LAST, tidy


def theirs_of(situation: Situation, name: str) -> values.Value:
    """What maatwerk says of a name, or of a name in a record (`naam#2`)."""
    own, _, number = name.partition("#")
    rules = situation.ruleset
    per = rules.criteria[own].per if own in rules.criteria else rules.calculations[own].per
    return situation.in_record(per, int(number) - 1).value(own) if per else situation.value(own)


def plain(value: values.Value) -> Value:
    """A value of maatwerk as the oracle writes it."""
    match value:
        case values.Truth():
            return frozenset({True, False}) if value is values.Truth.UNKNOWN else frozenset({value is values.Truth.YES})
        case values.Choice(options=options):
            return options
        case values.Empty(sure=sure):
            return EMPTY if sure else PERHAPS
        case values.Span(low=low, high=high):
            return _end(low, value, -1), _end(high, value, 1)
        case _:
            return value


def _end(end: Any, span: values.Span[Any], way: int) -> Any:  # noqa: ANN401 - a number or a date
    if end is not None:
        return tidy(end)
    dated = isinstance(span.low, date) or isinstance(span.high, date)
    if dated:
        return LAST if way > 0 else FIRST
    return BIG * way


def alike(mine: Value, theirs: values.Value) -> bool:
    """Whether both say the same."""
    return bool(mine == plain(theirs)) or (mine == (FIRST, LAST) and plain(theirs) == (-BIG, BIG))


def within(value: Value, whole: Value) -> bool:
    """Whether a value lies in what was said."""
    if whole in (PERHAPS, value, (-BIG, BIG)):
        return True
    if isinstance(value, str) or isinstance(whole, str):
        return False
    if isinstance(whole, frozenset):
        return bool(value <= whole)
    return bool(whole[0] <= value[0] and value[1] <= whole[1])


def hull_of(seen: list[Value]) -> Value:
    """All that was seen, as one value."""
    if EMPTY in seen or PERHAPS in seen:
        return EMPTY if set(map(str, seen)) == {EMPTY} else PERHAPS
    if isinstance(seen[0], frozenset):
        return frozenset().union(*seen)
    around = tidy(min(low for low, _ in seen)), tidy(max(high for _, high in seen))
    return (-BIG, BIG) if around == (FIRST, LAST) else around
