"""A letter as a Word document: the draft that a caseworker edits. The only door to python-docx.

Real styles for headings and lists, so that Word reads it aloud well and an organisation's own document
(`word` in `maatwerk.toml`) changes its looks. The number of the decision is in its properties: what comes back can be
compared with what was decided.
"""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from maatwerk.basics.errors import FormatRefused
from maatwerk.basics.extras import needs
from maatwerk.basics.formatting import direction
from maatwerk.basics.text import say
from maatwerk.letter.formats.pieces import Piece, Read, written_language
from maatwerk.letter.formats.words import words_of
from maatwerk.letter.model import Bullets

with needs("docx", "docx", "lxml"):
    import docx as python_docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.opc.exceptions import PackageNotFoundError
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Length, Mm, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

    from maatwerk.letter.formats.style import HouseStyle
    from maatwerk.letter.model import Letter, Section

FONT = "Verdana"
STYLES = ("Normal", "Title", "Heading 1", "List Bullet")
HALF_POINT = 6350
"""In the smallest unit of Word."""
AFTER = 16 * HALF_POINT
"""The space after a paragraph."""
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
AFTER_BIDI = [
    f"w:{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
        *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr"),
    )
]
"""What stands after the direction of a paragraph: Word is strict about the order."""
AFTER_SIZE = [f"w:{name}" for name in ("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "lang")]
DECISION = re.compile(r"[0-9]{4}-[0-9]{4,}")
"""The number of a decision; a letter on the way to one has that of its case."""
FIXED = (1980, 1, 1, 0, 0, 0)
"""The time of the files inside: the same letter gives the same bytes."""


def docx(letter: Letter, style: HouseStyle) -> bytes:
    """The letter to edit in Word. Raises FormatRefused for a reference document that is none, or misses a style."""
    words = words_of(letter)
    document = _begin(style)
    _language(document, letter.lang)
    if style.reference is None:
        document.add_paragraph(words.sender).runs[0].bold = True
    address = _address(document, words.addressee, style)
    _lines(document, tuple(f"{label}: {value}" for label, value in words.labels))
    document.add_paragraph(words.title, style="Title")
    document.add_paragraph(words.salutation)
    for section in words.body:
        _section(document, section)
    document.add_paragraph(words.greeting)
    _lines(document, words.signature)
    for section in words.closing:
        _section(document, section)
    if direction(letter.lang) == "rtl":
        _right_to_left(document, address)
    _properties(document, letter, words.title)
    return _saved(document)


def _begin(style: HouseStyle) -> Document:
    """An empty document with the styles of the organisation, or with ours."""
    if style.reference is None:
        document = python_docx.Document()
        _own_styles(document, style)
        return document
    document = _opened(style.reference, "letter.format.word_reference")
    there = {each.name for each in document.styles if each.type == WD_STYLE_TYPE.PARAGRAPH}
    if lacking := [name for name in STYLES if name not in there]:
        raise FormatRefused(say("letter.format.word_styles", styles=", ".join(lacking)))
    body = document.element.body
    for each in list(body):
        if each.tag != qn("w:sectPr"):
            body.remove(each)
    return document


def _opened(content: bytes, refusal: str) -> Document:
    try:
        return python_docx.Document(BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile):
        raise FormatRefused(say(refusal)) from None


def read_docx(content: bytes) -> Read:
    """A letter that may have been edited in Word. Raises FormatRefused for what is no Word document."""
    document = _opened(content, "letter.format.no_word")
    if any(True for _ in document.element.body.iter(qn("w:ins"), qn("w:del"))):
        raise FormatRefused(say("letter.format.word_changes"))
    pieces = []
    for paragraph in document.paragraphs:
        style = paragraph.style.name if paragraph.style else ""
        heading = str(style).startswith(("Heading", "Title"))
        pieces += [Piece(" ".join(line.split()), heading) for line in paragraph.text.split("\n") if line.strip()]
    known = document.core_properties
    made = known.created.date() if known.created else None
    number = known.identifier if DECISION.fullmatch(known.identifier or "") else ""
    return Read(tuple(pieces), number, made, written_language(known.language or ""))


def _own_styles(document: Document, style: HouseStyle) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.bottom_margin = Mm(25)
    page.top_margin = Mm(20)
    for name, percent, colour in (
        ("Normal", 100, "text"),
        ("Title", 135, "accent"),
        ("Heading 1", 110, "accent"),
        ("List Bullet", 100, "text"),
    ):
        each = document.styles[name]
        each.font.size = Length(style.size * percent // 100 * HALF_POINT)
        each.font.color.rgb = RGBColor.from_string(style.colour(colour).removeprefix("#").upper())
        _font(each)
    normal = document.styles["Normal"].paragraph_format
    normal.line_spacing, normal.space_after = Length(_line(style)), Length(AFTER)
    title = document.styles["Title"]
    title.font.bold = True
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _font(style: ParagraphStyle) -> None:
    """One font for every script; the fonts of the theme would win."""
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _language(document: Document, lang: str) -> None:
    properties = document.styles["Normal"].element.get_or_add_rPr()
    found = properties.find(qn("w:lang"))
    if found is None:
        found = OxmlElement("w:lang")
        properties.append(found)
    found.set(qn("w:val"), LOCALES.get(lang, lang))
    found.set(qn("w:bidi"), LOCALES.get(lang, lang))


def _right_to_left(document: Document, address: Paragraph) -> None:
    """Every paragraph but the address begins at the right.

    Word keeps a size and a weight for each direction: they become the same.
    """
    turned = (each for each in document.paragraphs if each.text != address.text)
    for paragraph in turned:
        properties = paragraph.paragraph_format.element.get_or_add_pPr()
        properties.insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)
        for run in paragraph.runs:
            run.font.rtl = True
    for name in STYLES:
        font = document.styles[name].font
        if font.size is not None:
            size = OxmlElement("w:szCs")
            size.set(qn("w:val"), str(font.size // HALF_POINT))
            document.styles[name].element.get_or_add_rPr().insert_element_before(size, *AFTER_SIZE)
        font.cs_bold = font.bold


def _address(document: Document, lines: tuple[str, ...], style: HouseStyle) -> Paragraph:
    """The address where the window of the envelope is, and room below it up to the end of that window.

    By the space around it: a frame that stands still on the page is laid out differently by each program.
    """
    page, window = document.sections[0], style.window
    sender = 0 if style.reference else _line(style) + AFTER
    paragraph = _lines(document, lines)
    layout = paragraph.paragraph_format
    layout.line_spacing, layout.space_after = Length(_line(style)), Length(0)
    layout.left_indent = Length(Mm(window.left + 5) - (page.left_margin or 0))
    above = Mm(window.top) - (page.top_margin or 0) - sender
    layout.space_before = Length(max(0, above))
    layout.space_after = Length(max(0, Mm(window.height) - len(lines) * _line(style)) + Mm(5))
    return paragraph


def _line(style: HouseStyle) -> int:
    """How high a line is, in the smallest unit of Word."""
    return style.size * 135 // 100 * HALF_POINT


def _lines(document: Document, lines: tuple[str, ...]) -> Paragraph:
    """A paragraph of lines."""
    paragraph = document.add_paragraph()
    for number, line in enumerate(lines):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
    return paragraph


def _section(document: Document, section: Section) -> None:
    if section.heading:
        document.add_paragraph(section.heading, style="Heading 1")
    for block in section.blocks:
        if isinstance(block, Bullets):
            for item in block.items:
                document.add_paragraph(item, style="List Bullet")
        else:
            document.add_paragraph(block.text)


def _properties(document: Document, letter: Letter, title: str) -> None:
    noon = datetime.combine(letter.date, time(12), UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.title, properties.author, properties.language = (
        title[:255],
        letter.sender[:255],
        LOCALES.get(letter.lang, letter.lang),
    )
    properties.identifier, properties.subject = letter.number, letter.number
    properties.comments, properties.keywords, properties.last_modified_by = "", "", letter.sender[:255]
    properties.created = properties.modified = noon
    properties.revision = 1


def _saved(document: Document) -> bytes:
    """The document as bytes in which no clock shows."""
    first, last = BytesIO(), BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(last, "w", zipfile.ZIP_DEFLATED) as out:
        for name in made.namelist():
            out.writestr(zipfile.ZipInfo(name, FIXED), made.read(name), zipfile.ZIP_DEFLATED)
    return last.getvalue()
