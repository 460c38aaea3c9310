"""The language of what a ruleset says to residents: its own texts follow our writing rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Words, problem
from maatwerk.language.check import marked
from maatwerk.language.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maatwerk.basics.problems import Problem
    from maatwerk.language.model import Mark
    from maatwerk.ruleset.spoken import Spoken

UNCLEAR, COULD_BE_CLEARER = "M350", "M351"


def language_problems(texts: Iterable[Spoken]) -> Iterator[Problem]:
    """M350: an issue that a text of ours may not have, each at its place. M351: what could be clearer in a text."""
    for text in texts:
        marks = marked(Passage(text.sentence(), text.lang))
        yield from (_unclear(text, mark) for mark in marks if mark.level == "error")
        remarks = [mark for mark in marks if mark.level == "warning"]
        if remarks:
            yield _clearer(text, remarks)


def _unclear(text: Spoken, mark: Mark) -> Problem:
    found = problem(
        UNCLEAR,
        text.place(mark.start, mark.end),
        name=text.name,
        part=text.entry.key,
        words=_words(text, mark),
        issue=mark.code,
        start=mark.start,
        end=mark.end,
    )
    return replace(found, advice=(advice_on(mark),))


def _clearer(text: Spoken, remarks: Sequence[Mark]) -> Problem:
    place = text.place(remarks[0].start, remarks[0].end)
    found = problem(COULD_BE_CLEARER, place, warning=True, name=text.name, part=text.entry.key)
    told = (Words("language.remark", (("words", _words(text, each)), ("advice", advice_on(each)))) for each in remarks)
    return replace(found, advice=tuple(told))


def _words(text: Spoken, mark: Mark) -> str:
    return text.entry.value[mark.start : mark.end]


def advice_on(mark: Mark) -> Words:
    """What to write instead, or what to do."""
    return Words(mark.advice, tuple((name, str(value)) for name, value in mark.values))
