"""The passive: a sentence that does not say who does it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.rules.verbs import is_participle
from maatwerk.language.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Sentence

_FARTHEST = 12  # words between the two parts
_NEAR = 3  # in English, words after the form of *be*
_BREAK = re.compile(r"[,;:]")


def passives(passage: Passage) -> Iterator[Mark]:
    """`lijdende-vorm`: a form of *worden* (or *be*) with a past participle."""
    find = _dutch if passage.lang == "nl" else _english
    for sentence in passage.sentences:
        last = -1
        for first, second in find(sentence):
            if first > last:
                yield Mark("lijdende-vorm", sentence.words[first].start, sentence.words[second].end)
                last = second


def _dutch(sentence: Sentence) -> Iterator[tuple[int, int]]:
    lows = [word.lower for word in sentence.words]
    for number, word in enumerate(lows):
        if word in word_set("nl", "form_of_worden"):
            before = number - 1
            if before >= 0 and is_participle(lows[before], "nl") and not _BREAK.search(sentence.gap(before, number)):
                yield before, number
            elif (after := _participle_after(sentence, number)) is not None:
                yield number, after
        elif word in word_set("nl", "form_of_zijn"):
            if _done_before(sentence, number):
                yield number - 1, number
            elif (after := _done_after(sentence, number)) is not None:
                yield number, after


def _participle_after(sentence: Sentence, number: int) -> int | None:
    """The first participle in the same clause; in `wordt uw aanvraag afgewezen` three words on."""
    for place in range(number + 1, min(len(sentence.words), number + 1 + _FARTHEST)):
        if _BREAK.search(sentence.gap(place - 1, place)):
            return None
        if is_participle(sentence.words[place].lower, "nl"):
            return place
    return None


def _done_before(sentence: Sentence, number: int) -> bool:
    """Whether a participle of the list stands just before *is*: `waarom uw fiets weggehaald is`."""
    before = number - 1
    done = before >= 0 and sentence.words[before].lower in word_set("nl", "done_by_somebody")
    return done and not _BREAK.search(sentence.gap(before, number))


def _done_after(sentence: Sentence, number: int) -> int | None:
    """A participle of the list, or any with *door* before it."""
    lows = [word.lower for word in sentence.words]
    by_someone = False
    for place in range(number + 1, min(len(lows), number + 1 + _FARTHEST)):
        if _BREAK.search(sentence.gap(place - 1, place)):
            return None
        by_someone = by_someone or lows[place] == "door"
        if lows[place] in word_set("nl", "done_by_somebody") or (by_someone and is_participle(lows[place], "nl")):
            return place
    return None


def _english(sentence: Sentence) -> Iterator[tuple[int, int]]:
    lows = [word.lower for word in sentence.words]
    for number, word in enumerate(lows):
        if word not in word_set("en", "form_of_be"):
            continue
        for place in range(number + 1, min(len(lows), number + 1 + _NEAR)):
            if _BREAK.search(sentence.gap(place - 1, place)):
                break
            if is_participle(lows[place], "en"):
                yield number, place
                break
            if not lows[place].endswith("ly") and lows[place] not in {"not", "also", "now", "being", "been", "then"}:
                break
