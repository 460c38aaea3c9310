"""What each word of the language means (meanings.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("meanings.toml")


@cache
def all_meanings() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def meanings(*path: str) -> dict[str, str]:
    """One table of the file, such as `meanings("blok", "voorwaarde", "sleutel")`. Empty when there is none."""
    found: Any = all_meanings()
    for step in path:
        found = found.get(step, {})
    return dict(found)
