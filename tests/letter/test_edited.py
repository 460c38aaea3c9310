"""A letter that came back from Word: the words are the caseworker's, the parts and the figures are the decision's."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from docx.oxml import OxmlElement

from maatwerk.basics.errors import FormatRefused, MaatwerkError
from maatwerk.letter.edited import differences
from maatwerk.letter.formats import FORMATS, document
from maatwerk.letter.formats.reading import read_letter
from maatwerk.letter.formats.style import PLAIN
from maatwerk.letter.model import Letter
from tests.letter.golden import LETTERS
from tests.letter.made import granted_exception, letter_for

LETTER = letter_for(granted_exception())
READABLE = [form for form in FORMATS if form not in {"pdf", "aloud"}]


def kept(letter: Letter, folder: Path, form: str = "docx") -> Path:
    path = folder / f"brief.{form}"
    path.write_bytes(document(letter, form, PLAIN))  # type: ignore[arg-type]
    return path


def changed(folder: Path, old: str, new: str) -> Path:
    """The letter of the exception with one text replaced in Word."""
    path = kept(LETTER, folder)
    opened = python_docx.Document(str(path))
    for paragraph in opened.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    opened.save(str(path))
    return path


def edited(folder: Path, old: str, new: str) -> list[tuple[str, str]]:
    """What the program says of the letter with one text replaced in Word."""
    return [(each.code, each.text) for each in differences(read_letter(changed(folder, old, new)), LETTER)]


@pytest.mark.parametrize("form", READABLE)
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_that_nobody_edited_agrees_with_itself(tmp_path: Path, name: str, form: str) -> None:
    letter = LETTERS[name]()
    assert differences(read_letter(kept(letter, tmp_path, form)), letter) == ()


def test_word_remembers_which_decision_it_is(tmp_path: Path) -> None:
    assert read_letter(kept(LETTER, tmp_path)).number == "2026-0413"


def test_other_words_are_free(tmp_path: Path) -> None:
    assert edited(tmp_path, "Bel ons eerst.", "Belt u ons gerust eerst even.") == []


def test_a_heading_in_other_words_is_still_that_part(tmp_path: Path) -> None:
    assert edited(tmp_path, "Hebt u vragen of hulp nodig?", "Hebt u nog vragen of hulp nodig?") == []


def test_another_amount_in_the_decision_is_told_once_for_each_place(tmp_path: Path) -> None:
    assert edited(tmp_path, "120,00", "210,00") == [
        ("zin-anders", "U krijgt een sportpas van €\u00a0120,00"),  # the title
        ("zin-anders", "U krijgt een sportpas van € 120,00."),
    ]


def test_another_last_day_is_found(tmp_path: Path) -> None:
    assert edited(tmp_path, "7 april 2026", "17 april 2026") == [
        ("dag-anders", "7 april 2026"),
        ("figuur-vreemd", "17 april 2026"),
    ]


def test_a_heading_that_is_gone_is_named(tmp_path: Path) -> None:
    assert edited(tmp_path, "Bent u het niet eens met dit besluit?", "Tot slot") == [
        ("deel-weg", "Bent u het niet eens met dit besluit?")
    ]


def test_a_strange_figure_has_its_place(tmp_path: Path) -> None:
    path = kept(LETTER, tmp_path, "txt")
    path.write_text(path.read_text(encoding="utf-8") + "\nU krijgt ook € 5 extra.\n", encoding="utf-8")
    read = read_letter(path)
    (found,) = differences(read, LETTER)
    assert read.text[found.start : found.end] == "€ 5"


@pytest.mark.parametrize("name", ["brief.pdf", "brief", "brief.docx", "brief.txt", "er-niet.docx"])
def test_what_cannot_be_read_back_is_told(tmp_path: Path, name: str) -> None:
    if not name.startswith("er-niet"):
        (tmp_path / name).write_bytes(b"\xff\xfe niets")
    with pytest.raises(FormatRefused):
        read_letter(tmp_path / name)


def test_word_can_be_opened_again_by_word(tmp_path: Path) -> None:
    assert python_docx.Document(BytesIO(kept(LETTER, tmp_path).read_bytes())).paragraphs


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        ("U krijgt een sportpas", "U krijgt geen sportpas", "zin-anders", "Nu staat er: ‘U krijgt geen sportpas van"),
        ("Daarom wijken wij af", "Daarom wijken wij niet af", "zin-anders", "Nu staat er: ‘Daarom wijken wij niet af"),
        ("Wij maken voor u een uitzondering.", "", "zin-weg", "is weg: ‘Wij maken voor u een uitzondering.’"),
        ("N. de Boer (verzonnen)", "P. Jansen", "adres-anders", "niet dat van de inwoner in de zaak"),
        ("Dorpsstraat 0", "Kerkstraat 0", "adres-anders", "niet dat van de inwoner in de zaak"),
        ("mevrouw De Boer", "meneer Jansen", "aanhef-anders", "Zet de naam terug."),
        ("20 februari 2026", "19 februari 2026", "dag-anders", "Bovenaan hoort als datum: 20 februari 2026."),
        ("2026-0413", "2026-0414", "figuur-weg", "‘2026-0413’ staat niet meer in de brief."),
    ],
)
def test_what_makes_it_this_decision_for_this_resident_stays(
    tmp_path: Path, old: str, new: str, code: str, told: str
) -> None:
    found = differences(read_letter(changed(tmp_path, old, new)), LETTER)
    assert {code} == {each.code for each in found if each.level == "error"}
    assert any(told in " ".join(each.advice.split()) for each in found)
    assert not any("Jansen" in each.advice or "De Boer" in each.advice for each in found)


def test_another_greeting_is_still_to_the_same_resident(tmp_path: Path) -> None:
    assert edited(tmp_path, "Beste mevrouw", "Geachte mevrouw") == []


def test_the_old_sentence_is_not_told_to_be_the_title(tmp_path: Path) -> None:
    path = kept(LETTER, tmp_path)
    opened = python_docx.Document(str(path))
    (decided,) = (each for each in opened.paragraphs if each.text.endswith("120,00."))
    decided.text = "U krijgt een sportpas van € 210,00."
    opened.save(str(path))
    (found,) = differences(read_letter(path), LETTER)  # the title still has the right amount; told once
    assert "Nu staat er: ‘U krijgt een sportpas van € 210,00.’" in found.advice


def test_a_word_document_knows_its_language_and_so_does_a_page(tmp_path: Path) -> None:
    english = replace(LETTER, lang="en")
    assert ["en", "en", ""] == [read_letter(kept(english, tmp_path, form)).lang for form in ("docx", "html", "txt")]


def test_a_word_document_with_tracked_changes_says_two_things_at_once(tmp_path: Path) -> None:
    path = kept(LETTER, tmp_path)
    opened = python_docx.Document(str(path))
    opened.paragraphs[5].paragraph_format.element.append(OxmlElement("w:ins"))
    opened.save(str(path))
    with pytest.raises(FormatRefused, match="bijgehouden wijzigingen"):
        read_letter(path)


@pytest.mark.parametrize("name", ["leeg.docx", "leeg.txt", "leeg.html", "leeg.md"])
@pytest.mark.parametrize("content", [b"", b" \n"])
def test_a_file_without_words_is_no_letter(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatRefused, match=r"geen tekst|geen Word-document"):
        read_letter(tmp_path / name)


def test_the_letter_of_another_decision_is_not_compared(tmp_path: Path) -> None:
    with pytest.raises(MaatwerkError, match="Dit is de brief bij 2026-0413, niet die bij 2026-0414"):
        differences(read_letter(kept(LETTER, tmp_path)), replace(LETTER, number="2026-0414"))
