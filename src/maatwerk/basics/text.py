"""All text for users comes from one catalogue: `catalogue/<language>/<part>.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from string import Formatter

LANGUAGES = ("nl", "en")
CATALOGUE = Path(__file__).parents[1] / "catalogue"  # importlib.resources loads slowly: help must come at once
_language = ["nl"]


class UnknownText(KeyError):
    """A key that the catalogue does not hold: a fault of ours, found by tests."""


@cache
def part(name: str, lang: str) -> dict[str, str]:
    """One part of the catalogue: key → text, tables flattened with a dot."""
    source = CATALOGUE / lang / f"{name}.toml"
    return dict(_flat(tomllib.loads(source.read_text(encoding="utf-8"))))


def _flat(table: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", str(value)))
    return found


def use_language(lang: str) -> None:
    """Set the language that `say` uses when it is given none (the command line's `--lang`)."""
    if lang not in LANGUAGES:
        raise UnknownText(lang)
    _language[0] = lang


def language() -> str:
    """The language in use: `nl` or `en`."""
    return _language[0]


def say(key: str, *, lang: str | None = None, **values: object) -> str:
    """The text of `part.key`, with `{name}` filled in. Raises `UnknownText` for a key that is not there."""
    name, _, rest = key.partition(".")
    texts = part(name, lang or language())
    if rest not in texts:
        raise UnknownText(key)
    return Formatter().vformat(texts[rest], (), values)


def counted(key: str, count: object) -> str:
    """The key of a text about so many: `key_one` where it is exactly one, as in `1 dag` beside `2 dagen`."""
    return f"{key}_one" if count == 1 else key
