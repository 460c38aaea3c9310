"""The HTML letter in a real browser: it fits a small telephone, and it asks for nothing outside itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maatwerk.letter.formats.text import render
from tests.chromium.browser import measured
from tests.letter.made import granted_exception, letter_for, refusal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("width", [320, 900])
def test_the_letter_never_scrolls_sideways(tmp_path: Path, width: int) -> None:
    long_name = granted_exception(resident={"name": "Q" * 300, "address": ["W" * 80]})
    for number, made in enumerate((long_name, refusal("wet_verbiedt"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = measured(folder, render(letter_for(made), "html"), width)
        assert (found.too_wide, found.fetched) == (0, 0)
        assert found.high > 1000


def test_a_page_that_is_too_wide_would_be_noticed(tmp_path: Path) -> None:
    assert measured(tmp_path, '<p style="width:500px">breed', 320).too_wide > 100
