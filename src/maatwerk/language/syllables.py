"""How many syllables a word has. The only door to pyphen."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_PATTERNS = {"nl": "nl_NL", "en": "en_GB"}


def syllables(word: str, lang: str) -> int:
    """The number of parts in which a word may be broken off; about its syllables."""
    return len(_hyphenation(lang).positions(word)) + 1


@cache
def _hyphenation(lang: str) -> Pyphen:
    from pyphen import Pyphen  # noqa: PLC0415 - reads a file of patterns: only for a check

    return Pyphen(lang=_PATTERNS[lang])
