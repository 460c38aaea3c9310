"""One expression with one small change: what a slip of the pen makes of a rule. Changes are made in the tree.

Where strict and not strict differ by one step (cents, days, whole numbers), the step to that side is left out: it
would be the same change twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.functions import DIRECTIONS, MONTH_NAMES, day_of_year
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.rebuilding import with_children
from maatwerk.expressions.tree import (
    Aggregate,
    Arithmetic,
    Both,
    Call,
    Choose,
    Comparator,
    Compare,
    Constant,
    Either,
    IsEmpty,
    IsKnown,
    Name,
    Negative,
    Node,
    Not,
    Option,
    Within,
    children,
)
from maatwerk.expressions.types import AMOUNT, NUMBER, Type
from maatwerk.expressions.typing import type_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maatwerk.expressions.tree import At

CENT = Fraction(1, 100)
_STRICT: dict[Comparator, Comparator] = {"<=": "<", "<": "<=", ">=": ">", ">": ">="}
_TURNED: dict[Comparator, Comparator] = {"<=": ">", "<": ">=", ">=": "<", ">": "<=", "=": "!=", "!=": "="}
_OTHER_STEP: dict[Comparator, int] = {"<=": 1, "<": -1, ">=": -1, ">": 1}  # the step that is not strict or not strict
_FUNCTIONS = {
    "min": ("max",),
    "max": ("min",),
    "afronden": ("afronden_omlaag", "afronden_omhoog"),
    "afronden_omlaag": ("afronden", "afronden_omhoog"),
    "afronden_omhoog": ("afronden", "afronden_omlaag"),
}
_NEGATING = frozenset({"not_added", "turned"})  # below a `niet` the same as leaving that out
_ROUNDING = frozenset({"afronden", "afronden_omlaag", "afronden_omhoog"})


@dataclass(frozen=True, slots=True)
class Change:
    """What was and what it became, as a jurist writes it; `code` is the kind of slip, `at` its place in the text."""

    code: str
    was: str
    now: str
    at: At = (0, 0)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of names: their type, and which are norms of the document itself (those change by themselves)."""

    type_of: Callable[[str], Type]
    own_norm: Callable[[str], bool]

    def type(self, node: Node) -> Type | None:
        """The type of a part; None for what has none by itself (an option, `leeg`)."""
        return None if isinstance(node, Option) else type_of(node, self.type_of)


def small_changes(root: Node, known: Known) -> Iterator[tuple[Change, Node]]:
    """Every tree with one small change, each once."""
    seen = {root}
    for change, changed in _changed(root, known):
        if changed not in seen:
            seen.add(changed)
            yield change, changed


def _changed(node: Node, known: Known) -> Iterator[tuple[Change, Node]]:
    for code, new in _here(node, known):
        yield Change(code, print_expression(node), print_expression(new), node.at), new
    for gone, new in _without(node):
        yield Change("dropped", gone, "", node.at), new
    parts = children(node)
    for number, part in enumerate(parts):
        if not _done_above(node, number, part):
            for change, new in _changed(part, known):
                if not (isinstance(node, Not) and change.code in _NEGATING and change.at == part.at):
                    yield change, with_children(node, (*parts[:number], new, *parts[number + 1 :]))


def _done_above(node: Node, number: int, part: Node) -> bool:
    """What a change of the whole already does: a limit as written, a `niet`, the step of a rounding, an option."""
    if isinstance(node, Compare):
        return isinstance(part, Constant) and node.comparator in _STRICT
    kept = isinstance(node, Call) and (node.function in _ROUNDING or node.last_word in MONTH_NAMES) and number == 1
    return isinstance(part, Option) or kept


def _here(node: Node, known: Known) -> Iterator[tuple[str, Node]]:
    match node:
        case Compare():
            yield from _comparison(node, known)
        case Both(parts=parts, at=at) | Either(parts=parts, at=at):
            yield "and_or", (Either if isinstance(node, Both) else Both)(parts, at)
        case Not(part=part):
            yield "not_dropped", part
        case Name() | Within() | IsEmpty() | IsKnown() | Aggregate():
            yield from _leaf(node, known)
        case Arithmetic(operator="+" | "-" as sign):
            yield "sign", replace(node, operator="-" if sign == "+" else "+")
        case Negative(part=part):
            yield "sign", part
        case Choose(condition=Both() | Either() as condition, then=then, otherwise=otherwise, at=at):
            yield "branches", Choose(condition, otherwise, then, at)
        case Call():
            yield from _call(node)
        case Constant():
            yield from (("step", each) for way in (1, -1) if (each := stepped(node, way)))
        case _:
            pass  # an option changes with its comparison, a product by its parts


