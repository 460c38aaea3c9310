"""Letters and pages as axe-core sees them in a real browser: nothing wrong, in both widths and languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from maatwerk.bench.show.page import html
from maatwerk.letter.formats.style import PLAIN, HouseStyle, Logo
from maatwerk.letter.formats.text import render
from tests.chromium.accessibility import seen_by_axe
from tests.letter.golden import LETTERS
from tests.letter.made import granted_exception, letter_for
from tests.show.reading import every_ruleset, rules_of

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'


@pytest.mark.parametrize("name", LETTERS)
def test_nothing_is_wrong_with_a_letter(tmp_path: Path, name: str) -> None:
    found = seen_by_axe(tmp_path, render(LETTERS[name](), "html"))
    assert found.violations == []
    assert found.passes > 15


def test_nothing_is_wrong_in_large_print_with_a_logo_on_a_telephone(tmp_path: Path) -> None:
    style = HouseStyle(logo=Logo(PICTURE, "svg", "Gemeente Voorbeeld")).in_large_print()
    assert seen_by_axe(tmp_path, render(letter_for(granted_exception()), "html", style), 320).violations == []


def test_nothing_is_wrong_in_english(tmp_path: Path) -> None:
    letter = replace(letter_for(granted_exception()), lang="en")
    assert seen_by_axe(tmp_path, render(letter, "html", PLAIN)).violations == []


@every_ruleset
def test_nothing_is_wrong_with_the_page_of_a_ruleset(tmp_path: Path, path: Path) -> None:
    assert seen_by_axe(tmp_path, html(rules_of(path), None, "nl"), 1280).violations == []


def test_what_is_wrong_would_be_noticed(tmp_path: Path) -> None:
    page = (
        '<!doctype html><html lang="nl"><head><title>x</title></head><body><main><img src="x.png"></main></body></html>'
    )
    assert "image-alt" in [rule for rule, _ in seen_by_axe(tmp_path, page).violations]
