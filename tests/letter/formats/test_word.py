"""A letter as a Word document: the draft that a caseworker edits."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length

from maatwerk.basics.errors import FormatRefused
from maatwerk.letter.formats.style import PLAIN, HouseStyle
from maatwerk.letter.formats.word import docx
from maatwerk.letter.model import Bullets
from tests.letter.made import granted_exception, letter_for

LETTER = letter_for(granted_exception())


def read(content: bytes) -> Document:
    return python_docx.Document(BytesIO(content))


def with_style(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style is not None and each.style.name == style]


def saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_headings_and_lists_are_real_ones() -> None:
    document = read(docx(LETTER, PLAIN))
    assert with_style(document, "Title") == [LETTER.subject[:1].upper() + LETTER.subject[1:]]
    assert with_style(document, "Heading 1") == [each.heading for each in LETTER.sections if each.heading]
    items = [
        item for each in LETTER.sections for block in each.blocks if isinstance(block, Bullets) for item in block.items
    ]
    assert with_style(document, "List Bullet") == items


def test_its_properties_name_the_decision_the_sender_and_the_language() -> None:
    document = read(docx(LETTER, PLAIN))
    properties = document.core_properties
    assert (properties.identifier, properties.author, properties.language) == ("2026-0413", LETTER.sender, "nl-NL")
    assert properties.created.date() == LETTER.date
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "nl-NL"


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert docx(LETTER, PLAIN) == docx(LETTER, PLAIN)


def test_the_address_stands_in_the_window_and_the_rest_below_it() -> None:
    document = read(docx(LETTER, PLAIN))
    sender, address, labels, *_ = document.paragraphs
    layout, normal = address.paragraph_format, document.styles["Normal"].paragraph_format
    before = document.sections[0].top_margin + normal.line_spacing + normal.space_after + layout.space_before
    below = before + 3 * layout.line_spacing + layout.space_after
    assert (sender.text, labels.text[:7]) == (LETTER.sender, "Datum: ")
    assert round(Length(before).mm) == 55
    assert round(Length(below).mm) == 55 + 24 + 5


def test_large_print_is_eighteen_points() -> None:
    normal = read(docx(LETTER, PLAIN.in_large_print())).styles["Normal"]
    assert normal.font.size.pt == 18


def test_the_organisations_own_document_gives_the_looks_and_keeps_its_header() -> None:
    own = python_docx.Document()
    own.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld, afdeling Inkomen"
    own.add_paragraph("Een oude brief die weg moet.")
    own.styles["Heading 1"].font.name = "Courier New"
    document = read(docx(LETTER, HouseStyle(reference=saved(own))))
    assert document.sections[0].header.paragraphs[0].text == "Gemeente Voorbeeld, afdeling Inkomen"
    assert document.styles["Heading 1"].font.name == "Courier New"
    assert [each.text for each in document.paragraphs if "oude brief" in each.text] == []
    assert with_style(document, "Heading 1") == [each.heading for each in LETTER.sections if each.heading]


def test_a_document_without_the_styles_we_need_is_refused_by_their_names() -> None:
    own = python_docx.Document()
    for name in ("Heading 1", "List Bullet"):
        own.styles[name].delete()
    with pytest.raises(FormatRefused, match="mist deze stijlen: Heading 1, List Bullet"):
        docx(LETTER, HouseStyle(reference=saved(own)))


@pytest.mark.parametrize("content", [b"", b"geen Word", b"PK\x03\x04kapot"])
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(FormatRefused, match=r"geen Word-document"):
        docx(LETTER, HouseStyle(reference=content))
