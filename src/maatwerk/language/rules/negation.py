"""Two words for no in one breath: a reader must turn the sentence round twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Sentence

_UNLESS = {"nl": "tenzij", "en": "unless"}
_NOT = {"nl": frozenset({"niet", "geen"}), "en": frozenset({"not"})}
_UN = {
    "nl": re.compile(
        r"on(?:aannemelijk|bekend|belangrijk|bevoegd|billijk|denkbaar|duidelijk|eerlijk|gebruikelijk|gegrond|geldig"
        r"|gelijk|juist|mogelijk|nodig|ontkoombaar|redelijk|rechtmatig|terecht|verenigbaar|voldoende|waarschijnlijk|waar)e?"
    ),
    "en": re.compile(
        r"un(?:able|aware|clear|common|fair|important|known|likely|necessary|reasonable|usual|lawful)"
        r"|in(?:complete|correct|eligible|significant|valid|admissible)|im(?:possible|proper)|ir(?:relevant|regular)"
    ),
}
_NEAR = 6  # words
_BESIDE = 2  # words: `niet onmogelijk`, `niet zo onredelijk`


def double_negations(passage: Passage) -> Iterator[Mark]:
    """`dubbele-ontkenning`: a no and a second one in the same clause, or a no with an *unless*."""
    for sentence in passage.sentences:
        for first, second in _pairs(sentence, passage.lang):
            yield Mark("dubbele-ontkenning", sentence.words[first].start, sentence.words[second].end)


def _pairs(sentence: Sentence, lang: str) -> Iterator[tuple[int, int]]:
    lows = [word.lower for word in sentence.words]
    last: int | None = None
    for number, word in enumerate(lows):
        no = word in word_set(lang, "no") or word.endswith("n't")
        if last is not None and _turned(sentence, last, number, lang, no=no):
            yield last, number
            last = None
        elif no:
            last = number


def _turned(sentence: Sentence, first: int, second: int, lang: str, *, no: bool) -> bool:
    """Whether the second word turns round what the first one said no to."""
    word = sentence.words[second].lower
    if word == _UNLESS[lang]:
        return True
    if _UN[lang].fullmatch(word):
        return sentence.words[first].lower in _NOT[lang] and second - first <= _BESIDE
    return no and second - first <= _NEAR and _in_one_clause(sentence, first, second, lang)


def _in_one_clause(sentence: Sentence, first: int, second: int, lang: str) -> bool:
    between = sentence.words[first + 1 : second]
    new = any(each.lower in word_set(lang, "begins_clause_after_no") for each in between)
    return not new and not re.search(r"[,;:–]", sentence.gap(first, second))
