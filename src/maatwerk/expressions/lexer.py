"""From text to tokens. All mistakes in the writing of numbers, dates and signs are found here, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from maatwerk.basics.bounds import bounds
from maatwerk.basics.problems import Place, Problem
from maatwerk.expressions.functions import FUNCTIONS

if TYPE_CHECKING:
    from maatwerk.expressions.tree import At

AGGREGATES = frozenset({"aantal", "er_is", "som", "laagste", "hoogste", "voor_alle", "hoogste_som"})
KEYWORDS = AGGREGATES | {
    "als", "dan", "anders", "of", "en", "niet", "in", "is", "bekend", "ja", "nee", "van", "op", "omlaag", "omhoog",
    "leeg", "bij", "uit", "waar", "per",
}  # fmt: skip
# none of these can be a name, a field or an option
RESERVED = KEYWORDS | frozenset(FUNCTIONS)

FOREIGN = {
    "==": "=", "=>": ">=", "=<": "<=", "<>": "!=", "&&": "en", "&": "en", "||": "of", "|": "of", "!": "niet",
    "≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "÷": "/", "−": "-", "–": "-",
    "and": "en", "or": "of", "not": "niet", "if": "als", "then": "dan", "else": "anders", "true": "ja", "false": "nee",
    "null": "leeg", "none": "leeg", "eur": "€", "euro": "€",
}  # fmt: skip

NAME = re.compile(r"[a-z_][a-z0-9_]*")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,[0-9]+)?")
_ENGLISH_NUMBER = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)\.[0-9]+")
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))
    | (?P<other_date>[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}(?![0-9]))
    | (?P<number>[0-9]+(?:[.,][0-9]+)*)
    | (?P<word>[^\W0-9]\w*)
    | (?P<comma>,)
    | (?P<foreign>==|=>|=<|<>|&&|\|\||!(?!=)|[≤≥≠×÷−–&|])
    | (?P<sign>!=|<=|>=|[<>=+\-*/();%€])
    | (?P<unknown>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, sign, number or date. `value` is set for numbers and dates."""

    kind: Literal["number", "date", "name", "keyword", "sign", "end"]
    text: str
    at: At
    value: Fraction | date | None = None


@dataclass
class Report:
    """Collects the problems of one expression; `place` is where its text begins."""

    place: Place
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, at: At, *, hint: str = "", **values: object) -> None:
        """Report a problem at these characters of the expression."""
        place = self.place.shifted(at[0], max(1, at[1] - at[0]))
        texts = tuple((key, str(value)) for key, value in values.items())
        self.problems.append(Problem(code, place, texts, hint))


def lex(text: str, report: Report) -> list[Token]:
    """The tokens of a text, ending with one of kind `end`; what cannot be read is reported and left out."""
    tokens = []
    for match in _TOKEN.finditer(text):
        token = _read(match.lastgroup or "unknown", match.group(), match.span(), report)
        if token is not None:
            tokens.append(token)
    return [*tokens, Token("end", "", (len(text), len(text)))]


def _read(group: str, text: str, at: At, report: Report) -> Token | None:
    match group:
        case "space":
            return None
        case "number":
            return _number(text, at, report)
        case "date" | "other_date":
            return _date(text, at, report)
        case "word":
            return _word(text, at, report)
        case "sign":
            return Token("sign", text, at)
        case "comma":
            report.add("M103", at, hint=";")
        case "foreign":
            report.add("M107", at, hint=FOREIGN[text], found=text)
        case _:
            report.add("M101", at, found=text)
    return None


def _number(text: str, at: At, report: Report) -> Token | None:
    if len(text) > bounds().number_length:
        report.add("M128", at, most=bounds().number_length)
        return None
    if not _NUMBER.fullmatch(text):
        dutch = text.translate(str.maketrans(".,", ",.")) if _ENGLISH_NUMBER.fullmatch(text) else ""
        report.add("M102", at, hint=dutch, found=text)
        return None
    return Token("number", text, at, number_value(text))


def number_value(text: str) -> Fraction:
    """The value of a number in Dutch writing: `1.681,80` → 1681.80, exactly. Raises ValueError for other writing."""
    if not _NUMBER.fullmatch(text):
        raise ValueError
    return Fraction(text.replace(".", "").replace(",", "."))


def _date(text: str, at: At, report: Report) -> Token | None:
    try:
        return Token("date", text, at, date.fromisoformat(text))
    except ValueError:
        report.add("M113", at, found=text)
        return None


def _word(text: str, at: At, report: Report) -> Token | None:
    if not NAME.fullmatch(text):
        lower = text.lower()
        report.add("M118", at, hint=lower if NAME.fullmatch(lower) else "", found=text)
        return None
    return Token("keyword" if text in RESERVED else "name", text, at)
