"""When somebody who was born on 29 February is a year older, in a year without that day: a setting of the ruleset."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Literal

from maatwerk.expressions.tree import Call, Expression, Node

LeapBirthday = Literal["1 maart", "28 februari"]
EARLY: LeapBirthday = "28 februari"
AGE = "leeftijd_op"


def with_birthdays(expression: Expression, on: LeapBirthday) -> Expression:
    """The same expression, in which every age counts birthdays so. As it is read an age counts from 1 March."""
    return expression if on != EARLY else replace(expression, root=_early(expression.root))


def _early(part: Any) -> Any:  # noqa: ANN401 - a node, a tuple of parts, or what a node says of itself
    if isinstance(part, tuple):
        return tuple(map(_early, part))
    if not isinstance(part, Node):
        return part
    parts = {each.name: _early(getattr(part, each.name)) for each in fields(part)}
    if isinstance(part, Call) and part.function == AGE:
        parts["last_word"] = "omlaag"
    return replace(part, **parts)
