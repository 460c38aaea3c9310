"""A whole letter as a resident reads it: filled in, with all texts behind each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.problems import problem
from maatwerk.bench.language import advice_on
from maatwerk.bench.letters.naming import OWN_PARTS, answer_of, case_of, lines_of, place_of
from maatwerk.language.check import marked
from maatwerk.language.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.letters.variant import Variant
    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Letter

MEAN = 12
"""Words in a sentence, on average: no letter has more."""
_QUESTIONS = "feiten"
"""Where questions are printed; of the other texts M350 tells at their own place what is unclear."""


def unclear(variant: Variant, draft: Draft, letter: Letter) -> Iterator[Problem]:
    """M363: what is unclear in the letter though no text by itself is; M364: sentences that are long on average."""
    text = "\n\n".join(line for part in letter.sections if part.kind in OWN_PARTS for line in lines_of(part))
    told = {"name": answer_of(variant), "written": letter.lang, "case": case_of(variant)}
    used = [(each.in_language(letter.lang), part, each.place) for part, each in draft.used]
    passage = Passage(text, letter.lang)
    for mark in marked(passage):
        words = text[mark.start : mark.end]
        if mark.level == "error" and not any(words in each for each, part, _ in used if part != _QUESTIONS):
            place = next((at for each, _, at in used if words in each), place_of(variant))
            yield replace(problem("M363", place, warning=False, text=words, **told), advice=(advice_on(mark),))
    number = len(passage.sentences)
    if passage.length > MEAN * number:
        counts = {"words": str(passage.length), "sentences": str(number), "most": str(MEAN)}
        yield problem("M364", place_of(variant), warning=False, **counts, **told)
