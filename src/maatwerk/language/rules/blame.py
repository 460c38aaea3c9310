"""Words that put the reader in the wrong before anything is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage

_BLAME = {
    "nl": (
        r"u (?:hebt|heeft|had)(?:\W+\w+){0,6}?\W+(?:verzuimd|nagelaten|geweigerd|verzwegen|verwijtbaar)",
        r"(?:hebt|heeft|had) u(?:\W+\w+){0,6}?\W+(?:verzuimd|nagelaten|geweigerd|verzwegen)",
        r"door u (?:is )?(?:verzuimd|nagelaten|geweigerd|verzwegen)",
        r"u (?:hebt|heeft|had)(?:\W+\w+){0,4}?\W+\w*(?:plicht|verplichting)(?:en)?\W+geschonden",
        r"u (?:weigert|verzwijgt|verzuimt)",
        r"(?:weigert|verzwijgt|verzuimt) u",
        r"u had(?:\W+\w+){0,8}?\W+moeten(?: \w+)?",
        r"had u(?:\W+\w+){0,8}?\W+moeten(?: \w+)?",
        r"u had (?:dit|dat|het)?\W*(?:kunnen|behoren te) weten",
        r"u (?:houdt|hield) zich niet aan",
        r"(?:hebt|heeft) u zich(?:\W+\w+){0,2}?\W+niet aan(?:\W+\w+){1,4}?\W+gehouden",
        r"u (?:hebt|heeft) zich(?:\W+\w+){0,2}?\W+niet aan(?:\W+\w+){1,4}?\W+gehouden",
        r"(?:uw|eigen) schuld",
        r"eigen toedoen",
        r"(?:verwijtbaar(?:heid)?|verwijtbare|nalatig(?:heid)?|nalatige|in gebreke gebleven)",
        r"schending van(?:\W+\w+){0,5}?\W+\w*verplichting(?:en)?",
        r"u bent vergeten",
        r"zoals u (?:weet|had kunnen weten)",
    ),
    "en": (
        r"you (?:have |had )?(?:failed|neglected|refused|omitted) to(?: \w+)?",
        r"you (?:have |had )?(?:concealed|withheld|ignored)",
        r"your (?:failure|refusal|neglect) to(?: \w+)?",
        r"failure to \w+",
        r"you should have(?: \w+)?",
        r"you ought to have(?: \w+)?",
        r"(?:your|own) fault",
        r"you (?:claim|allege) that",
        r"alleged",
        r"negligen(?:t|ce)",
        r"as you (?:are aware|know|should know)",
        r"you were careless",
    ),
}
_PATTERN = {
    lang: re.compile("|".join(rf"\b{each}\b" for each in found), re.IGNORECASE) for lang, found in _BLAME.items()
}


def blame(passage: Passage) -> Iterator[Mark]:
    """`verwijt`: a reproach. The law may weigh what a person did; a letter tells what happened."""
    for sentence in passage.sentences:
        for found in _PATTERN[passage.lang].finditer(sentence.text):
            yield Mark("verwijt", sentence.start + found.start(), sentence.start + found.end())
