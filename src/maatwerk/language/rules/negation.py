"""Two words for no in one breath: a reader must turn the sentence round twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Sentence

_NO = {
    "nl": frozenset("niet geen nooit niemand niets nergens zonder nimmer geenszins nalaten uitgesloten".split()),
    "en": frozenset("not no never nobody nothing nowhere without neither cannot".split()),
}
_UNLESS = {"nl": "tenzij", "en": "unless"}
_NOT = {"nl": frozenset({"niet", "geen"}), "en": frozenset({"not"})}
_UN = {
    "nl": re.compile(
        r"on(?:aannemelijk|bekend|belangrijk|bevoegd|billijk|denkbaar|duidelijk|eerlijk|gebruikelijk|gegrond|geldig"
        r"|gelijk|juist|mogelijk|nodig|ontkoombaar|redelijk|rechtmatig|terecht|verenigbaar|voldoende|waarschijnlijk|waar)e?"
    ),
    "en": re.compile(
        r"un(?:able|aware|clear|common|fair|important|known|likely|necessary|reasonable|usual|lawful)"
        r"|in(?:complete|correct|eligible|significant|valid|admissible)|im(?:possible|proper)"
    ),
}
_NEW_CLAUSE = {
    "nl": frozenset("en of maar want dus omdat als dat die om terwijl dan".split()),
    "en": frozenset("and or but so because if that which who when than to".split()),
}
_NEAR = 6  # words


def double_negations(passage: Passage) -> Iterator[Mark]:
    """`dubbele-ontkenning`: a no and a second one in the same clause, or a no with an *unless*."""
    for sentence in passage.sentences:
        for first, second in _pairs(sentence, passage.lang):
            yield Mark("dubbele-ontkenning", sentence.words[first].start, sentence.words[second].end)


def _pairs(sentence: Sentence, lang: str) -> Iterator[tuple[int, int]]:
    lows = [word.lower for word in sentence.words]
    last: int | None = None
    for number, word in enumerate(lows):
        no = word in _NO[lang] or word.endswith("n't")
        if last is not None and _turned(sentence, last, number, lang, no=no):
            yield last, number
            last = None
        elif no:
            last = number


def _turned(sentence: Sentence, first: int, second: int, lang: str, *, no: bool) -> bool:
    word, between = sentence.words[second].lower, sentence.words[first + 1 : second]
    if word == _UNLESS[lang]:
        return True
    if _UN[lang].fullmatch(word):
        return sentence.words[first].lower in _NOT[lang] and second - first <= 2
    same_clause = not any(each.lower in _NEW_CLAUSE[lang] for each in between) and not re.search(
        r"[,;:–]", sentence.text[sentence.words[first].end - sentence.start : sentence.words[second].start - sentence.start]
    )
    return no and same_clause and second - first <= _NEAR
