"""The tang (Dutch for pincers): words that belong together stand far apart. English sentences are not built so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.rules.verbs import is_participle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Sentence

_ARTICLES = frozenset("de het een deze dit uw onze ons alle".split())
_PREPOSITIONS = frozenset(
    "door aan op bij tot van voor in over ter ten te daaraan daartoe daarop daarbij daarvoor hiervoor binnen tegen".split()
)
_POINTING = ("daar", "hier")  # `de daartoe aangewezen plaats`
_BEFORE_NOUN = re.compile(r"\w{4,}(?:de|te|ende|nde)|(?:\w+ge|ge|be|ver|ont|her)\w{3,}en|stellen|nemen")
_FINITE = frozenset(
    "word wordt worden werd werden is zijn was waren ben bent heb hebt heeft hebben had hadden kan kunt kunnen kon konden"
    " moet moeten moest moesten mag mogen mocht mochten zal zult zullen zou zouden wil wilt willen dient dienen".split()
)
_NEW_CLAUSE = frozenset(
    "en of maar want dus omdat als dat die om terwijl dan wat wie waar waarin waarom hoe nadat voordat zodat indien tenzij"
    " alsmede waardoor waarvoor waarvan waarbij waarop toen".split()
)
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
        if lows[number] not in _ARTICLES or lows[number + 1] not in _PREPOSITIONS:
            continue
        first = number + (2 if lows[number + 1].startswith(_POINTING) else 3)
        for place in range(first, min(len(lows) - 1, number + 2 + _INSIDE)):
            if re.search(r"[,;:.]", sentence.gap(number, place + 1)):
                break
            if _BEFORE_NOUN.fullmatch(lows[place]) and lows[place + 1] not in _NEW_CLAUSE | _FINITE | _PREPOSITIONS:
                yield number, place + 1
                break


def _around_clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """`Wij kunnen … toekennen`: a finite verb, and much later at the end of the clause the rest of it."""
    lows = [word.lower for word in sentence.words]
    for number, word in enumerate(lows):
        if word not in _FINITE:
            continue
        end = _end_of_clause(sentence, number)
        if end - number - 1 >= _BETWEEN and _rest_of_verb(lows[end]):
            yield number, end


def _end_of_clause(sentence: Sentence, number: int) -> int:
    for place in range(number + 1, len(sentence.words)):
        if sentence.words[place].lower in _NEW_CLAUSE or re.search(r"[,;:(–]", sentence.gap(place - 1, place)):
            return place - 1
    return len(sentence.words) - 1


def _rest_of_verb(word: str) -> bool:
    return is_participle(word, "nl") or (word.endswith("en") and len(word) > 4) or word in {"zijn", "gaan", "doen", "zien"}
