"""A letter that came back from Word: the words are the caseworker's, the parts and the figures are the decision's."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from maatwerk.basics.errors import FormatRefused
from maatwerk.letter.edited import differences
from maatwerk.letter.formats import FORMATS, document
from maatwerk.letter.formats.reading import read_letter
from maatwerk.letter.formats.style import PLAIN
from maatwerk.letter.model import Letter
from tests.letter.made import granted_exception, letter_for, refusal

LETTER = letter_for(granted_exception())
READABLE = [form for form in FORMATS if form not in {"pdf", "aloud"}]


def kept(letter: Letter, folder: Path, form: str = "docx") -> Path:
    path = folder / f"brief.{form}"
    path.write_bytes(document(letter, form, PLAIN))  # type: ignore[arg-type]
    return path


def edited(folder: Path, old: str, new: str) -> list[tuple[str, str]]:
    """The letter of the exception with one text replaced in Word, and what the program then says of it."""
    path = kept(LETTER, folder)
    opened = python_docx.Document(str(path))
    for paragraph in opened.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    opened.save(str(path))
    return [(each.code, each.text) for each in differences(read_letter(path), LETTER)]


@pytest.mark.parametrize("form", READABLE)
@pytest.mark.parametrize("letter", [LETTER, letter_for(refusal("gewogen_nee"))], ids=["exception", "refusal"])
def test_a_letter_that_nobody_edited_agrees_with_itself(tmp_path: Path, letter: Letter, form: str) -> None:
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
