"""A whole letter as a resident reads it: filled in, with all texts behind each other."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import number
from maatwerk.basics.problems import problem
from maatwerk.bench.letters.naming import OWN_PARTS, answer_of, case_of, lines_of, place_of
from maatwerk.language import check
from maatwerk.letter.model import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.letters.variant import Variant
    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Letter

MEAN = 12
"""Words in a sentence, on average: no letter has more."""
_QUESTIONS = "feiten"


def unclear(variant: Variant, draft: Draft, letter: Letter) -> Iterator[Problem]:
    """M363: what is unclear in the letter though no text by itself is; M364: sentences that are long on average."""
    text = "\n\n".join(line for part in letter.sections if part.kind in OWN_PARTS for line in lines_of(part))
    told = {"name": answer_of(variant), "lang": letter.lang, "case": case_of(variant)}
    alone = [each.in_language(letter.lang) for part, each in draft.used if part != _QUESTIONS]
    for issue in check(text, letter.lang).errors:
        if not any(issue.text in each for each in alone):  # else M350 tells it, where it stands
            yield problem("M363", place_of(variant), text=issue.text, advice=issue.advice, **told)
    mean = mean_length(text)
    if mean > MEAN:
        yield problem("M364", place_of(variant), mean=number(mean, decimals=1), most=MEAN, **told)


def mean_length(text: str) -> Fraction:
    """How many words a sentence has, on average."""
    found = [len(each.split()) for line in text.split("\n\n") for each in sentences(line)]
    return Fraction(sum(found), len(found)) if found else Fraction(0)
