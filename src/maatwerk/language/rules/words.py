"""Words that few people read often, and words that are long to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.language.frequency import is_common, is_rare
from maatwerk.language.model import Mark
from maatwerk.language.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Word

_SHORTEST_RARE = 5  # letters; shorter ones are names, marks and figures of speech
_LONG = {"nl": (17, 6), "en": (13, 5)}  # letters and syllables


def rare_words(passage: Passage) -> Iterator[Mark]:
    """`woord-zeldzaam`: a word that is rare in everything people read. Each word once."""
    for word in _once(passage):
        if len(word.text) >= _SHORTEST_RARE and not word.capital and is_rare(word.lower, passage.lang):
            yield Mark("woord-zeldzaam", word.start, word.end)


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
    """The words of the text, each where it stands first; no names, so far as a capital inside a sentence tells."""
    seen: set[str] = set()
    for sentence in passage.sentences:
        for number, word in enumerate(sentence.words):
            name = word.capital and number > 0
            if not name and word.lower not in seen:
                seen.add(word.lower)
                yield word
