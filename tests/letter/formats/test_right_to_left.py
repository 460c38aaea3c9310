"""A third language needs a catalogue and nothing else; one that is written from right to left begins at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from docx.oxml.ns import qn

from maatwerk.basics import text
from maatwerk.letter.formats import document
from maatwerk.letter.formats.style import PLAIN
from maatwerk.letter.model import Bullets, Letter, Paragraph, Section
from tests.letter.formats.pdfs import first_place, root, untagged_text, words
from tests.letter.made import full_grant, letter_for

DUTCH = letter_for(full_grant())
DECISION = "تحصل على بطاقة رياضية."


@pytest.fixture(autouse=True)
def arabic(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(text, "CATALOGUE", Path(__file__).parent / "catalogue")
    text.part.cache_clear()
    yield
    text.part.cache_clear()


@pytest.fixture
def letter() -> Letter:
    sections = (
        Section("besluit", "", (Paragraph(DECISION),)),
        Section("contact", "هل لديك أسئلة؟", (Paragraph("اتصل بنا: 0572 - 00 00 00."), Bullets(("الاسم", "التاريخ")))),
    )
    return replace(DUTCH, lang="ar", subject="تحصل على بطاقة رياضية", salutation="تحية طيبة،", sections=sections)


def test_the_page_says_its_language_and_direction(letter: Letter) -> None:
    page = document(letter, "html", PLAIN).decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert DECISION in page
    assert "رقمنا" in page


def test_the_paper_says_its_language_and_begins_at_the_right(letter: Letter) -> None:
    made = document(letter, "pdf", PLAIN)
    assert str(root(made)["/Lang"]) == "ar"
    assert str(root(made)["/ViewerPreferences"]["/Direction"]) == "/R2L"
    assert untagged_text(made) == []
    assert "0572" in words(made)


def test_the_address_stays_in_the_window_of_the_envelope(letter: Letter) -> None:
    left, top = first_place(document(letter, "pdf", PLAIN), letter.addressee[0])
    assert 20 <= left <= 100
    assert 55 <= top <= 79


def test_every_paragraph_in_word_but_the_address_runs_from_right_to_left(letter: Letter) -> None:
    made = python_docx.Document(BytesIO(document(letter, "docx", PLAIN)))
    address = next(each for each in made.paragraphs if "Dorpsstraat" in each.text)
    others = [each for each in made.paragraphs if each.text not in ("", address.text)]
    assert address.paragraph_format.element.pPr.find(qn("w:bidi")) is None
    assert len(others) > 5
    assert [each.text for each in others if each.paragraph_format.element.pPr.find(qn("w:bidi")) is None] == []
    assert [run.text for each in others for run in each.runs if not run.font.rtl] == []
    normal = made.styles["Normal"].element.rPr
    assert normal.find(qn("w:lang")).get(qn("w:bidi")) == "ar"
    assert normal.find(qn("w:szCs")).get(qn("w:val")) == normal.find(qn("w:sz")).get(qn("w:val"))
