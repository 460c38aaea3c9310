"""Which type comes out of an operation on two types: the tables of docs/naslag/soorten.md.

None = these two do not go together. A literal amount (`loose`: made of written figures only) fits any one period.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.tree import Constant, Node
from maatwerk.expressions.types import NUMBER, PERCENTAGE, PERIODS, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMERIC = frozenset({"getal", "bedrag", "percentage", "tarief"})
CENT = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Judged:
    """A part of an expression with its type; None = a problem in it was reported already."""

    node: Node
    type: Type | None
    loose: bool = False

    @property
    def known(self) -> Type:
        """The type, where it is sure that there is one."""
        if self.type is None:
            raise ValueError
        return self.type


def alike(parts: Sequence[Judged]) -> Type | None:
    """The common type of what is compared, added or chosen between: one sort, one period or unit."""
    kinds = [part.known for part in parts]
    first = kinds[0]
    if any(kind.sort != first.sort for kind in kinds):
        return None
    units = {part.known.unit for part in parts if not _fits_any_unit(part)}
    if len(units) > 1:
        return None
    unit = units.pop() if units else first.unit
    options = tuple(dict.fromkeys(option for kind in kinds for option in kind.options))
    english = tuple(pair for kind in kinds for pair in kind.english)
    return Type(first.sort, unit, options, rounded=all(kind.rounded for kind in kinds), english=english)


def _fits_any_unit(part: Judged) -> bool:
    kind = part.known
    return (kind.sort == "getal" and not kind.unit) or (kind.sort == "bedrag" and part.loose and not kind.unit)


def still_loose(left: Judged, right: Judged) -> bool:
    """Whether what is computed from these still fits any period: so many times, or a share of, a literal amount."""
    parts = (left, right)
    return all(
        part.loose if part.known.sort in {"bedrag", "tarief"} else part.known.unit not in PERIODS for part in parts
    )


def product_of(left: Judged, right: Judged) -> Type | None:
    """The type of `left * right`."""
    one, other = left.known, right.known
    if one.sort not in NUMERIC or other.sort not in NUMERIC:
        return None
    if "tarief" in {one.sort, other.sort}:
        return _times_rate(one, other) if one.sort == "tarief" else _times_rate(other, one)
    if other.sort == "bedrag" or (other.sort == "percentage" and one.sort == "getal"):
        left, right, one, other = right, left, other, one
    if one.sort == "bedrag":
        return _times_amount(one, other, right)
    if one.sort == "percentage":
        return PERCENTAGE
    return None if one.unit and other.unit else Type("getal", one.unit or other.unit)


def _times_rate(rate: Type, factor: Type) -> Type | None:
    """So many units at a rate are an amount; so many times a rate, or a share of it, is a rate."""
    if factor.sort == "getal" and factor.unit:
        return Type("bedrag", rounded=False) if factor.unit == rate.unit else None
    return rate if factor.sort in {"getal", "percentage"} else None


def _times_amount(amount: Type, factor: Type, part: Judged) -> Type | None:
    if factor.sort == "bedrag":
        return None
    if factor.sort == "percentage":
        return replace(amount, rounded=False)
    if not amount.unit or not factor.unit:  # so many times an amount is a sum of rounded amounts
        return replace(amount, rounded=amount.rounded and _is_whole(part.node))
    return Type("bedrag", rounded=False) if amount.unit == factor.unit else None


def _is_whole(node: Node) -> bool:
    return isinstance(node, Constant) and isinstance(node.value, Fraction) and node.value.denominator == 1


def quotient_of(left: Judged, right: Judged) -> Type | None:
    """The type of `left / right`; never rounded."""
    one, other = left.known, right.known
    if one.sort not in NUMERIC or other.sort not in NUMERIC:
        return None
    if one.sort == other.sort:
        return _ratio(one, other, loose=right.loose)
    if other.sort != "getal":
        return None
    if (one.sort == "bedrag" and other.unit in PERIODS) or (one.sort == "tarief" and other.unit):
        return None
    return replace(one, rounded=False)


def _ratio(one: Type, other: Type, *, loose: bool) -> Type | None:
    if one.unit == other.unit or (one.sort == "bedrag" and loose and not other.unit):
        return NUMBER
    if one.sort == "bedrag":
        return None if one.unit else Type("getal", other.unit)
    return None if other.unit else one