def _comparison(node: Compare, known: Known) -> Iterator[tuple[str, Node]]:
    comparator = node.comparator
    yield "turned", replace(node, comparator=_TURNED[comparator])
    if comparator in _STRICT:
        yield "strict", replace(node, comparator=_STRICT[comparator])
        moved = _moved(node, _OTHER_STEP[comparator], known)
        if moved:
            yield "limit", moved
    kind = known.type(node.left)
    if isinstance(node.right, Option) and kind:
        yield from (
            ("option", replace(node, right=replace(node.right, name=other))) for other in _others(kind, node.right.name)
        )


def _others(kind: Type, option: str) -> tuple[str, ...]:
    """The next option of a choice: one wrong option is enough to see whether it matters which."""
    place = kind.options.index(option)
    following = kind.options[(place + 1) % len(kind.options)]
    return (following,) if following != option else ()


def _moved(node: Compare, way: int, known: Known) -> Node | None:
    """The comparison with its limit one step up or down; None where the limit is a norm, which changes by itself."""
    if isinstance(node.left, Constant):
        new = stepped(node.left, -way)
        return replace(node, left=new) if new else None
    if isinstance(node.right, Constant):
        new = stepped(node.right, way)
        return replace(node, right=new) if new else None
    if any(isinstance(side, Name) and known.own_norm(side.name) for side in (node.left, node.right)):
        return None
    return replace(node, right=_further(node.right, way, known))


def _further(node: Node, way: int, known: Known) -> Node:
    kind, at = known.type(node), node.at
    if kind and kind.sort == "datum":
        one: Node = Constant(Fraction(1), NUMBER, at)
        return Call("plus_dagen", (node, one if way > 0 else Negative(one, at)), at)
    step = step_of(kind) if kind else Fraction(1)
    amount = Constant(step, AMOUNT if kind and kind.sort == "bedrag" else replace(kind or NUMBER, unit=""), at)
    return Arithmetic(node, "+" if way > 0 else "-", amount, at)


def step_of(kind: Type, value: Fraction = Fraction(1)) -> Fraction:
    """One step: a cent, one percent, one; of a number with decimals, one of its last."""
    if kind.sort in {"bedrag", "percentage"}:
        return CENT
    step = Fraction(1)
    while (value / step).denominator != 1:
        step /= 10
    return step


def stepped(node: Constant, way: int) -> Constant | None:
    """A constant one step up or down; yes becomes no. None where that cannot be written (below 0)."""
    match node.value:
        case bool():
            return replace(node, value=not node.value)
        case date():
            return replace(node, value=node.value + timedelta(days=way))
        case Fraction():
            moved = node.value + way * step_of(node.type, node.value)
            return replace(node, value=moved) if moved >= 0 else None


def _without(node: Node) -> Iterator[tuple[str, Node]]:
    """The node without one of its parts, with the text that is gone."""
    match node:
        case Both(parts=parts) | Either(parts=parts):
            for number, part in enumerate(parts):
                left = (*parts[:number], *parts[number + 1 :])
                yield print_expression(part), left[0] if len(left) == 1 else replace(node, parts=left)
        case Arithmetic(left=left, operator="+" | "-" as sign, right=right):
            yield f"{sign} {print_expression(right)}", left
        case Within(options=options) if len(options) > 1:
            for number, option in enumerate(options):
                yield option.name, replace(node, options=(*options[:number], *options[number + 1 :]))
        case Name(on=on) if on is not None:
            yield f"op {print_expression(on)}", replace(node, on=None)
        case Aggregate(where=where) if where is not None:
            yield f"waar {print_expression(where)}", replace(node, where=None)
        case Call(function="min" | "max", arguments=(one, other)):
            yield print_expression(other), one
            yield print_expression(one), other
        case _:
            pass  # there is nothing to leave out


def _leaf(node: Name | Within | IsEmpty | IsKnown | Aggregate, known: Known) -> Iterator[tuple[str, Node]]:
    kind = known.type(node)
    if kind and kind.sort == "ja_nee":
        yield "not_added", Not(node, node.at)
    if isinstance(node, Aggregate) and node.kind in {"laagste", "hoogste"}:
        yield "min_max", replace(node, kind="hoogste" if node.kind == "laagste" else "laagste")


def _call(node: Call) -> Iterator[tuple[str, Node]]:
    for other in _FUNCTIONS.get(node.function, ()):
        yield ("rounding" if node.function in _ROUNDING else "min_max"), replace(node, function=other)
    if node.last_word in MONTH_NAMES:
        yield from (("step", each) for way in (1, -1) if (each := _other_day(node, way)))
    if node.last_word in DIRECTIONS:
        yield "rounding", replace(node, last_word="omhoog" if node.last_word == "omlaag" else "omlaag")


def _other_day(node: Call, way: int) -> Call | None:
    """A fixed day of the year one day on or back; None at the end of its month."""
    day, number = node.arguments
    moved = stepped(number, way) if isinstance(number, Constant) else None
    there = moved is not None and isinstance(moved.value, Fraction) and day_of_year(moved.value, node.last_word)
    return replace(node, arguments=(day, moved)) if moved is not None and there else None
