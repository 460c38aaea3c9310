"""The glossary and the code use the same words."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| (?!term|---)([^|]+) \| ([^|]+) \|", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE
)


def test_every_identifier_of_the_glossary_is_in_the_code() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "src" / "maatwerk").rglob("*.py"))
    words = set(re.findall(r"\w+", code))
    named = {name for _, cell in ROWS for name in re.findall(r"`(\w+)`", cell)}

    assert len(named) > 50
    assert set() == named - words


def test_no_term_stands_there_twice() -> None:
    terms = [term for term, _ in ROWS]

    assert sorted(set(terms)) == sorted(terms)


def test_every_part_of_the_code_is_in_the_picture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    parts = {
        path.stem
        for path in (ROOT / "src" / "maatwerk").iterdir()
        if not path.name.startswith("__") and path.suffix in (".py", "")
    }

    assert len(parts) > 20
    assert set() == {name for name in parts if not re.search(rf"\b{name}\b", page)}
