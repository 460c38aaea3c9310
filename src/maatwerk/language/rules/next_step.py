"""A letter without anything to do leaves its reader with a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage

WHOLE_TEXT = 60  # words; a shorter text is part of something
_STEP = {
    "nl": re.compile(
        r"\b(?:bel(?:t u|len)?|mail|stuur|schrijf|kom|betaal|vraag|neem|vul|breng|meld|lever|maak een afspraak|ga naar"
        r"|zet|kijk|lees|laat (?:het )?ons weten"
        r"|(?:kunt|mag|moet|hoeft|krijgt|hoort) u|u (?:kunt|mag|moet|hoeft|hoort))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:call|e-?mail|send|write|come|pay|ask|bring|fill|tell us|visit|go to|let us know|can you|may you"
        r"|you (?:can|may|must|need to|have to|do not (?:have|need) to|don't (?:have|need) to|will hear))\b",
        re.IGNORECASE,
    ),
}


def no_next_step(passage: Passage) -> Iterator[Mark]:
    """`geen-vervolg`: a whole text in which the reader finds nothing to do and nothing to wait for."""
    if passage.length >= WHOLE_TEXT and not _STEP[passage.lang].search(passage.text):
        last = passage.sentences[-1]
        yield Mark("geen-vervolg", last.start, last.end)
