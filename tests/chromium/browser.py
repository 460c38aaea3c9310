"""A page looked at in a real browser, in a frame of any width."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

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


def run(folder: Path, *arguments: str) -> str:
    """What the browser prints when it is called with these arguments; it works in the folder."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert browser, "these tests need chromium: apt-get install chromium"
    command = [browser, *QUIET, f"--user-data-dir={folder / 'profile'}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def measured(folder: Path, page: str, width: int) -> Measured:
    """A page in a window of `width` pixels."""
    frame = folder / "frame.html"
    frame.write_text(FRAME.format(width=width, page=html.escape(page)), encoding="utf-8")
    shown = run(folder, "--dump-dom", frame.as_uri())
    found = re.search(r"te breed (\d+) hoog (\d+) van buiten (\d+) buiten vak (\d+)", shown)
    assert found, shown
    return Measured(*map(int, found.groups()))
