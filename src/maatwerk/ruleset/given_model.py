"""What a ruleset takes as given: texts, facts, dated norms, purposes and the calculations made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from maatwerk.expressions.tree import Expression
    from maatwerk.expressions.types import Type
    from maatwerk.expressions.values import Empty


@dataclass(frozen=True, slots=True)
class Text:
    """A text with `{naam}` places, in Dutch and, where the ruleset has it (`<key>_en`), in English.

    `names` are the names printed, in order of first use.
    """

    nl: str
    en: str = ""
    names: tuple[str, ...] = ()
    place: Place = field(default=Place(""), compare=False)

    def in_language(self, lang: str) -> str:
        """The English twin for `en` where it exists, else the Dutch."""
        return self.en if lang == "en" and self.en else self.nl


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a table of facts, or of fields of a list (`list` names it). `who` may answer; `privacy` is its class.

    A `judgement` (`oordeel`) is a fact that only a person in one of the roles `who` can give, with reasons; `frame`
    (`kader`) says what to look at.
    """

    name: str
    type: Type
    question: Text
    source: str
    who: tuple[str, ...]
    privacy: str
    place: Place = field(compare=False)
    list: str = ""
    judgement: bool = False
    frame: Text | None = None
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class RecordList:
    """A fact of type `lijst`: its question, and its fields by name. Fields share the one name space."""

    name: str
    question: Text
    source: str
    who: tuple[str, ...]
    privacy: str
    fields: dict[str, Fact]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class NormRow:
    """The value of a norm from a day on: euros, a number or a fraction for percentages.

    In a table `keys` are the cells of column `bij`: an option, yes/no, or the lower limit of a number, amount or date.
    """

    valid_from: date
    value: Fraction | date
    source: str
    place: Place = field(compare=False)
    keys: tuple[Fraction | date | bool | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Norm:
    """A dated amount, number, percentage or date. Rows are in order of `valid_from`, then of their keys.

    A norm of a building block without rows (value `gemeente`) gets them from the ruleset that uses it.
    """

    name: str
    type: Type
    rows: tuple[NormRow, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Purpose:
    """`bedoeling`: what the law is for; `bears` (0-4) is the heaviest consequence it can carry."""

    name: str
    text: Text
    source: str
    bears: int
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Calculation:
    """`berekening`: a named expression; `words` names it in letters."""

    name: str
    expression: Expression
    type: Type
    words: Text | None
    source: str
    place: Place = field(compare=False)
    to_check: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One row of an example table: facts as written, and what is expected (column without `=> `, text as written).

    `facts` holds the value as parsed (Fraction, date, bool, option name, EMPTY) or None for unknown; a missing key =
    unknown. `lists` holds the records of the lists that are known, as far as they are known.
    `expected` leaves out cells that are empty (not checked); `()` = none (`–`).
    """

    name: str
    facts: dict[str, Fraction | date | bool | str | Empty | None]
    expected: dict[str, str]
    place: Place
    lists: dict[str, ExampleRecords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExampleRecords:
    """The records of one list in one example, in order; a field that is missing or None is unknown.

    `expected` says for each record what is expected of it: a calculation or criterion of that list, as written.
    """

    records: tuple[dict[str, Fraction | date | bool | str | Empty | None], ...]
    complete: bool = True
    expected: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote: the law as quoted. Checked for amounts that no norm uses."""

    text: str
    place: Place
    columns: tuple[int, ...] = field(default=(), compare=False)  # where each line of the text begins in its source line


@dataclass(frozen=True, slots=True)
class ProsePart:
    """A paragraph of free prose as written, its lines joined, or one item of a list."""

    text: str
    in_list: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Free prose under one heading, with the level of that heading. The rules do not rest on it; a page shows it."""

    heading: str
    level: int
    parts: tuple[ProsePart, ...]
