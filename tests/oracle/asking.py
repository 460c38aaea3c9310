"""Questions about the records of a list, over every way in which they can count and have their values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

from tests.oracle.known import OPEN, YES, Value, everything, hull
from tests.oracle.points import ends


@dataclass(slots=True)
class Row:
    """What a record gives to a question about its list. `more`: any number of records that may still come."""

    counts: frozenset[bool]
    value: Value
    group: Value
    times: Sequence[Fraction]
    more: bool = False


def _exists(rows: Sequence[Row], _: str) -> Value:
    return frozenset(any(each) for each in product(*(row.counts for row in rows)))


def _for_all(rows: Sequence[Row], _: str) -> Value:
    ways = [{not counts or holds for counts in row.counts for holds in row.value} for row in rows]
    return frozenset(all(each) for each in product(*ways))


def _added(row: Row) -> list[Fraction]:
    """All that a record may add to a sum, at its ends."""
    found = [end * times for end in row.value for times in row.times]
    return found if row.counts == YES else [Fraction(0), *found]


def _sum(rows: Sequence[Row], _: str) -> Value:
    return ends(sum((min(_added(row)) for row in rows), Fraction(0)),
                sum((max(_added(row)) for row in rows), Fraction(0)))  # fmt: skip


def _extreme(pick: Callable[[Iterable[Any]], Any]) -> Callable[[Sequence[Row], str], Value]:
    """The least or greatest: of nothing, unknown; with records that perhaps count, the hull with and without them."""

    def found(rows: Sequence[Row], sort: str) -> Value:
        ways = [[*({True, False} if row.counts == OPEN else {True})] for row in rows]
        chosen = [[row.value for row, used in zip(rows, each, strict=True) if used] for each in product(*ways)]
        if [] in chosen:
            return everything(sort)
        return hull([(pick(low for low, _ in each), pick(high for _, high in each)) for each in chosen])

    return found


def _highest_sum(rows: Sequence[Row], _: str) -> Value:
    """The highest sum of a group, 0 without one; a record of an unknown group stands in any, or in one of its own."""
    named = {group for row in rows if len(row.group) == 1 for group in row.group}
    groups = [[*row.group] if len(row.group) == 1 else [*named, *range(len(rows))] for row in rows]
    found = [total for places in product(*groups) for total in _totals(rows, places)]
    return ends(min(found), max(found))


def _totals(rows: Sequence[Row], places: Sequence[object]) -> Iterator[Fraction]:
    """The highest sum for all ways in which records count and have one of their ends.

    Records that may still come stand in one group, or in every group that there is: that is lowest below zero.
    """
    ways = [[None] * (False in row.counts) + [end * times for end in row.value for times in row.times] for row in rows]
    for added, everywhere in product(product(*ways), {False, any(row.more for row in rows)}):
        sums: dict[object, Fraction] = {}
        for row, place, number in zip(rows, places, added, strict=True):
            if number is not None:
                places_hit = [*sums] if everywhere and row.more and sums else [place]
                sums |= {each: sums.get(each, Fraction(0)) + number for each in places_hit}
        yield max(sums.values(), default=Fraction(0))


QUESTIONS: dict[str, Callable[[Sequence[Row], str], Value]] = {
    "aantal": _sum,
    "som": _sum,
    "er_is": _exists,
    "voor_alle": _for_all,
    "laagste": _extreme(min),
    "hoogste": _extreme(max),
    "hoogste_som": _highest_sum,
}
