"""Nouns where a verb would do: `de beoordeling van uw aanvraag` is `wij beoordelen uw aanvraag`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage

_NOUN = {
    "nl": re.compile(
        r"\b(?:\w{3,}(?:ing|atie|heid) van|het (?:niet )?(?:\w+(?:ig|lijk|loos) )?\w{3,}en van)\b(?! \d)",  # no date
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b\w{4,}(?:tion|sion|ment|ance|ence|ing) of\b", re.IGNORECASE),
}


def noun_style(passage: Passage) -> Iterator[Mark]:
    """`naamwoordstijl`: a noun made of a verb, with what is done behind it."""
    for sentence in passage.sentences:
        for found in _NOUN[passage.lang].finditer(sentence.text):
            words = found.group().lower().split()
            if words[-2] not in word_set(passage.lang, "thing"):
                start = sentence.start + found.start()
                yield Mark("naamwoordstijl", start, start + len(found.group()))
