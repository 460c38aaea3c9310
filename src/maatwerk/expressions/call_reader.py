"""What stands in brackets behind a word: the arguments of a function, or a question about the records of a list."""

from __future__ import annotations

from abc import ABC, abstractmethod
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from maatwerk.basics.suggest import nearest
from maatwerk.expressions.functions import DIRECTIONS, FUNCTIONS, day_of_year
from maatwerk.expressions.reader import Reader
from maatwerk.expressions.tree import Aggregate, AggregateKind, Call, Constant, Name

if TYPE_CHECKING:
    from maatwerk.expressions.lexer import Token
    from maatwerk.expressions.tree import Node


class CallReader(Reader, ABC):
    """Reads calls; how an expression is read follows in the parser."""

    @abstractmethod
    def expression(self) -> Node:
        """The expression that begins here."""

    def open_bracket(self) -> None:
        """Take `(`."""
        token = self.token
        self.need("(")
        self.brackets.append(token)

    def close_bracket(self) -> None:
        """Take the `)` that belongs to the last `(`."""
        self.need(")")
        self.brackets.pop()

    def opened(self) -> Token:
        """The word before a bracket, and the bracket."""
        first = self.take()
        if not self.ahead("("):
            self.stop("M114", first.at, hint=f"{first.text}(…)", found=first.text)
        self.open_bracket()
        return first

    def aggregate(self) -> Node:
        """`aantal(l waar c)`, `som(e uit l waar c)`, `hoogste_som(e uit l waar c per f)`."""
        first = self.opened()
        kind = cast("AggregateKind", first.text)
        expression = None
        if kind not in {"aantal", "er_is"}:
            expression = self.expression()
            self.need("uit")
        name = self.name_of("M126")
        where = self.expression() if self.skip("waar") else None
        group = ""
        if kind == "hoogste_som":
            self.need("per")
            group = self.name_of("M127")
        self.close_bracket()
        return Aggregate(kind, name, expression, where, self.since(first), group)

    def name_of(self, code: str) -> str:
        """A name that must stand here."""
        if self.token.kind != "name":
            self.unexpected(code)
        return self.take().text

    def call(self) -> Node:
        """A function with its arguments."""
        first = self.opened()
        arguments, last_word = self.arguments(first.text)
        self.close_bracket()
        call = Call(first.text, arguments, self.since(first), last_word)
        self.check_arguments(call)
        return call

    def arguments(self, function: str) -> tuple[tuple[Node, ...], str]:
        """What stands between the brackets: values, and maybe a last word that this function knows."""
        found: list[Node] = []
        last_word = ""
        while not self.ahead(")"):
            if self.token.text in {*DIRECTIONS, *FUNCTIONS[function].last_words}:
                last_word = self.take().text
                break
            found.append(self.expression())
            if not self.skip(";"):
                break
        return tuple(found), last_word

    def check_arguments(self, call: Call) -> None:
        """Report a wrong number of arguments, or a last word that is missing or too much."""
        function = FUNCTIONS[call.function]
        if function.last_words and function.last_words != DIRECTIONS:
            self.check_month(call)
        count = len(call.arguments)
        if count < function.arity or (count > function.arity and not function.open_ended):
            self.stop("M117", call.at, found=call.function, count=count, expected=function.arity)
        if bool(function.last_words) != bool(call.last_word):
            code = "M119" if function.last_words else "M120"
            self.stop(code, call.at, found=call.function)

    def check_month(self, call: Call) -> None:
        """Report what is no month, or a day that not every year has."""
        function = FUNCTIONS[call.function]
        last = call.arguments[-1] if call.arguments else call
        if call.last_word not in function.last_words:
            tried = last.name if isinstance(last, Name) and len(call.arguments) > function.arity else ""
            hint = nearest(tried, function.last_words) or ""
            self.stop("M129", last.at if tried else call.at, hint=hint, found=call.function)
        number = last.value if isinstance(last, Constant) else None
        if not isinstance(number, Fraction) or day_of_year(number, call.last_word) is None:
            self.stop("M130", last.at, month=call.last_word)
