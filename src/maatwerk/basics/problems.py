"""A problem is a value: a fact, its place, what was expected and a hint. All problems are reported at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: file, line and column from 1 (0 = the whole line), length in characters."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        """`file:line:column`, leaving out what is 0."""
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)

    def shifted(self, columns: int, length: int = 1) -> Place:
        """The place `columns` further on the same line."""
        return Place(self.file, self.line, self.column + columns, length)


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the catalogue inside that of a problem: told in the language in which the problem is told."""

    key: str
    values: tuple[tuple[str, str | Words], ...] = ()

    def text(self, lang: str) -> str:
        """The text in a language."""
        from maatwerk.basics.text import say  # noqa: PLC0415 - keeps the catalogue out of start-up

        filled = {name: each.text(lang) if isinstance(each, Words) else each for name, each in self.values}
        return say(self.key, lang=lang, **filled)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a text or a case.

    `code` is fixed and documented in docs/naslag/meldingen.md; `key` and `values` make the text from the catalogue
    (`problem.<key>`), and `values` never holds a personal value. `warning` = may be used all the same. `advice` are
    texts of the catalogue that fill `{advice}`.
    """

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    warning: bool = False
    advice: tuple[Words, ...] = ()

    def text(self, lang: str = "nl") -> str:
        """The fact and what was expected, as a plain sentence."""
        from maatwerk.basics.text import say  # noqa: PLC0415 - keeps the catalogue out of start-up

        advice = {"advice": " ".join(each.text(lang) for each in self.advice)} if self.advice else {}
        return say(f"problem.{self.code}", lang=lang, **dict(self.values), **advice)


def problem(code: str, place: Place, *, hint: str = "", warning: bool = False, **values: object) -> Problem:
    """Make a problem; `values` fill the catalogue text of `code`."""
    return Problem(code, place, tuple((key, str(value)) for key, value in values.items()), hint, warning)
