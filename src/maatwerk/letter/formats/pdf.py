"""A letter as PDF: tagged, made as PDF/UA-1 and PDF/A-2a, with its fonts inside. The only door to typst.

The layout is `templates/letter.typ`. The words go in as JSON, so nothing in them is read as a command; no file but
the layout and the fonts is opened, and nothing is fetched. The day in the file is that of the letter: the same letter
gives the same bytes.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

from maatwerk.basics.errors import FormatRefused
from maatwerk.basics.extras import needs
from maatwerk.basics.formatting import NO_BREAK_SPACE
from maatwerk.basics.templates import TEMPLATES
from maatwerk.basics.text import say
from maatwerk.letter.formats.words import TOGETHER, Words, words_of
from maatwerk.letter.model import Bullets

with needs("pdf", "typst"):
    import typst

if TYPE_CHECKING:
    from maatwerk.letter.formats.style import HouseStyle
    from maatwerk.letter.model import Block, Letter, Section

STANDARDS: list[Any] = ["a-2a", "ua-1"]
FONTS = TEMPLATES / "fonts"
_PAGE = re.compile(rb"/Type\s*/Page\b")
_YEAR = re.compile(rf"(?<=\d{NO_BREAK_SPACE})(\w+) (?=\d{{4}}\b)")


def pdf(letter: Letter, style: HouseStyle) -> bytes:
    """The letter on A4. Raises FormatRefused for a letter that cannot be a readable PDF: a sign that no font has."""
    noon = datetime.combine(letter.date, time(12), UTC)
    data = {"letter": json.dumps(_data(words_of(letter), letter)), "style": json.dumps(_style(style))}
    try:
        made = _compiler().compile(format="pdf", sys_inputs=data, pdf_standards=STANDARDS, timestamp=noon)
    except typst.TypstError as error:
        raise FormatRefused(_refusal(error)) from None
    if not isinstance(made, bytes):
        raise TypeError("typst gives one PDF as bytes")
    return made


def pages_of(made: bytes) -> int:
    """On how many pages a PDF of ours is printed: typst names each one in plain bytes."""
    return len(_PAGE.findall(made))


def _refusal(error: typst.TypstError) -> str:
    """What is wrong, without the words of the letter: only the sign that has no font is named."""
    found = error.message.partition("could not be displayed")
    return say("letter.format.pdf_sign") if found[1] else say("letter.format.pdf_refused", why=error.message)


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(input=TEMPLATES / "letter.typ", root=TEMPLATES, font_paths=fonts)


def _data(words: Words, letter: Letter) -> dict[str, object]:
    """What the layout reads, by its names there."""
    return {
        "lang": words.lang,
        "title": words.title,
        "subject": letter.subject,
        "sender": words.sender,
        "date": {"year": letter.date.year, "month": letter.date.month, "day": letter.date.day},
        "addressee": words.addressee,
        "labels": words.labels,
        "salutation": words.salutation,
        "sections": [_section(each) for each in words.body],
        "closing": [_section(each) for each in words.closing],
        "greeting": words.greeting,
        "signature": words.signature,
        "page": say("letter.label.page", lang=words.lang, page="{page}"),
    }


def _section(section: Section) -> dict[str, object]:
    return {"heading": section.heading, "blocks": [_block(each) for each in section.blocks]}


def _block(block: Block) -> dict[str, object]:
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": [_together(each) for each in block.items]}
    return {"kind": "paragraph", "text": _together(block.text)}


def _together(text: str) -> str:
    """The text with spaces that do not break in `31 maart 2026`, `artikel 3:4` and `0000 AA`."""
    return _YEAR.sub(rf"\1{NO_BREAK_SPACE}", TOGETHER.sub(NO_BREAK_SPACE, text))


def _style(style: HouseStyle) -> dict[str, object]:
    logo = style.logo
    window = style.window
    return {
        **{name: style.colour(name) for name in ("text", "accent", "line")},
        "size": style.size,
        "logo": {"content": list(logo.content), "format": logo.kind, "alt": logo.alt} if logo else None,
        "window": {"left": window.left, "top": window.top, "width": window.width, "height": window.height},
    }
