"""The names of types as a jurist writes them: `bedrag per maand`, `keuze: a, b`, `getal (jaar)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.expressions.lexer import NAME, RESERVED
from maatwerk.expressions.types import PERIODS, Type

if TYPE_CHECKING:
    from maatwerk.expressions.types import Sort
    from maatwerk.ruleset.entries import Desk, Entry

SORTS = (
    "ja_nee",
    "keuze: a, b",
    "datum",
    "percentage",
    "getal",
    "getal (eenheid)",
    "bedrag",
    "bedrag per maand",
    "tekst",
)
_LATER = re.compile(r"lijst$|tarief\b|.* of leeg$")
_SIMPLE: dict[str, Sort] = {"ja_nee": "ja_nee", "datum": "datum", "percentage": "percentage", "tekst": "tekst"}
_NUMBER = re.compile(r"getal(?: \((?P<unit>[a-z_]+)\))?$")
_AMOUNT = re.compile(rf"bedrag(?: per (?P<unit>{'|'.join(PERIODS)}))?(?P<below> \(ook onder nul\))?$")


def read_type(entry: Entry, desk: Desk) -> Type | None:
    """The type that is written here; None after a problem."""
    text = " ".join(entry.value.split())
    if _LATER.match(text):
        desk.report("M013", entry.place, name=text)
        return None
    if text in _SIMPLE:
        return Type(_SIMPLE[text])
    if text.startswith("keuze:"):
        return _choice(entry, desk)
    number, amount = _NUMBER.match(text), _AMOUNT.match(text)
    if number:
        return Type("getal", number["unit"] or "")
    if amount:
        return Type("bedrag", amount["unit"] or "", below_zero=bool(amount["below"]))
    desk.report("M215", entry.place, found=text, expected=", ".join(SORTS))
    return None


def _choice(entry: Entry, desk: Desk) -> Type | None:
    options = tuple(option.strip() for option in entry.value.partition(":")[2].split(","))
    wrong = [option for option in options if not NAME.fullmatch(option) or option in RESERVED]
    twice = {option for option in options if options.count(option) > 1}
    for option in wrong:
        desk.report("M216", entry.word(option) if option else entry.place, name=option)
    for option in sorted(twice.difference(wrong)):
        desk.report("M217", entry.word(option), name=option)
    return None if wrong or twice else Type("keuze", options=options)


def write_type(type_: Type) -> str:
    """A type as it is written in a ruleset; `read_type` gives it back."""
    if type_.sort != "bedrag":
        return str(type_)
    unit = f" per {type_.unit}" if type_.unit else ""
    return f"bedrag{unit}{' (ook onder nul)' if type_.below_zero else ''}"
