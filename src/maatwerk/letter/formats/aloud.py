"""A letter to read aloud, by a person on the telephone or by a program: the same words, written as they are said.

One sentence a line. `€ 78,80` is `78 euro en 80 cent`, a telephone number goes figure by figure, `9.00 uur` is `9 uur`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.language.passage import sentences_of
from maatwerk.letter.formats.words import words_of
from maatwerk.letter.model import Bullets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.letter.model import Letter, Section

_SPACE = "[ \u00a0]"
_AMOUNT = re.compile(rf"(-?)€{_SPACE}?(-?)(\d[\d.,]*\d|\d)")
_PHONE = re.compile(rf"\b0\d{{1,3}}{_SPACE}?-{_SPACE}?\d(?:{_SPACE}?\d){{4,9}}\b")
_HOUR = re.compile(rf"\b(\d{{1,2}})[.:]00(?={_SPACE}(?:uur|tot|en)\b)")
_NUMBER = re.compile(r"(\d+)[:.](\d+)")
_ARTICLE = re.compile(
    rf"\b(?:artikel(?:en)?|articles?){_SPACE}{_NUMBER.pattern}(?:(?:,|{_SPACE}en|{_SPACE}and){_SPACE}{_NUMBER.pattern})*",
    re.IGNORECASE,
)


def aloud(letter: Letter) -> str:
    """The letter as lines to read aloud, ending in a new line."""
    words = words_of(letter)
    labels = (f"{label}: {value}" for label, value in words.labels)
    head = [*words.addressee, "", _ended(words.title), *labels, "", words.salutation]
    body = [line for section in words.body for line in _section(section, letter.lang)]
    foot = [line for section in words.closing for line in _section(section, letter.lang)]
    end = ["", words.greeting, *words.signature]
    return "\n".join(said(line, letter.lang) for line in (*head, *body, *end, *foot)) + "\n"


def _section(section: Section, lang: str) -> Iterator[str]:
    yield ""
    if section.heading:
        yield _ended(section.heading)
    for block in section.blocks:
        if isinstance(block, Bullets):
            count = len(block.items)
            for number, item in enumerate(block.items, 1):
                counted = item.startswith(say("letter.record", lang=lang, number=number))
                mark = say("letter.aloud.item", lang=lang, number=number) if count > 1 and not counted else ""
                first, *others = _spoken(_ended(item))
                yield from (mark + first, *others)
        else:
            yield from _spoken(block.text)


def _spoken(text: str) -> Iterator[str]:
    """The sentences of a text. What ends in a colon is said in one breath with what follows."""
    begun = ""
    for sentence in sentences_of(text):
        begun = f"{begun} {sentence}".strip()
        if not begun.endswith(":"):
            yield begun
            begun = ""
    if begun:
        yield begun


def said(text: str, lang: str) -> str:
    """A text as it is said: amounts, telephone numbers, hours and articles."""
    text = _PHONE.sub(lambda found: " ".join(re.findall(r"\d", found[0])), text)
    text = _HOUR.sub(r"\1", text)
    text = _ARTICLE.sub(lambda found: _NUMBER.sub(r"\1, \2", found[0]), text)
    return _AMOUNT.sub(lambda found: _amount(found, lang), text)


def _amount(found: re.Match[str], lang: str) -> str:
    """An amount as euros and cents; with another number of decimals it stays as it is."""
    point = "," if lang == "nl" else "."
    euros, _, cents = found[3].partition(point)
    if cents and len(cents) != 2:  # noqa: PLR2004 - cents have two figures
        return found[0]
    sign = say("letter.aloud.minus", lang=lang) if found[1] or found[2] else ""
    key = "letter.aloud.euros_cents" if int(cents or 0) else "letter.aloud.euros"
    return sign + say(key, lang=lang, euros=euros, cents=int(cents or 0))


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."
