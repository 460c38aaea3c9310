"""Whole letters, as a resident gets them. Read them aloud when you change one; then `python -m tests.letter.golden`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maatwerk.language.passage import sentences_of
from maatwerk.letter.control import control_of
from maatwerk.letter.formats.text import WIDTH, render
from maatwerk.letter.model import Bullets
from tests.letter.golden import GOLDEN, LETTERS


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_is_word_for_word_as_agreed(name: str) -> None:
    assert render(LETTERS[name]()) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LETTERS)
def test_sentences_are_short(name: str) -> None:
    letter = LETTERS[name]()
    texts = [
        text
        for section in letter.sections
        for block in section.blocks
        for text in (block.items if isinstance(block, Bullets) else (block.text,))
    ]
    lengths = [len(sentence.split()) for text in texts for sentence in sentences_of(text)]
    assert max(lengths) <= 20
    assert sum(lengths) / len(lengths) <= 12
    assert [issue for _, issue in control_of(letter).issues if issue.level == "error"] == []


@pytest.mark.parametrize("name", LETTERS)
def test_lines_fit_and_no_place_is_empty(name: str) -> None:
    text = render(LETTERS[name]())
    assert [line for line in text.splitlines() if len(line) > WIDTH] == []
    assert [line for line in text.splitlines() if line.endswith(" ")] == []
    assert re.search(r"\{|\}|None|onbekend|nog niet bekend|\n\n\n|: \.| \.|\(\)", text) is None


@pytest.mark.parametrize("name", LETTERS)
def test_no_letter_says_that_an_exception_is_impossible(name: str) -> None:
    text = " ".join(render(LETTERS[name]()).split())
    assert re.search(r"onmogelijk|geen uitzondering mogelijk|kan geen uitzondering|uitzondering kan niet", text) is None
    assert ("Wij mogen hier zelf niet van afwijken" in text) == (name == "nee_wet_verbiedt")


def test_every_golden_letter_is_checked() -> None:
    assert {path.stem for path in Path(GOLDEN).glob("*.txt")} == set(LETTERS)
