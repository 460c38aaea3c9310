"""What a jurist knows of a regulation before there is a text: enough to begin a ruleset that can be checked and tested.

An empty text, and None where there is a number, means: not known yet. That becomes a `nagaan` in the ruleset.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maatwerk.expressions.lexer import RESERVED

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

Sort = Literal["ja_nee", "hoogstens", "minstens", "leeftijd"]
SORTS: tuple[Sort, ...] = ("ja_nee", "hoogstens", "minstens", "leeftijd")
PERIODS = ("maand", "jaar", "")
RANKS = ("wet", "amvb_of_regeling", "verordening", "beleidsregel", "werkinstructie")
REMEDIES = ("bezwaar", "beroep", "klacht", "geen")
_OURS = frozenset(
    {"dag_van_aanvraag", "toekennen", "afwijzen", "doel", "vergoeding", "iets_bijzonders", "eigen_grond",
     "toch_toekennen", "opnieuw_vragen"}
)  # fmt: skip
_OTHERS = ("zaak_", "awb_", "voorleggen_")  # how names of the program and of the building block begin


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition. `sort`: yes or no, an amount at most or at least, or an age from `limit` on.

    `aim`: what it is for, where that is another purpose than that of the regulation.
    """

    words: str
    question: str = ""
    sort: Sort = "ja_nee"
    period: str = "maand"
    limit: Fraction | None = None
    rank: str = ""
    article: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class WayOut:
    """When one condition may be set aside: `criterion` counts from 0, `article` is its ground where Awb has none."""

    criterion: int
    question: str = ""
    article: str = ""
    authority: str = "behandelaar"


@dataclass(frozen=True, slots=True)
class Outline:
    """A regulation in a few answers. `weeks`: the term to decide in; `amount`: None = none is paid out."""

    id: str
    title: str
    body: str
    valid_from: date
    purpose: str = ""
    purpose_source: str = ""
    criteria: tuple[Criterion, ...] = ()
    gets: str = ""
    pays: bool = False
    amount: Fraction | None = None
    refusal: str = ""
    exception: WayOut | None = None
    remedy: str = "bezwaar"
    weeks: int | None = None

    def names(self) -> tuple[str, ...]:
        """The name of each criterion, made of its words; what belongs to it is named after it (`named_after`)."""
        taken = set(_OURS)
        found = []
        for criterion in self.criteria:
            name = _free_name(criterion.words, taken)
            taken |= {name, *named_after(name)}
            found.append(name)
        return tuple(found)


def named_after(name: str) -> tuple[str, ...]:
    """The names of what belongs to a criterion: its facts, its limit and its own purpose."""
    return tuple(f"{prefix}_{name}" for prefix in ("antwoord", "bedrag", "geboren", "grens", "doel"))


def _free_name(words: str, taken: set[str]) -> str:
    """A name of the ruleset language, as like these words as can be, that is not taken."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].rstrip("_") or "voorwaarde"
    if name[0].isdigit() or name.startswith(_OTHERS) or name in RESERVED:
        name = f"voorwaarde_{name}"
    number, found = 1, name
    while {found, *named_after(found)} & taken:
        number += 1
        found = f"{name}_{number}"
    return found
