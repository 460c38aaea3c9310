"""How the value of a key is read and written when it is an expression, or holds some."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from maatwerk.expressions.lexer import NAME
from maatwerk.expressions.parser import parse
from maatwerk.expressions.tree import Constant, Expression
from maatwerk.expressions.types import YES_NO
from maatwerk.ruleset.forms import PERIOD_UNITS, Form, read_term

if TYPE_CHECKING:
    from maatwerk.ruleset.entries import Desk, Entry

OTHERWISE = "anders"  # `als: anders`: this outcome when no other one is given
_REPLACEMENT = re.compile(rf"\s*(?P<name>{NAME.pattern})\s*=(?![=>])\s*")


def _read_expression(entry: Entry, desk: Desk, start: int = 0, end: int | None = None) -> Expression | None:
    """An expression, or that part of a value. Its place is as if the value stood on one line: see `Entry.moved`."""
    expression, problems = parse(entry.value[start:end], entry.place.shifted(start))
    desk.problems.extend(entry.moved(found) for found in problems)
    return None if problems else expression


def _read_condition(entry: Entry, desk: Desk) -> Expression | None:
    """`als` of an outcome: an expression, or `anders`, whose meaning linking fills in."""
    if entry.value == OTHERWISE:
        return Expression(Constant(value=True, type=YES_NO, at=(0, len(OTHERWISE))), OTHERWISE, entry.place)
    return _read_expression(entry, desk)


def _write_expression(expression: Expression) -> str:
    from maatwerk.expressions.printing import print_expression  # noqa: PLC0415 - only needed to write a ruleset

    return OTHERWISE if expression.text == OTHERWISE else print_expression(expression.root)


def _read_replaces(entry: Entry, desk: Desk) -> tuple[tuple[str, Expression], ...] | None:
    """`naam = expressie`, several with `;`: what is read otherwise when an exception is made."""
    found: list[tuple[str, Expression]] = []
    before = len(desk.problems)
    for start, end in _parts_of(entry.value):
        match = _REPLACEMENT.match(entry.value, start, end)
        if match is None:
            desk.report("M247", entry.at(start, max(1, end - start)), found=entry.value[start:end].strip())
        elif any(name == match["name"] for name, _ in found):
            desk.report("M009", entry.at(match.start("name"), len(match["name"])), name=match["name"])
        else:
            expression = _read_expression(entry, desk, match.end(), end)
            found += [(match["name"], expression)] if expression else []
    return None if len(desk.problems) > before else tuple(found)


def _parts_of(text: str) -> list[tuple[int, int]]:
    """Where the parts between each `;` outside brackets begin and end."""
    cuts, depth = [-1], 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        cuts += [at] if sign == ";" and depth <= 0 else []
    return [(first + 1, last) for first, last in pairwise([*cuts, len(text)])]


def _write_replaces(value: tuple[tuple[str, Expression], ...]) -> str:
    return "; ".join(f"{name} = {_write_expression(expression)}" for name, expression in value)


def _read_until(entry: Entry, desk: Desk) -> Expression | tuple[int, str] | None:
    """`3 maanden`, or a date."""
    return read_term(entry.value, PERIOD_UNITS) or _read_expression(entry, desk)


def _write_until(value: Expression | tuple[int, str]) -> str:
    return _write_expression(value) if isinstance(value, Expression) else f"{value[0]} {value[1]}"


EXPRESSION = Form(_read_expression, _write_expression)
CONDITION = Form(_read_condition, _write_expression)
UNTIL = Form(_read_until, _write_until)
REPLACES = Form(_read_replaces, _write_replaces)
WITH_EXPRESSION = (EXPRESSION, CONDITION, UNTIL, REPLACES)
