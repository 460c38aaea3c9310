"""The tang (Dutch for pincers): words that belong together stand far apart. English sentences are not built so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.rules.verbs import is_participle
from maatwerk.language.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Sentence

_POINTING = ("daar", "hier")  # `de daartoe aangewezen plaats`
_BEFORE_NOUN = re.compile(r"\w{4,}(?:de|te|ende|nde)|(?:\w+ge|ge|be|ver|ont|her)\w{3,}en|stellen|nemen")
_SHORT_VERBS = {"zijn", "gaan", "doen", "zien"}
_LONG_ENOUGH = 5  # letters of an infinitive; shorter words with such an end are mostly none
_BREAK = re.compile(r"[,;:(–]")
_INSIDE = 6  # words between an article and its noun
_BETWEEN = 8  # words between the two parts of a verb


def tangs(passage: Passage) -> Iterator[Mark]:
    """`tang`: much between an article and its noun, or between the two parts of a verb."""
    if passage.lang != "nl":
        return
    for sentence in passage.sentences:
        for first, last in (*_before_nouns(sentence), *_around_clauses(sentence)):
            yield Mark("tang", sentence.words[first].start, sentence.words[last].end)


def _before_nouns(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """`het door u ingediende verzoek`: an article, a preposition, and a participle before the noun."""
    lows = [word.lower for word in sentence.words]
    for number in range(len(lows) - 3):
        if lows[number] not in word_set("nl", "article") or lows[number + 1] not in word_set("nl", "preposition"):
            continue
        first = number + (2 if lows[number + 1].startswith(_POINTING) else 3)
        for place in range(first, min(len(lows) - 1, number + 2 + _INSIDE)):
            if re.search(r"[,;:.]", sentence.gap(number, place + 1)):
                break
            if _BEFORE_NOUN.fullmatch(lows[place]) and not _no_noun(lows[place + 1]):
                yield number, place + 1
                break


def _no_noun(word: str) -> bool:
    return any(word in word_set("nl", name) for name in ("begins_clause", "finite_verb", "preposition"))


def _around_clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """`Wij kunnen … toekennen`: a finite verb, and much later at the end of the clause the rest of it."""
    lows = [word.lower for word in sentence.words]
    for number, (word, end) in enumerate(zip(lows, _ends_of_clauses(sentence, lows), strict=True)):
        long_enough = end - number - 1 >= _BETWEEN and word in word_set("nl", "finite_verb")
        if long_enough and _rest_of_verb(lows[end], lows[end - 1]):
            yield number, end


def _ends_of_clauses(sentence: Sentence, lows: list[str]) -> list[int]:
    """For each word the last one of its clause."""
    new, ends = word_set("nl", "begins_clause"), list(range(len(lows)))
    for place in range(len(lows) - 2, -1, -1):
        if lows[place + 1] not in new and not _BREAK.search(sentence.gap(place, place + 1)):
            ends[place] = ends[place + 1]
    return ends


def _rest_of_verb(word: str, before: str) -> bool:
    """Whether a word closes the verb. Behind an article, preposition or adjective it is a noun (`onze teksten`)."""
    if before != "te" and (before.endswith("e") or before in word_set("nl", "article") | word_set("nl", "preposition")):
        return False
    return is_participle(word, "nl") or word in _SHORT_VERBS or (word.endswith("en") and len(word) >= _LONG_ENOUGH)
