"""Each type of letter, made with the real commands: nothing wrong for axe-core, and it fits the smallest telephone."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.letter_pictures import LETTERS, letters
from tests.chromium.accessibility import seen_by_axe
from tests.chromium.browser import measured

pytestmark = pytest.mark.xdist_group("letters")  # they are made once


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("office")
    return {name: html.read_text(encoding="utf-8") for name, html, _ in letters(folder)}


@pytest.mark.parametrize("width", [320, 900])
@pytest.mark.parametrize("name", LETTERS)
def test_nothing_is_wrong(tmp_path: Path, pages: dict[str, str], name: str, width: int) -> None:
    found = seen_by_axe(tmp_path, pages[name], width)

    assert [] == found.violations
    assert found.passes > 15


@pytest.mark.parametrize("name", LETTERS)
def test_it_never_scrolls_sideways_and_fetches_nothing(tmp_path: Path, pages: dict[str, str], name: str) -> None:
    found = measured(tmp_path, pages[name], 320)

    assert (0, 0) == (found.too_wide, found.fetched)
    assert found.high > 600
