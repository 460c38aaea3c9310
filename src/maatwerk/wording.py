"""Texts of a ruleset with the values of a case filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.expressions.words import show
from maatwerk.text import language

if TYPE_CHECKING:
    from maatwerk.criteria import RecordSituation, Situation
    from maatwerk.ruleset.model import Ruleset, Text

_PLACES = re.compile(r"\{\{|\}\}|\{([a-z_][a-z0-9_]*)\}")


def filled(text: Text | None, situation: Situation | RecordSituation, lang: str | None = None) -> str:
    """A text with every `{naam}` printed in the format of its type; what is not known prints "nog niet bekend"."""
    if text is None:
        return ""
    lang = lang or language()

    def printed(match: re.Match[str]) -> str:
        name = match.group(1)
        return show(situation.value(name), situation.type_of(name), lang) if name else match.group(0)[0]

    return _PLACES.sub(printed, text.in_language(lang))


def member_in_words(ruleset: Ruleset, member: str) -> str:
    """A criterion as words, with its record: `telt_mee#2` of the list `giften` is "telt mee (giften 2)"."""
    name, mark, number = member.partition("#")
    words = readable(name)
    return f"{words} ({readable(ruleset.criteria[name].per)} {number})" if mark else words


def readable(name: str) -> str:
    """A name as words: `niet_te_kort_geleden` is "niet te kort geleden"."""
    return name.replace("_", " ")
