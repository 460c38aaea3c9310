"""Runs the Python on a page: all blocks as one program, and what it prints beside what the page says."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRINTED = re.compile(r"^ *print\(.*?\)(?:  # (?P<same>.*)|\n# (?P<below>.*))?$", re.MULTILINE)


def blocks(page: Path, kind: str) -> list[str]:
    """The fenced blocks of one kind, in order."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def told(page: Path) -> list[str]:
    """What the page says that each `print` shows."""
    found = PRINTED.finditer("\n".join(blocks(page, "python")))
    return [each["same"] or each["below"] or "" for each in found]


def printed(page: Path) -> list[str]:
    """What the program on the page prints when it runs."""
    output = io.StringIO()
    program = compile("\n".join(blocks(page, "python")), str(page), "exec")
    with contextlib.redirect_stdout(output):
        exec(program, {"__name__": "__main__"})  # noqa: S102 - our own page
    return output.getvalue().splitlines()
