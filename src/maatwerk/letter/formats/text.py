"""Lay out a letter as text, Markdown or HTML; the layouts are our own, in `templates/`."""

from __future__ import annotations

import re
import textwrap
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from maatwerk.basics.formatting import day as day_in_words
from maatwerk.basics.formatting import direction
from maatwerk.basics.text import say
from maatwerk.letter.formats.style import PLAIN
from maatwerk.letter.model import Bullets
from maatwerk.pages import environment

if TYPE_CHECKING:
    from maatwerk.letter.formats.style import HouseStyle
    from maatwerk.letter.model import Letter
    from maatwerk.pages import Environment

TextFormat = Literal["txt", "md", "html"]
FORMATS: tuple[TextFormat, ...] = get_args(TextFormat)
WIDTH = 78

JOINER = "\ufdd0"  # stands for a space that may not be broken; no text holds it, since it is no character
# "artikel 4", "0000 AA", "17 februari", "9.00 uur", "17 February 2026": the space where a line may not end
_TOGETHER = re.compile(
    r"(?<=\bartikel) (?=\d)|(?<=\barticle) (?=\d)|(?<=\b\d{4}) (?=[A-Z]{2}\b)|(?<=\b\d) (?=[a-z])|(?<=\b\d\d) (?=[a-z])"
    r"|(?<=\b\d) (?=[A-Z][a-z]+ \d{4}\b)|(?<=\b\d\d) (?=[A-Z][a-z]+ \d{4}\b)"
)
_MARKED = re.compile(r"([\\`*_\[\]<>|~&#])")
_LIST_MARK = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")


def render(letter: Letter, form: TextFormat = "txt", style: HouseStyle = PLAIN) -> str:
    """The letter in one format, ending in a new line. All formats have the same sections and the same words."""
    template = _environment().get_template(f"letter.{form}.j2")

    def text(key: str) -> str:
        return say(f"letter.{key}", lang=letter.lang)

    def day(value: object) -> str:
        return day_in_words(value, letter.lang)  # type: ignore[arg-type]

    return (
        template.render(letter=letter, style=style, direction=direction(letter.lang), say=text, day=day).strip("\n")
        + "\n"
    )


@cache
def _environment() -> Environment:
    return environment(
        filters={"wrap": wrapped, "marked": marked, "capital": capital, "in_languages": in_languages},
        tests={"bullets": lambda block: isinstance(block, Bullets)},
    )


def wrapped(text: str, first: str = "", later: str = "") -> str:
    """Text in lines of at most 78 columns; a longer word (a very long name) stays whole."""
    filled = textwrap.fill(
        _TOGETHER.sub(JOINER, text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(JOINER, " ")


def marked(text: str) -> str:
    """Text for Markdown in which nothing is a mark: a name with `*` or `[` in it prints as it is."""
    return _LIST_MARK.sub(_escaped_start, _MARKED.sub(r"\\\1", text))


def _escaped_start(match: re.Match[str]) -> str:
    start = match.group()
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"


def in_languages(text: str, letter: Letter) -> list[tuple[str, str]]:
    """A text in pieces, each with its language where that is not the language of the letter."""
    longest_first = "|".join(re.escape(each) for each in sorted(letter.dutch, key=len, reverse=True))
    pieces = re.split(rf"(?<!\w)({longest_first})(?!\w)", text) if longest_first else [text]
    return [(piece, "nl" if place % 2 else "") for place, piece in enumerate(pieces) if piece]


def capital(text: str) -> str:
    """The text with its first letter as a capital; the rest stays as it is."""
    return text[:1].upper() + text[1:]
