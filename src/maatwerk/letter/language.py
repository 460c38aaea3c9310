"""The language check of a whole letter: it knows in which section the rules stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.language import Checked, check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def checked(text: str, lang: str, kept: Iterable[str] = ()) -> Checked:
    """Check a letter as text or Markdown. Articles of a law belong in its section with the rules, where it has one.

    `kept`: the words in it that nobody can change (`Letter.kept`).
    """
    return check(text, lang, rules=rules_section(text, lang), kept=places_of(kept, text))


def places_of(kept: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where these words stand, also over the end of a line."""
    for words in kept:
        if pattern := r"\s+".join(re.escape(each) for each in words.split()):
            yield from (found.span() for found in re.finditer(pattern, text))


def rules_section(text: str, lang: str) -> tuple[int, int] | None:
    """From where to where the section with the rules stands: from its heading to the end. None without one."""
    heading = re.escape(say("letter.heading.rules", lang=lang))
    found = re.search(rf"^[#* \t]*{heading}[* \t]*$", text, re.MULTILINE | re.IGNORECASE)
    return (found.start(), len(text)) if found else None
