"""From tokens to a tree: one method for each rule of the grammar (docs/naslag/expressies.md).

The first mistake in the grammar ends the reading of an expression: what follows it would only be guesses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from maatwerk.basics.bounds import bounds
from maatwerk.basics.suggest import nearest
from maatwerk.expressions.call_reader import CallReader
from maatwerk.expressions.functions import FUNCTIONS
from maatwerk.expressions.lexer import AGGREGATES, Report, Token, lex
from maatwerk.expressions.names import depth_of
from maatwerk.expressions.reader import Stop
from maatwerk.expressions.tree import (
    Arithmetic,
    Both,
    Choose,
    Comparator,
    Compare,
    Constant,
    Either,
    Expression,
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
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, YES_NO

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maatwerk.basics.problems import Place, Problem

COMPARATORS = ("=", "!=", "<", "<=", ">", ">=")


def parse(text: str, place: Place) -> tuple[Expression | None, tuple[Problem, ...]]:
    """Read an expression; `place` is where its first character stands. No tree when there is a problem."""
    report = Report(place)
    root = _read(text, report)
    return (None if root is None or report.problems else Expression(root, text, place)), tuple(report.problems)


def _read(text: str, report: Report) -> Node | None:
    if len(text) > bounds().expression_length:
        report.add("M109", (0, 1), length=len(text), longest=bounds().expression_length)
        return None
    tokens = lex(text, report)
    if report.problems:
        return None
    try:
        root = _Parser(tokens, report).whole()
    except Stop:
        return None
    if depth_of(root) > bounds().expression_depth:
        report.add("M110", root.at, deepest=bounds().expression_depth)
    return root


class _Parser(CallReader):
    """Recursive descent."""

    def whole(self) -> Node:
        if self.at_end:
            self.stop("M112", self.token.at)
        root = self.expression()
        if not self.at_end:
            self.unexpected("M122")
        return root

    def expression(self) -> Node:
        with self.deeper():
            first = self.token
            if not self.skip("als"):
                return self.either()
            condition = self.expression()
            self.need("dan")
            then = self.expression()
            self.need("anders")
            otherwise = self.expression()
            return Choose(condition, then, otherwise, self.since(first))

    def either(self) -> Node:
        first, parts = self.token, self.separated(self.both, "of")
        return parts[0] if len(parts) == 1 else Either(parts, self.since(first))

    def both(self) -> Node:
        first, parts = self.token, self.separated(self.negation, "en")
        return parts[0] if len(parts) == 1 else Both(parts, self.since(first))

    def separated(self, part: Callable[[], Node], separator: str) -> tuple[Node, ...]:
        parts = [part()]
        while self.skip(separator):
            parts.append(part())
        return tuple(parts)

    def negation(self) -> Node:
        first = self.token
        if not self.skip("niet"):
            return self.comparison()
        with self.deeper():
            part = self.negation()
            return Not(part, self.since(first))

    def comparison(self) -> Node:
        first = self.token
        left = self.sum()
        if self.ahead(*COMPARATORS):
            return self.chain(first, left)
        if self.ahead("is"):
            return self.is_known_or_empty(first, left)
        if self.ahead("in", "niet"):
            return self.within(first, left)
        return left

    def chain(self, first: Token, left: Node) -> Node:
        parts: list[Node] = []
        while self.ahead(*COMPARATORS):
            start, comparator = left.at[0], cast("Comparator", self.take().text)
            right = self.sum()
            parts.append(Compare(left, comparator, right, (start if parts else first.at[0], self.since(first)[1])))
            left = right
        return parts[0] if len(parts) == 1 else Both(tuple(parts), self.since(first))

    def is_known_or_empty(self, first: Token, item: Node) -> Node:
        self.need("is")
        negated = self.skip("niet")
        found: IsKnown | IsEmpty
        if self.skip("leeg"):
            found = IsEmpty(item, self.since(first))
        else:
            self.need("bekend")
            found = IsKnown(item, self.since(first))
        return Not(found, found.at) if negated else found

    def within(self, first: Token, item: Node) -> Node:
        negated = self.skip("niet")
        self.need("in")
        self.open_bracket()
        options = [self.option()]
        while self.skip(";"):
            options.append(self.option())
        self.close_bracket()
        found = Within(item, tuple(options), self.since(first))
        return Not(found, found.at) if negated else found

    def option(self) -> Option:
        if self.token.kind != "name":
            self.unexpected("M123")
        token = self.take()
        return Option(token.text, token.at)

    def sum(self) -> Node:
        return self.operations(self.product, {"+": "+", "-": "-"})

    def product(self) -> Node:
        return self.operations(self.sign, {"*": "*", "van": "*", "/": "/"})

    def operations(self, part: Callable[[], Node], operators: dict[str, Literal["+", "-", "*", "/"]]) -> Node:
        first = self.token
        left = part()
        while self.ahead(*operators):
            operator = operators[self.take().text]
            right = part()
            left = Arithmetic(left, operator, right, self.since(first))
        return left

    def sign(self) -> Node:
        first = self.token
        if not self.skip("-"):
            return self.atom()
        with self.deeper():
            part = self.sign()
            return Negative(part, self.since(first))

    def atom(self) -> Node:
        first = self.token
        match first.kind:
            case "number":
                number = cast("Fraction", self.take().value)
                share = self.skip("%")
                return Constant(number / 100 if share else number, PERCENTAGE if share else NUMBER, self.since(first))
            case "date":
                return Constant(cast("Fraction", self.take().value), DATE, first.at)
            case "name":
                return self.name()
            case _:
                return self.other_atom(first)

    def other_atom(self, first: Token) -> Node:
        if self.ahead("ja", "nee"):
            return Constant(self.take().text == "ja", YES_NO, first.at)
        if self.skip("€"):
            return self.amount(first)
        if self.ahead("("):
            return self.bracketed()
        if self.skip("leeg"):
            return Nothing(first.at)
        if self.ahead(*AGGREGATES):
            return self.aggregate()
        if first.text not in FUNCTIONS:
            self.unexpected("M106")
        return self.call()

    def amount(self, first: Token) -> Node:
        if self.token.kind != "number":
            self.unexpected("M124")
        number = cast("Fraction", self.take().value)
        return Constant(number, AMOUNT, self.since(first))

    def name(self) -> Node:
        first = self.token
        plain = self.plain_name()
        on = self.name_or_atom() if self.skip("op") else None
        by = []
        while self.skip("bij"):
            by.append(self.name_or_atom())
        return Name(plain.name, self.since(first), on, tuple(by))

    def name_or_atom(self) -> Node:
        return self.plain_name() if self.token.kind == "name" else self.atom()

    def plain_name(self) -> Name:
        token = self.take()
        if self.ahead("("):
            self.stop("M116", token.at, hint=nearest(token.text, FUNCTIONS) or "", found=token.text)
        return Name(token.text, token.at)

    def bracketed(self) -> Node:
        self.open_bracket()
        inside = self.expression()
        self.close_bracket()
        return inside
