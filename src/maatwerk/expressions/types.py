"""The static types of the ruleset language (see docs/naslag/soorten.md)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

Sort = Literal["ja_nee", "keuze", "datum", "percentage", "getal", "bedrag", "tekst", "tarief"]
PERIODS = ("dag", "week", "maand", "jaar")


@dataclass(frozen=True, slots=True)
class Type:
    """A sort with its unit: `unit` is the period of an amount (dag, week, maand, jaar) or the unit of a number.

    `below_zero`: amounts of facts are 0 or more unless the type says `(ook onder nul)`.
    `rounded` is about results: False for the outcome of a division or a percentage that was not rounded since.
    `or_empty`: the value may also be known to be absent (`of leeg`). A `tarief` is euros per `unit`.
    `english`: the English words for options (`opties_en`), in pairs; they are words only and make no other type.
    """

    sort: Sort
    unit: str = ""
    options: tuple[str, ...] = ()
    below_zero: bool = False
    rounded: bool = True
    or_empty: bool = False
    english: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        """As a jurist writes it: `bedrag per maand`, `getal (jaar)`, `keuze: a, b`."""
        return f"{self._whole()} of leeg" if self.or_empty else self._whole()

    def option(self, name: str, lang: str) -> str:
        """An option as people read it: `rood staan`; in English by its twin where it has one."""
        return (dict(self.english).get(name) if lang == "en" else None) or name.replace("_", " ")

    def as_result(self) -> Type:
        """The same for what is computed: that may lie below zero."""
        return replace(self, below_zero=True)

    def _whole(self) -> str:
        if self.sort == "keuze":
            return f"keuze: {', '.join(self.options)}"
        if self.sort == "bedrag" and self.unit:
            return f"bedrag per {self.unit}"
        if self.sort in {"getal", "tarief"} and self.unit:
            return f"{self.sort} ({self.unit})"
        return f"{self.sort} (ook onder nul)" if self.below_zero else self.sort


YES_NO = Type("ja_nee")
DATE = Type("datum")
NUMBER = Type("getal")
PERCENTAGE = Type("percentage")
AMOUNT = Type("bedrag")
TEXT = Type("tekst")
