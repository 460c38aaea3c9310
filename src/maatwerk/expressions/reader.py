"""The small steps of reading: look ahead, take, demand; and the words for what does not fit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from maatwerk.basics.bounds import bounds
from maatwerk.expressions.lexer import FOREIGN, Report, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.tree import At


class Stop(Exception):
    """Reading ends here."""


class Reader:
    """Steps through tokens. `depth` counts what is open, so that no text can exhaust the stack."""

    def __init__(self, tokens: list[Token], report: Report) -> None:
        self.tokens = tokens
        self.report = report
        self.index = 0
        self.depth = 0
        self.brackets: list[Token] = []

    @property
    def token(self) -> Token:
        """What comes next."""
        return self.tokens[self.index]

    @property
    def previous(self) -> Token | None:
        """What was taken last."""
        return self.tokens[self.index - 1] if self.index else None

    @property
    def at_end(self) -> bool:
        """Whether all has been read."""
        return self.token.kind == "end"

    def ahead(self, *texts: str) -> bool:
        """Whether one of these words or signs comes next."""
        return self.token.kind in {"keyword", "sign"} and self.token.text in texts

    def take(self) -> Token:
        """The next token, and go on."""
        token = self.token
        self.index += 1
        return token

    def skip(self, text: str) -> bool:
        """Take this word or sign if it comes next."""
        found = self.ahead(text)
        self.index += found
        return found

    def need(self, text: str) -> None:
        """Take this word or sign, or report what stands there instead."""
        if not self.skip(text):
            self.unexpected("M121", expected=text)

    def since(self, first: Token) -> At:
        """The characters from a token up to where we are."""
        return first.at[0], self.tokens[self.index - 1].at[1]

    def stop(self, code: str, at: At, *, hint: str = "", **values: object) -> NoReturn:
        """Report a problem and end the reading."""
        self.report.add(code, at, hint=hint, **values)
        raise Stop

    def unexpected(self, code: str, *, expected: str = "") -> NoReturn:
        """Report the token that does not fit: by what it is where that helps more, else by what belongs here."""
        token, previous = self.token, self.previous
        for word in (token, previous):
            if word is not None and word.kind == "name" and word.text in FOREIGN:
                self.stop("M107", word.at, hint=FOREIGN[word.text], found=word.text)
        if token.text == ")" and not self.brackets:
            self.stop("M105", token.at)
        if self.at_end and self.brackets:
            self.stop("M104", self.brackets[-1].at)
        if self.at_end:
            self.stop("M115", (max(0, token.at[0] - 1), token.at[0]))
        if token.text == "als":
            self.stop("M125", token.at)
        if token.kind == "keyword" and code in {"M106", "M123", "M126", "M127"}:
            self.stop("M108", token.at, found=token.text)
        self.stop(code, token.at, found=token.text, expected=expected)

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """One bracket, word or sign further inside."""
        self.depth += 1
        if self.depth > bounds().expression_depth:
            self.stop("M110", self.token.at, deepest=bounds().expression_depth)
        yield
        self.depth -= 1
