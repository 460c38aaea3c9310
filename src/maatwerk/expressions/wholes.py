"""Whether what is counted can be a part: a half day, or a third of a month. Seen from the text alone."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.expressions.tree import Aggregate, Arithmetic, Call, Choose, Constant, Negative

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Node

_EXTREMES = frozenset({"min", "max"})


def is_whole(node: Node) -> bool:
    """Whether nothing in the text makes it a part. What a fact, norm or calculation holds is not looked at."""
    match node:
        case Constant(value=value):
            return not isinstance(value, Fraction) or value.denominator == 1
        case Arithmetic(left=left, operator=operator, right=right):
            return operator != "/" and is_whole(left) and is_whole(right)
        case Negative(part=part):
            return is_whole(part)
        case Choose(then=then, otherwise=otherwise):
            return is_whole(then) and is_whole(otherwise)
        case Call(function=function, arguments=arguments) if function in _EXTREMES:
            return all(map(is_whole, arguments))
        case Call(function=function, arguments=(_, step)) if function.startswith("afronden"):
            return is_whole(step)
        case Aggregate(expression=expression) if expression is not None:
            return is_whole(expression)
        case _:
            return True
