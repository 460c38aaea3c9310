"""What the language check hands over, and what its rules hand to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from maatwerk.language.passage import Passage

Level = Literal["error", "warning"]
Code = Literal[
    "zin-lang",
    "alinea-lang",
    "lijdende-vorm",
    "tang",
    "ambtelijk",
    "vakwoord",
    "afkorting",
    "dubbele-ontkenning",
    "naamwoordstijl",
    "woord-zeldzaam",
    "woord-lang",
    "wetsartikel",
    "verwijt",
    "geen-vervolg",
]
CODES: tuple[Code, ...] = get_args(Code)


@dataclass(frozen=True, slots=True)
class Issue:
    """One place where a text does not follow our writing rules.

    `start` and `end` count characters: `text` is what stands between them. `advice` is a plain word to write instead,
    or what to do. A ruleset's own text may have no `error`; a person's words are never blocked.
    """

    code: Code
    start: int
    end: int
    text: str
    advice: str
    level: Level


@dataclass(frozen=True, slots=True)
class Checked:
    """The issues of a text in the order of the text, and a score from 0 to 100 that only informs."""

    issues: tuple[Issue, ...]
    score: int

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The issues that a text of our own may not have."""
        return tuple(each for each in self.issues if each.level == "error")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule saw: an issue that still needs its words. `key` names its advice in the catalogue."""

    code: Code
    start: int
    end: int
    values: tuple[tuple[str, object], ...] = ()
    level: Level = "warning"
    key: str = ""

    @property
    def advice(self) -> str:
        """The key of its advice in the catalogue."""
        return f"language.advice.{self.key or self.code}"


Rule = Callable[["Passage"], Iterator[Mark]]
"""One writing rule: it looks at a passage and marks what it sees."""
