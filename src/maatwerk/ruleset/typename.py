"""The names of types as a jurist writes them: `bedrag per maand`, `keuze: a, b`, `getal (jaar)`, `datum of leeg`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.expressions.lexer import NAME, RESERVED
from maatwerk.expressions.types import PERIODS, Type

if TYPE_CHECKING:
    from maatwerk.expressions.types import Sort
    from maatwerk.ruleset.entries import Desk, Entry

OPTIONS_IN_ENGLISH = "opties_en"  # the column or key with the English words for the options of a choice
LIST = "lijst"  # of a fact only: the records with fields `lijst.veld`
SORTS = (
    "ja_nee",
    "keuze: a, b",
    "datum",
    "percentage",
    "getal",
    "getal (eenheid)",
    "bedrag",
    "bedrag per maand",
    "tarief (eenheid)",
    "tekst",
    "datum of leeg",
)
EMPTY_ALLOWED = frozenset({"datum", "getal", "bedrag", "keuze"})
_OR_EMPTY = re.compile(r"\s+of\s+leeg\s*$")
_SIMPLE: dict[str, Sort] = {"ja_nee": "ja_nee", "datum": "datum", "percentage": "percentage", "tekst": "tekst"}
_UNIT = r"\((?P<unit>[a-z_]+(?: [a-z_]+)*)\)"
_NUMBER = re.compile(rf"getal(?: {_UNIT})?")
_RATE = re.compile(rf"tarief {_UNIT}")
_AMOUNT = re.compile(rf"bedrag(?: per (?P<unit>{'|'.join(PERIODS)}))?(?P<below> \(ook onder nul\))?")


def read_type(entry: Entry, desk: Desk) -> Type | None:
    """The type that is written here; None after a problem."""
    written = _OR_EMPTY.sub("", entry.value)
    or_empty = written != entry.value
    if written.startswith("keuze:"):
        found = _choice(written, entry, desk)
        return found and replace(found, or_empty=or_empty)
    type_ = _plain(" ".join(written.split()))
    if type_ is None or (or_empty and type_.sort not in EMPTY_ALLOWED):
        desk.report("M215", entry.place, found=entry.value, expected=", ".join(SORTS))
        return None
    return replace(type_, or_empty=or_empty)


def _plain(text: str) -> Type | None:
    if text in _SIMPLE:
        return Type(_SIMPLE[text])
    number, rate, amount = _NUMBER.fullmatch(text), _RATE.fullmatch(text), _AMOUNT.fullmatch(text)
    if number:
        return Type("getal", number["unit"] or "")
    if rate:
        return Type("tarief", rate["unit"])
    return Type("bedrag", amount["unit"] or "", below_zero=bool(amount["below"])) if amount else None


def _choice(written: str, entry: Entry, desk: Desk) -> Type | None:
    options = tuple(option.strip() for option in written.partition(":")[2].split(","))
    wrong = [option for option in options if not NAME.fullmatch(option) or option in RESERVED]
    twice = {option for option in options if options.count(option) > 1}
    for option in wrong:
        desk.report("M216", entry.word(option) if option else entry.place, name=option)
    for option in sorted(twice.difference(wrong)):
        desk.report("M217", entry.word(option), name=option)
    return None if wrong or twice else Type("keuze", options=options)


def with_option_words(type_: Type, entry: Entry, desk: Desk) -> Type:
    """The same choice with the English words for its options, as many as there are, in the same order."""
    words = [word.strip() for word in entry.value.split(",")]
    if len(words) != len(type_.options) or not all(words):
        desk.report("M234", entry.place, found=sum(map(bool, words)), expected=len(type_.options))
    return replace(type_, english=tuple(zip(type_.options, words, strict=False)))


def write_option_words(type_: Type) -> str:
    """The English words of a choice as they are written; empty where it has none."""
    return ", ".join(word for _, word in type_.english)


def write_type(type_: Type) -> str:
    """A type as it is written in a ruleset; `read_type` gives it back."""
    return f"{_written(type_)}{' of leeg' if type_.or_empty else ''}"


def _written(type_: Type) -> str:
    unit = type_.unit
    match type_.sort:
        case "keuze":
            return f"keuze: {', '.join(type_.options)}"
        case "bedrag":
            return f"bedrag{f' per {unit}' if unit else ''}{' (ook onder nul)' if type_.below_zero else ''}"
        case "getal" | "tarief":
            return f"{type_.sort} ({unit})" if unit else type_.sort
        case _:
            return type_.sort
