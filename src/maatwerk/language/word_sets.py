"""Sets of words that the rules look at: `words/<language>-sets.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from maatwerk.language.word_list import FOLDER


@cache
def word_set(lang: str, name: str) -> frozenset[str]:
    """One set of a language, in small letters."""
    return _sets(lang)[name]


@cache
def _sets(lang: str) -> dict[str, frozenset[str]]:
    text = (FOLDER / f"{lang}-sets.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}
