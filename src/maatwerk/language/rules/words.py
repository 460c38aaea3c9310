"""Words that few people read often, and words that are long to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.frequency import is_common, is_rare
from maatwerk.language.model import Mark
from maatwerk.language.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Word

_SHORTEST_RARE = 5  # letters; shorter ones are names, marks and figures of speech
_BRACKETS = re.compile(r"\([^()]*\)")
_LONG = {"nl": (18, 7), "en": (13, 5)}  # letters and syllables


def rare_words(passage: Passage) -> Iterator[Mark]:
    """`woord-zeldzaam`: a word that is rare in everything people read. Each word once."""
    for word in _once(passage):
        if len(word.text) >= _SHORTEST_RARE and not word.capital and _is_rare(word.lower, passage.lang):
            yield Mark("woord-zeldzaam", word.start, word.end)


def _is_rare(word: str, lang: str) -> bool:
    """Whether few people know it. An English letter may name what is only Dutch: *object (bezwaar maken)*."""
    return is_rare(word, lang) and (lang == "nl" or is_rare(word, "nl"))


def long_words(passage: Passage) -> Iterator[Mark]:
    """`woord-lang`: a word of many letters or syllables that is not one of the common ones. Each word once."""
    letters, parts = _LONG[passage.lang]
    for word in _once(passage):
        size = len(word.text)
        if size < _SHORTEST_RARE * 2 or is_common(word.lower, passage.lang):
            continue
        if size >= letters or syllables(word.lower, passage.lang) >= parts:
            yield Mark("woord-lang", word.start, word.end, (("count", size),))


def _once(passage: Passage) -> Iterator[Word]:
    """The words of the text, each where it stands first.

    No names, so far as a capital inside a sentence tells, and nothing between brackets: that names what was told.
    """
    seen: set[str] = set()
    for sentence in passage.sentences:
        brackets = _BRACKETS.finditer(passage.text, sentence.start, sentence.end)
        aside = {place for found in brackets for place in range(*found.span())}
        for number, word in enumerate(sentence.words):
            name = word.capital and number > 0
            if not name and word.lower not in seen and word.start not in aside:
                seen.add(word.lower)
                yield word
