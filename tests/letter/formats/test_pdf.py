"""A letter as PDF: it can be read aloud, kept for years, and made again to the byte."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
import typst

from maatwerk.basics.errors import FormatRefused
from maatwerk.letter.formats.pdf import STANDARDS, pages_of, pdf
from maatwerk.letter.formats.style import PLAIN, HouseStyle, Logo, Window
from tests.letter.formats.pdfs import first_place, fonts, opened, root, tags, untagged_text, words
from tests.letter.made import granted_exception, letter_for, refusal

LETTER = letter_for(granted_exception())
PDF = pdf(LETTER, PLAIN)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
ADDRESSEE = LETTER.addressee[0]


def test_it_says_what_it_is_and_in_which_language() -> None:
    found, metadata = root(PDF), opened(PDF).metadata
    assert metadata is not None
    assert LETTER.subject[1:] in str(metadata.title)
    assert str(found["/Lang"]) == "nl"
    assert bool(found["/ViewerPreferences"]["/DisplayDocTitle"])
    assert bool(found["/MarkInfo"]["/Marked"])


def test_it_claims_both_standards() -> None:
    metadata = root(PDF)["/Metadata"].get_object().get_data().decode()
    for claim in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        assert claim in metadata


def test_headings_and_lists_are_tagged_in_their_order() -> None:
    found = tags(PDF)
    headings = [tag for tag in found if tag.startswith("H")]
    sections = [each for each in LETTER.sections if each.heading]
    assert headings == ["H1", *["H2"] * len(sections)]
    items = sum(len(block.items) for each in LETTER.sections for block in each.blocks if hasattr(block, "items"))
    assert found.count("LI") == items
    assert untagged_text(PDF) == []


def test_every_font_is_inside() -> None:
    assert fonts(PDF) == {"OpenSans": True, "OpenSans-Bold": True}


def test_the_same_letter_gives_the_same_bytes_and_another_day_does_not() -> None:
    assert pdf(LETTER, PLAIN) == PDF
    assert pdf(replace(LETTER, date=date(2026, 2, 21)), PLAIN) != PDF


def test_the_address_stands_in_the_window_of_the_envelope() -> None:
    left, top = first_place(PDF, ADDRESSEE)
    assert 20 <= left <= 30
    assert 55 <= top <= 65
    other = pdf(LETTER, HouseStyle(window=Window(left=110, top=60, width=80, height=30)))
    left, top = first_place(other, ADDRESSEE)
    assert 110 <= left <= 120
    assert 60 <= top <= 70


def test_large_print_is_larger_with_the_same_words() -> None:
    large = pdf(LETTER, PLAIN.in_large_print())
    assert words(large) == words(PDF)
    assert len(opened(large).pages) > len(opened(PDF).pages)


def test_its_pages_are_counted_as_a_reader_of_pdf_does() -> None:
    for made in (PDF, pdf(LETTER, PLAIN.in_large_print())):
        assert pages_of(made) == len(opened(made).pages)


def test_a_logo_has_words_for_who_does_not_see_it() -> None:
    made = pdf(LETTER, HouseStyle(logo=Logo(PICTURE.encode(), "svg", "Gemeente Voorbeeld")))
    assert "Figure" in tags(made)
    assert untagged_text(made) == []


def test_a_sign_that_no_font_has_is_refused_in_words() -> None:
    letter = letter_for(
        granted_exception(
            resident={"name": "Noor \N{GRINNING FACE}", "salutation": "inwoner", "address": ["Dorpsstraat 0"]}
        )
    )
    with pytest.raises(FormatRefused, match="een teken in dat onze lettertypen niet hebben") as error:
        pdf(letter, PLAIN)
    assert "Noor" not in str(error.value)


REFUSED = {
    "no title": '#set text(lang: "nl")\n= Kop\n',
    "a heading level skipped": '#set document(title: "x")\n= Een\n=== Drie\n',
    "a picture without words": f'#set document(title: "x")\n= Een\n#image(bytes({json.dumps(PICTURE)}))\n',
    "a sign without a letter": '#set document(title: "x")\n= Een\n#text("\N{GRINNING FACE}")\n',
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED.keys())
def test_what_would_not_be_accessible_is_refused_by_the_library(source: str) -> None:
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[])
    compiler = typst.Compiler(input=source.encode(), font_paths=bare)
    with pytest.raises(typst.TypstError):
        compiler.compile(format="pdf", pdf_standards=STANDARDS)


def test_an_english_letter_says_that_it_is_english() -> None:
    english = replace(letter_for(refusal("wet_verbiedt")), lang="en")
    assert str(root(pdf(english, PLAIN))["/Lang"]) == "en"
