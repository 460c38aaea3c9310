"""The HTML letter in a real browser: it fits a small telephone, and it asks for nothing outside itself."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from maatwerk.letter.render import render
from tests.letter.made import granted_exception, letter_for, refusal

if TYPE_CHECKING:
    from pathlib import Path

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FRAME = """<!doctype html>
<body><iframe style="width:{width}px;height:600px;border:0" srcdoc="{letter}"></iframe><script>
onload = () => {{
  const root = document.querySelector("iframe").contentDocument.documentElement;
  const loaded = document.querySelector("iframe").contentWindow.performance.getEntriesByType("resource").length;
  const size = `te breed ${{root.scrollWidth - root.clientWidth}} hoog ${{root.scrollHeight}}`;
  document.body.textContent = `${{size}} van buiten ${{loaded}}`;
}};
</script>"""


def measured(folder: Path, letter: str, width: int) -> tuple[int, int, int]:
    """How many pixels a letter is too wide for a window of `width`, how high it is, and how much it fetched."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert browser, "these tests need chromium: apt-get install chromium"
    frame = folder / "frame.html"
    frame.write_text(FRAME.format(width=width, letter=html.escape(letter)), encoding="utf-8")
    command = [browser, *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", frame.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    found = re.search(r"te breed (\d+) hoog (\d+) van buiten (\d+)", shown)
    assert found, shown
    return int(found[1]), int(found[2]), int(found[3])


@pytest.mark.parametrize("width", [320, 900])
def test_the_letter_never_scrolls_sideways(tmp_path: Path, width: int) -> None:
    long_name = granted_exception(resident={"name": "Q" * 300, "address": ["W" * 80]})
    for number, made in enumerate((long_name, refusal("wet_verbiedt"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        too_wide, high, fetched = measured(folder, render(letter_for(made), "html"), width)
        assert (too_wide, fetched) == (0, 0)
        assert high > 1000


def test_a_page_that_is_too_wide_would_be_noticed(tmp_path: Path) -> None:
    assert measured(tmp_path, '<p style="width:500px">breed', 320)[0] > 100
