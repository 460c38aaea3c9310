"""The room around the strict rules: grounds, exceptions, alternatives, promises, and a jurist's own letter lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fractions import Fraction

    from maatwerk.basics.problems import Place
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.given_model import Text
    from maatwerk.ruleset.rules_model import Track


@dataclass(frozen=True, slots=True)
class Ground:
    """`grond`: a lawful way out. `rung` A-I of the ladder; fits by criterion (`criteria`) or by `applies_to`."""

    name: str
    article: str
    rung: str
    test: Text
    authority: str
    applies_to: tuple[str, ...]
    criteria: tuple[str, ...]
    questions: tuple[str, ...]
    four_eyes: bool
    ask_jurist: bool
    third_parties: Literal["", "weging", "uitgesloten"]
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class ExceptionRule:
    """`uitzondering`: the ruleset's own exception: which criteria it may set aside, when, and who may.

    `four_eyes_above`: amount in euros above which two people are needed (0 = always, None = never).
    `until`: an expression of type date, or (number, unit) as `3 maanden`. The effect of an exception without
    `replaces` or `becomes` is that its criteria are set aside.
    """

    name: str
    criteria: tuple[str, ...]
    ground: str
    allowed_if: Expression
    authority: str
    say: Text
    track: Track
    at_most: Fraction | None
    four_eyes_above: Fraction | None
    conditions: Text | None
    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    third_parties: Text | None
    third_parties_if: Expression | None
    not_with: tuple[str, ...]
    place: Place = field(compare=False)
    until: Expression | tuple[int, str] | None = None
    to_check: str = ""
    replaces: tuple[tuple[str, Expression], ...] = ()
    becomes: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """`alternatief`: what can be done, on its conditions. `repairs` = criteria that it repairs."""

    name: str
    outcomes: tuple[str, ...]
    kind: str
    text: Text
    when: Expression | None
    repairs: tuple[str, ...]
    source: str
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class OpenNorm:
    """`open_norm`: words of the law that the program does not judge, and why not."""

    name: str
    text: Text
    why: Text
    source: str
    place: Place = field(compare=False)
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """`belofte`: a service promise with a person and a term. `term` = (number, unit): `10 werkdagen`."""

    name: str
    what: Text
    who: Text
    term: tuple[int, str]
    start: Expression
    when: Expression | None
    place: Place = field(compare=False)
    to_check: str = ""


LetterSection = Literal[
    "besluit", "opening", "waarom", "uitzondering", "feiten", "wat_kan_niet", "wat_kan_wel", "wat_nu", "belofte",
    "rechtsmiddel", "contact", "regels",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LetterText:
    """`brief`: a jurist's own lines for one section of a letter. `about` = outcomes or exceptions."""

    name: str
    about: tuple[str, ...]
    section: LetterSection
    text: Text
    when: Expression | None
    place: Place = field(compare=False)
    to_check: str = ""
    per: str = ""
