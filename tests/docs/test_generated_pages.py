from __future__ import annotations

import pytest

from scripts.docs import DOCS, PAGES


@pytest.mark.parametrize("page", PAGES)
def test_pages_made_from_the_code_are_up_to_date(page: str) -> None:
    assert PAGES[page]() == (DOCS / page).read_text(encoding="utf-8"), "run `make docs`"
