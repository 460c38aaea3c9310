"""A page looked at in a real browser, in a frame of any width."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from scripts.browser import run

if TYPE_CHECKING:
    from pathlib import Path

FRAME = """<!doctype html>
<body><iframe style="width:{width}px;height:600px;border:0" srcdoc="{page}"></iframe><script>
onload = () => {{
  const frame = document.querySelector("iframe"), root = frame.contentDocument.documentElement;
  const loaded = frame.contentWindow.performance.getEntriesByType("resource").length;
  const outside = [...root.querySelectorAll("svg text")].filter(text => {{
    const own = text.getBBox(), box = text.parentNode.querySelector("rect").getBBox();
    const wide = own.x < box.x || own.x + own.width > box.x + box.width;
    return wide || own.y < box.y || own.y + own.height > box.y + box.height;
  }}).length;
  const size = `te breed ${{root.scrollWidth - root.clientWidth}} hoog ${{root.scrollHeight}}`;
  document.body.textContent = `${{size}} van buiten ${{loaded}} buiten vak ${{outside}}`;
}};
</script>"""


class Measured(NamedTuple):
    """How many pixels a page is too wide, how high it is, what it fetched, and how many texts leave their box."""

    too_wide: int
    high: int
    fetched: int
    outside: int


def measured(folder: Path, page: str, width: int) -> Measured:
    """A page in a window of `width` pixels."""
    frame = folder / "frame.html"
    frame.write_text(FRAME.format(width=width, page=html.escape(page)), encoding="utf-8")
    shown = run(folder, "--dump-dom", frame.as_uri())
    found = re.search(r"te breed (\d+) hoog (\d+) van buiten (\d+) buiten vak (\d+)", shown)
    assert found, shown
    return Measured(*map(int, found.groups()))
