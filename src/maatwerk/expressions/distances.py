"""How far one comparison is from the other answer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.functions import MONTHS, age_on, months_later
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.tree import Aggregate, Call, Choose, Comparator, Compare, Constant, Name, Node, children
from maatwerk.expressions.typing import type_of
from maatwerk.expressions.values import Truth, exactly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.expressions.scope import Scope

_OPPOSITE: dict[Comparator, Comparator] = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED: dict[Comparator, Comparator] = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_SMALLEST = {
    "bedrag": Fraction(1, 100),
    "percentage": Fraction(1, 100),
    "getal": Fraction(1),
    "tarief": Fraction(1, 100),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One comparison that has the wrong answer.

    `distance` is in euros, in days or in the unit of the number. Where both sides are equal and must differ it is the
    least that makes them differ: a cent, a whole number, a day. `limit` is the side made of norms and written figures,
    else the larger side; None for days. `period` is that of the amount ("" = once). A `hard` gap has no distance: a
    yes/no fact or an option. `left` and `right` are the two sides as written. `record`: the number of the record of a
    list in which it lies, from 1; 0 = of the case itself.
    """

    kind: Literal["euro", "number", "days", "hard"]
    distance: Fraction
    limit: Fraction | None
    left: str
    right: str = ""
    period: str = ""
    record: int = 0


def hard(node: Node) -> Gap:
    """The gap of something that is so or is not so."""
    return Gap("hard", Fraction(0), None, print_expression(node))


def within_margin(gap: Gap, share: Fraction, days: int) -> bool:
    """Whether a gap is small: at most this share of its limit, or this many days (0 = never)."""
    match gap.kind:
        case "hard":
            return False
        case "days":
            return gap.distance <= days
        case "euro" | "number":
            limit = gap.limit or Fraction(0)  # a limit of 0 has no relative margin
            return limit != 0 and gap.distance <= share * max(limit, -limit)


def euros(alternative: Iterable[Gap]) -> Fraction | None:
    """The sum of an alternative that is all in euros, each as tested; else None."""
    gaps = tuple(alternative)
    if any(gap.kind != "euro" for gap in gaps):
        return None
    return sum((gap.distance for gap in gaps), Fraction(0))


def gap_of(node: Compare, scope: Scope, wanted: Truth) -> Gap | None:
    """The gap of a comparison that has the opposite answer; None when a value it needs is not known."""
    comparator = node.comparator if wanted is Truth.YES else _OPPOSITE[node.comparator]
    kind = type_of(node.left, scope.type_of)
    if kind.sort in {"keuze", "ja_nee"}:
        return hard(node)
    left, right = exactly(evaluate(node.left, scope)), exactly(evaluate(node.right, scope))
    if left is None or right is None:
        return None
    for side, limit, as_written in ((node.left, right, True), (node.right, left, False)):
        age = _age(side, scope)
        if age is not None and isinstance(limit, Fraction):
            return _birthday_gap(node, age, comparator if as_written else _MIRRORED[comparator], limit, scope)
    return _plain_gap(node, scope, left, right)


def _plain_gap(node: Compare, scope: Scope, left: object, right: object) -> Gap | None:
    texts = print_expression(node.left), print_expression(node.right)
    if isinstance(left, date) and isinstance(right, date):
        return Gap("days", Fraction(abs((left - right).days) or 1), None, *texts)
    if not isinstance(left, Fraction) or not isinstance(right, Fraction):
        return None
    kinds = [type_of(side, scope.type_of) for side in (node.left, node.right)]
    distance = abs(left - right) or _SMALLEST[kinds[0].sort]
    limit = _limit(node, scope, left, right)
    if kinds[0].sort != "bedrag":
        return Gap("number", distance, limit, *texts)
    return Gap("euro", distance, limit, *texts, period=kinds[0].unit or kinds[1].unit)


def _limit(node: Compare, scope: Scope, left: Fraction, right: Fraction) -> Fraction:
    fixed = [is_fixed(side, scope) for side in (node.left, node.right)]
    if fixed[0] != fixed[1]:
        return left if fixed[0] else right
    return max(left, right)


def is_fixed(node: Node, scope: Scope) -> bool:
    """Whether a figure is made of norms and written figures only; what merely chooses between them does not count."""
    match node:
        case Constant():
            return True
        case Aggregate():
            return False
        case Name(name=name):
            definition = scope.definition(name)
            return scope.is_norm(name) or (definition is not None and is_fixed(definition.root, scope))
        case Choose(then=then, otherwise=otherwise):
            return is_fixed(then, scope) and is_fixed(otherwise, scope)
        case _:
            return all(is_fixed(child, scope) for child in children(node))


def _age(node: Node, scope: Scope) -> Call | None:
    """The call of `leeftijd_op` that this side is, also behind the name of a calculation."""
    while isinstance(node, Name):
        definition = scope.definition(node.name)
        if definition is None:
            return None
        node = definition.root
    return node if isinstance(node, Call) and node.function == "leeftijd_op" else None


def _birthday_gap(node: Compare, age: Call, comparator: Comparator, limit: Fraction, scope: Scope) -> Gap | None:
    born, day = (exactly(evaluate(argument, scope)) for argument in age.arguments)
    if not isinstance(born, date) or not isinstance(day, date):
        return None
    years = age_on(born, day, age.last_word)
    birthdays = [
        months_later(born, reached * MONTHS, age.last_word or "omhoog")
        for reached in _birthdays(comparator, limit, years)
    ]
    days = [exactly(birthday) for birthday in birthdays]
    distances = [abs((birthday - day).days) or 1 for birthday in days if isinstance(birthday, date)]
    if not distances:
        return hard(node)
    return Gap("days", Fraction(min(distances)), None, print_expression(node.left), print_expression(node.right))


def _birthdays(comparator: Comparator, limit: Fraction, age: int) -> tuple[int, ...]:
    """Which birthdays turn the answer: reached for `at least`, not yet reached for `at most`."""
    until, past = math.ceil(limit), math.floor(limit) + 1
    match comparator:
        case ">=" | "<":
            return (until,)
        case ">" | "<=":
            return (past,)
        case "=":
            return (until,) if age < limit else (past,)
        case "!=":
            return (until, past)
