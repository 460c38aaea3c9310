"""Articles of the law belong in the last section of a letter, not in its story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage

_PARAGRAPH = r"(?:,? (?:eerste|tweede|derde|vierde|vijfde) lid|,? lid \d+)?"
_ARTICLE = {
    "nl": re.compile(rf"\b(?:artikel(?:en|s)?|art\.)\s+\d[\w:.]*\w*{_PARAGRAPH}", re.IGNORECASE),
    "en": re.compile(r"\b(?:articles?|sections?|art\.)\s+\d[\w:.]*\w*(?:\(\d+\))?", re.IGNORECASE),
}


def law_in_the_body(passage: Passage) -> Iterator[Mark]:
    """`wetsartikel`: an article outside the section with the rules, when it is known which section that is."""
    if passage.rules is None:
        return
    for found in _ARTICLE[passage.lang].finditer(passage.text):
        if not passage.in_rules(found.start()):
            yield Mark("wetsartikel", found.start(), found.end())
