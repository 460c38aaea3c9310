"""docs/letters.md shows every type of letter, in pictures that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maatwerk.letter.notice import KINDS
from scripts.letter_pictures import LETTERS, PICTURES, WIDTH, OnTheWay

PAGE = Path(__file__).parents[2] / "docs" / "letters.md"
NAMES = sorted(f"{name}-{form}.png" for name in LETTERS for form in ("html", "pdf"))
TYPES = {
    "grant",
    "partial",
    "refusal",
    "exception",
    "recovery",
    "incomplete",
    "hearing",
    "forwarding",
    "withdrawal",
    "extension",
    "objection",
}
"""The types of letter that there are to be."""


def test_every_type_of_letter_has_its_pictures_and_no_other_lie_there() -> None:
    assert LETTERS.keys() == TYPES
    assert sorted(path.name for path in PICTURES.iterdir()) == NAMES


def test_every_kind_of_letter_on_the_way_is_photographed() -> None:
    assert {each.about for each in LETTERS.values() if isinstance(each, OnTheWay)} == set(KINDS)


def test_the_page_names_every_picture_and_no_other() -> None:
    assert sorted(set(re.findall(r"letters/([\w-]+\.png)", PAGE.read_text(encoding="utf-8")))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_a_light_png_of_the_width_of_a_page(name: str) -> None:
    content = (PICTURES / name).read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(content) < 120_000
    assert WIDTH - 50 <= int.from_bytes(content[16:20], "big") <= WIDTH
