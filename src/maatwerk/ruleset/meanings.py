"""What each word of the ruleset language means, for jurists (meanings.toml): the reference and the editor say it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("meanings.toml")


@cache
def all_meanings() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def meanings(*path: str) -> dict[str, str]:
    """One table of the file, such as `meanings("blok", "voorwaarde", "sleutel")`. Empty when there is none."""
    found: Any = all_meanings()
    for step in path:
        found = found.get(step, {})
    return dict(found)
