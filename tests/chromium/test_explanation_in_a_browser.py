"""The page of an explanation in a real browser: it fits a small telephone with every step open, and paper shows all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maatwerk import explain
from maatwerk.explanation.page import as_html
from scripts.browser import run
from tests.chromium.browser import measured
from tests.explanation.shipped import TODAY, parts

if TYPE_CHECKING:
    from pathlib import Path


def page(name: str, *, opened: bool = False) -> str:
    found = [explain(part.ruleset, part.case, today=TODAY) for part in parts(name)]
    html = as_html(found, "nl")
    return html.replace("<details>", "<details open>") if opened else html


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["laptop-negen-euro", "giften-over-twee-jaren", "kostendelers-samen-verdienen"])
def test_the_page_never_scrolls_sideways_with_every_step_open(tmp_path: Path, name: str, width: int) -> None:
    found = measured(tmp_path, page(name, opened=True), width)

    assert (0, 0) == (found.too_wide, found.fetched)
    assert found.high > 2000


def pages_on_paper(folder: Path, html: str) -> int:
    (folder / "page.html").write_text(html, encoding="utf-8")
    paper = folder / "page.pdf"
    run(folder, f"--print-to-pdf={paper}", (folder / "page.html").as_uri())
    return paper.read_bytes().count(b"/Type /Page\n")


def test_paper_shows_what_is_closed_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    closed = pages_on_paper(tmp_path, page("giften-over-twee-jaren"))

    assert closed > 3
    assert closed == pages_on_paper(tmp_path / "open", page("giften-over-twee-jaren", opened=True))
