"""Words of the office: with a plain word to write instead, or to be explained once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark
from maatwerk.language.word_list import longest_at, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage, Sentence
    from maatwerk.language.word_list import Term

_EXPLAINS_AFTER = {
    "nl": re.compile(
        r"^\W{0,2}(?:\(|dat (?:betekent|is|zijn|noemen|heet)|dit (?:betekent|is|zijn)|daarmee bedoelen|daarin|dan|dit noemen)\b|^\W{0,2}\(",
        re.I,
    ),
    "en": re.compile(r"^\W{0,2}(?:\(|(?:this|that|it) (?:means|is)|these are|we call)|^\W{0,2}\(", re.I),
}
_EXPLAINS_BEFORE = {
    "nl": re.compile(r"(?:heet|heten|noemen (?:wij|we)|genoemd|\()(?: (?:dat|dit|ook|een|het|de))*\W{0,3}$", re.I),
    "en": re.compile(r"(?:called|calls?|name is|\((?:in dutch:?)?)(?: (?:this|that|it|an?|the))*\W{0,3}$", re.I),
}


def officialese(passage: Passage) -> Iterator[Mark]:
    """`ambtelijk`: a word of the office that has a plain one. Some are faults, some only better avoided."""
    for _, start, end, term in _found(passage):
        if term.kind in {"replace", "consider"}:
            level = "error" if term.kind == "replace" else "warning"
            yield Mark("ambtelijk", start, end, (("plain", term.plain),), level)  # type: ignore[arg-type]


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
    if re.match(r"\W{0,2}(?:[(:]|(?:means|betekent|is (?:een?|het|de|geld|wat|a|an|the|when))\b)", rest) or _EXPLAINS_BEFORE[passage.lang].search(lead):
        return True
    after = passage.text[sentence.end : sentence.end + 40].lstrip()
    return bool(_EXPLAINS_AFTER[passage.lang].search(after)) and len(rest) < 60
