"""Texts of a ruleset with the values of a case filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.basics.text import language, say
from maatwerk.expressions.words import show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maatwerk.criteria.situation import RecordSituation, Situation
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
    """A criterion as words, with its record: `telt_mee#2` of the list `giften` is "telt mee (giften, nummer 2)"."""
    name, mark, number = member.partition("#")
    return of_records(name, ruleset.criteria[name].per, number) if mark else readable(name)


def of_records(criterion: str, list_name: str, numbers: str) -> str:
    """A criterion in one record or some: "telt mee (giften, nummer 1-3)"."""
    return say("assessment.member", criterion=readable(criterion), list=readable(list_name), number=numbers)


def readable(name: str) -> str:
    """A name as words: `niet_te_kort_geleden` is "niet te kort geleden"."""
    return name.replace("_", " ")


def sentence_case(name: str) -> str:
    """A name of a ruleset as a heading: `niet_uitreiken` is "Niet uitreiken"."""
    words = readable(name)
    return words[:1].upper() + words[1:]


def runs(numbers: Iterable[int]) -> str:
    """Numbers with what follows each other drawn together: 1-3, 5."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in found)
