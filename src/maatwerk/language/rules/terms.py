"""Words of the office: with a plain word to write instead, or to be explained once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.word_list import longest_at, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.model import Level
    from maatwerk.language.passage import Passage, Sentence
    from maatwerk.language.word_list import Term

_HERE = re.compile(
    r"\W{0,2}(?:[(:]|(?:means|betekent|is (?:een?|het|de|geld|wat|iemand|an?|the|when|someone|somebody))\b)"
)
_NEXT = {
    "nl": re.compile(r"(?:dat|dit) (?:betekent|is|zijn|noemen|heet)\b|daarmee bedoelen\b", re.IGNORECASE),
    "en": re.compile(r"(?:this|that|it) (?:means|is)\b|these are\b|we call\b", re.IGNORECASE),
}
_BEFORE = {
    "nl": re.compile(
        r"(?:heet|heten|noemen (?:wij|we)|genoemd|\()(?: (?:dat|dit|ook|een|het|de))*\W{0,3}$", re.IGNORECASE
    ),
    "en": re.compile(
        r"(?:called|calls?|name is|\((?:in dutch:?)?)(?: (?:this|that|it|an?|the))*\W{0,3}$", re.IGNORECASE
    ),
}
_NEAR_ITS_END = 60  # characters between a word and the end of its sentence, if the next one is to explain it


def officialese(passage: Passage) -> Iterator[Mark]:
    """`ambtelijk`: a word of the office that has a plain one. Some are faults, some only better avoided."""
    for _, start, end, term in _found(passage):
        if term.kind in {"replace", "consider"}:
            level: Level = "error" if term.kind == "replace" else "warning"
            yield Mark("ambtelijk", start, end, (("plain", term.plain),), level)


def jargon(passage: Passage) -> Iterator[Mark]:
    """`vakwoord`: a word that may be needed, but that this text nowhere explains. Each word once, where it is first."""
    first: dict[str, Mark] = {}
    explained: set[str] = set()
    for sentence, start, end, term in _found(passage):
        if term.kind != "explain":
            continue
        first.setdefault(term.head, Mark("vakwoord", start, end, (("plain", term.plain),), "error"))
        if _is_explained(passage, sentence, start, end):
            explained.add(term.head)
    yield from (mark for words, mark in first.items() if words not in explained)


def _found(passage: Passage) -> Iterator[tuple[Sentence, int, int, Term]]:
    terms = word_list(passage.lang)
    for sentence in passage.sentences:
        place = 0
        while place < len(sentence.words):
            number, term = longest_at(terms, sentence, place)
            if term:
                yield sentence, sentence.words[place].start, sentence.words[place + number - 1].end, term
            place += number


def _is_explained(passage: Passage, sentence: Sentence, start: int, end: int) -> bool:
    """Whether *that means …* follows in this sentence or begins the next, or *that is called …* stands before."""
    rest, lead = passage.text[end : sentence.end], passage.text[sentence.start : start]
    if _HERE.match(rest) or _BEFORE[passage.lang].search(lead):
        return True
    after = passage.text[sentence.end : sentence.end + _NEAR_ITS_END].lstrip()
    return len(rest) < _NEAR_ITS_END and _NEXT[passage.lang].match(after) is not None
