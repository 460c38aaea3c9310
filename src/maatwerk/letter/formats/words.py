"""The words of a letter in the order of the paper, for formats without a jinja2 layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day, direction
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from maatwerk.letter.model import Letter, Section


# "artikel 4", "0000 AA", "17 februari", "9.00 uur", "17 February 2026": the space where a line may not end
TOGETHER = re.compile(
    r"(?<=\bartikel) (?=\d)|(?<=\barticle) (?=\d)|(?<=\b\d{4}) (?=[A-Z]{2}\b)|(?<=\b\d) (?=[a-z])|(?<=\b\d\d) (?=[a-z])"
    r"|(?<=\b\d) (?=[A-Z][a-z]+ \d{4}\b)|(?<=\b\d\d) (?=[A-Z][a-z]+ \d{4}\b)"
)

ISOLATE, END = "\u2068", "\u2069"
"""Between these a text keeps its own direction: `0000 AA` and `2026-0413` do not turn round among Arabic words."""


@dataclass(frozen=True, slots=True)
class Words:
    """All that is printed. `labels` are pairs (Datum, 20 februari 2026); `closing` comes after the signature."""

    lang: str
    title: str
    sender: str
    addressee: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    salutation: str
    body: tuple[Section, ...]
    greeting: str
    signature: tuple[str, ...]
    closing: tuple[Section, ...]


def words_of(letter: Letter) -> Words:
    """The words of a letter; which law was used comes last, after the signature."""

    def label(key: str) -> str:
        return say(f"letter.label.{key}", lang=letter.lang)

    def apart(text: str) -> str:
        return f"{ISOLATE}{text}{END}" if direction(letter.lang) == "rtl" else text

    return Words(
        lang=letter.lang,
        title=letter.subject[:1].upper() + letter.subject[1:],
        sender=letter.sender,
        addressee=tuple(apart(each) for each in letter.addressee),
        labels=((label("date"), day(letter.date, letter.lang)), (label("number"), apart(letter.number))),
        salutation=letter.salutation,
        body=tuple(each for each in letter.sections if each.kind != "regels"),
        greeting=label("greeting"),
        signature=letter.signature,
        closing=tuple(each for each in letter.sections if each.kind == "regels"),
    )
