"""An expression as text again: one canonical way of writing, with no bracket more than needed.

Reading what is printed gives an equal tree, so the hash of the rules does not depend on spaces or brackets.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

from maatwerk.expressions.functions import FUNCTIONS
from maatwerk.expressions.tree import (
    Aggregate,
    Arithmetic,
    Both,
    Call,
    Choose,
    Compare,
    Constant,
    Either,
    IsEmpty,
    IsKnown,
    Name,
    Negative,
    Node,
    Not,
    Nothing,
    Option,
    Within,
)

# how tightly each rule of the grammar binds; a part that binds less than its place asks stands in brackets
_WHOLE, _OR, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _SIGN, _ATOM = range(9)


def print_expression(node: Node) -> str:
    """The canonical text of a tree as the parser or the typing pass makes it."""
    return _text(node)[0]


def _within(node: Node, place: int) -> str:
    text, binds = _text(node)
    return text if binds >= place else f"({text})"


def _text(node: Node) -> tuple[str, int]:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of node
    match node:
        case Constant():
            return _constant(node), _ATOM
        case Name(name=name, on=on, by=by) if on is not None or by:
            keys = "".join(f" bij {_within(key, _ATOM)}" for key in by)
            return (name if on is None else f"{name} op {_within(on, _ATOM)}") + keys, _SIGN
        case Name(name=name) | Option(name=name):
            return name, _ATOM
        case Nothing():
            return "leeg", _ATOM
        case Not(part=Within() | IsKnown() | IsEmpty() as part):
            return _negated(part), _COMPARE
        case Not(part=part):
            return f"niet {_within(part, _NOT)}", _NOT
        case Both(parts=parts):
            return _chain(parts) or (" en ".join(_within(part, _NOT) for part in parts), _AND)
        case Either(parts=parts):
            return " of ".join(_within(part, _AND) for part in parts), _OR
        case Compare(left=left, comparator=comparator, right=right):
            return f"{_within(left, _SUM)} {comparator} {_within(right, _SUM)}", _COMPARE
        case Within(item=item):
            return f"{_within(item, _SUM)} in {_options(node)}", _COMPARE
        case IsKnown(item=item):
            return f"{_within(item, _SUM)} is bekend", _COMPARE
        case IsEmpty(item=item):
            return f"{_within(item, _SUM)} is leeg", _COMPARE
        case Arithmetic():
            return _arithmetic(node)
        case Negative(part=part):
            return f"-{_within(part, _SIGN)}", _SIGN
        case Choose():
            return _choose(node), _WHOLE
        case Call():
            return _call(node), _ATOM
        case Aggregate():
            return _aggregate(node), _ATOM


def _negated(part: Within | IsKnown | IsEmpty) -> str:
    item = _within(part.item, _SUM)
    if isinstance(part, Within):
        return f"{item} niet in {_options(part)}"
    return f"{item} is niet {'bekend' if isinstance(part, IsKnown) else 'leeg'}"


def _aggregate(node: Aggregate) -> str:
    expression = f"{_within(node.expression, _WHOLE)} uit " if node.expression is not None else ""
    where = f" waar {_within(node.where, _WHOLE)}" if node.where is not None else ""
    group = f" per {node.group}" if node.group else ""
    return f"{node.kind}({expression}{node.list}{where}{group})"


def _options(node: Within) -> str:
    return f"({'; '.join(option.name for option in node.options)})"


def _chain(parts: tuple[Node, ...]) -> tuple[str, int] | None:
    """`a <= b <= c`, where each comparison begins with what the one before ends with."""
    compares = [part for part in parts if isinstance(part, Compare)]
    if len(compares) < len(parts) or any(one.right != other.left for one, other in pairwise(compares)):
        return None
    links = [f" {each.comparator} {_within(each.right, _SUM)}" for each in compares]
    return _within(compares[0].left, _SUM) + "".join(links), _COMPARE


def _arithmetic(node: Arithmetic) -> tuple[str, int]:
    binds = _SUM if node.operator in "+-" else _PRODUCT
    is_share = isinstance(node.left, Constant) and node.left.type.sort == "percentage"
    operator = "van" if node.operator == "*" and is_share else node.operator
    return f"{_within(node.left, binds)} {operator} {_within(node.right, binds + 1)}", binds


def _choose(node: Choose) -> str:
    then, otherwise = _within(node.then, _WHOLE), _within(node.otherwise, _WHOLE)
    return f"als {_within(node.condition, _WHOLE)} dan {then} anders {otherwise}"


def _call(node: Call) -> str:
    arguments = [_within(argument, _WHOLE) for argument in node.arguments]
    written = [node.last_word] if node.last_word and not FUNCTIONS[node.function].by_setting else []
    return f"{node.function}({'; '.join([*arguments, *written])})"


def _constant(node: Constant) -> str:
    match node.value:
        case bool():
            return "ja" if node.value else "nee"
        case date():
            return node.value.isoformat()
        case Fraction() if node.type.sort == "percentage":
            return f"{_decimal(node.value * 100)}%"
        case Fraction() if node.type.sort == "bedrag":
            return f"€ {_decimal(node.value, grouped=True, least=2)}"
        case Fraction():
            return _decimal(node.value)


def _decimal(value: Fraction, *, grouped: bool = False, least: int = 0) -> str:
    """A number of the language: a finite decimal, 0 or more. `least`: decimals unless it is whole."""
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    decimals = max(decimals, least) if decimals else 0
    digits = f"{(value * 10**decimals).numerator:0{decimals + 1}d}"
    whole, behind = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    whole = f"{int(whole):,}".replace(",", ".") if grouped else whole
    return f"{whole},{behind}" if behind else whole
