"""A letter in each format, as bytes. All have the same sections and the same words.

A format is a module here with one function from a `Letter` and a `HouseStyle`; `FORMATS` says which there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from maatwerk.letter.formats.style import HouseStyle
    from maatwerk.letter.model import Letter

Format = Literal["txt", "md", "html", "docx", "pdf", "aloud"]
FORMATS: tuple[Format, ...] = get_args(Format)
BINARY: frozenset[Format] = frozenset({"docx", "pdf"})
"""Formats that are no text: they go to a file, not to a terminal."""


def document(letter: Letter, form: Format, style: HouseStyle) -> bytes:
    """The letter in one format: the same letter in the same style gives the same bytes.

    Raises MissingExtra where a library is not installed, FormatRefused where the format cannot hold this letter.
    """
    match form:
        case "pdf":
            from maatwerk.letter.formats.pdf import pdf  # noqa: PLC0415 - heavy, and an extra

            return pdf(letter, style)
        case "docx":
            from maatwerk.letter.formats.word import docx  # noqa: PLC0415 - heavy, and an extra

            return docx(letter, style)
        case "aloud":
            from maatwerk.letter.formats.aloud import aloud  # noqa: PLC0415 - few letters are read aloud

            return aloud(letter).encode()
        case _:
            from maatwerk.letter.formats.text import render  # noqa: PLC0415 - jinja2 is for text only

            return render(letter, form, style).encode()
