"""A letter without anything to do leaves its reader with a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Sentence

WHOLE_TEXT = 60  # words; a shorter text is part of something
_MAY = {
    "nl": re.compile(
        r"\b(?:(?:kunt|mag|moet|hoeft|krijgt|hoort|belt|stuurt) u|u (?:kunt|mag|moet|hoeft|hoort))\b", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:can|may|must) you\b|\byou (?:can|may|must|need to|have to|will hear)\b", re.IGNORECASE),
}


def no_next_step(passage: Passage) -> Iterator[Mark]:
    """`geen-vervolg`: a whole text in which the reader finds nothing to do and nothing to wait for."""
    if passage.length < WHOLE_TEXT:
        return
    if not any(_is_step(each, passage.lang) for each in passage.sentences):
        last = passage.sentences[-1]
        yield Mark("geen-vervolg", last.start, last.end)


def _is_step(sentence: Sentence, lang: str) -> bool:
    """Whether it says what the reader can do: *u kunt …*, or a verb that asks for it at the start or after *dan*."""
    words = [each.lower for each in sentence.words]
    starts = [word for before, word in zip(["", *words], words, strict=False) if before in word_set(lang, "leads_step")]
    asked = {*words[:1], *starts} & word_set(lang, "step")
    return bool(asked) or _MAY[lang].search(sentence.text) is not None
