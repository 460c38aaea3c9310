"""The law as quoted must have the figures that the rules have (`citaat_wijkt_af`)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place, Problem, problem
from maatwerk.expressions.lexer import number_value
from maatwerk.expressions.names import parts
from maatwerk.expressions.tree import Constant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.ruleset.checks.look import Look
    from maatwerk.ruleset.model import Quote

_SAME = {"tarief": "bedrag"}  # a rate is quoted as an amount: € 0,23 per kilometer
_NUMBER = r"\d+(?:\.\d{3})*(?:,\d+)?"
_FIGURE = re.compile(rf"€\s*(?P<amount>{_NUMBER})|(?P<euros>{_NUMBER})\s*euro\b|(?P<share>{_NUMBER})\s*(?:%|procent\b)")


def figures_that_no_rule_uses(look: Look) -> Iterator[Problem]:
    """M320: an amount or percentage in a block quote that no norm and no expression uses."""
    used = _figures_used(look)
    for quote in look.ruleset.quotes:
        for place, sort, value, found in _figures(quote):
            if (sort, value) not in used:
                yield problem("M320", place, found=found)


def _figures(quote: Quote) -> Iterator[tuple[Place, str, Fraction, str]]:
    for number, line in enumerate(quote.text.split("\n")):
        for match in _FIGURE.finditer(line):
            column = quote.columns[number] if number < len(quote.columns) else 1
            place = Place(quote.place.file, quote.place.line + number, column + match.start(), len(match.group()))
            figure = match["amount"] or match["euros"] or match["share"]
            value = number_value(figure) if _readable(figure) else Fraction(-1)
            yield (place, "percentage", value / 100, match.group()) if match["share"] else (
                place, "bedrag", value, match.group(),
            )  # fmt: skip


def _readable(figure: str) -> bool:
    return re.fullmatch(r"(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,\d+)?", figure) is not None


def _figures_used(look: Look) -> frozenset[tuple[str, object]]:
    """(sort, value) of every norm row, constant, `hoogstens` and `vier_ogen: boven`."""
    rules = look.ruleset
    found: set[tuple[str, object]] = {
        (_SAME.get(norm.type.sort, norm.type.sort), row.value) for norm in rules.norms.values() for row in norm.rows
    }
    for kind, _, item in look.blocks():
        for _, expression in kind.expressions(item):
            nodes = (node for node, _ in parts(expression.root))
            found |= {(node.type.sort, node.value) for node in nodes if isinstance(node, Constant)}
        values = (getattr(item, key.field) for key in kind.keys)
        found |= {("bedrag", value) for value in values if isinstance(value, Fraction)}
    return frozenset(found)
