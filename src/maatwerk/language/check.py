"""The check itself: every rule looks, and what they see is put in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import language, say
from maatwerk.language.model import Checked, Issue, Mark
from maatwerk.language.passage import Passage
from maatwerk.language.rules import RULES
from maatwerk.language.score import score_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# What a word list has said of a word, rules that look at the shape of words need not say again.
_KNOWN = frozenset({"ambtelijk", "vakwoord", "afkorting"})
_OF_WORDS = frozenset({"woord-zeldzaam", "woord-lang", "naamwoordstijl"})
_NAMES = _KNOWN | _OF_WORDS  # the section with the rules names laws as they are called


def marked(passage: Passage) -> list[Mark]:
    """What the rules mark in a passage, in its order."""
    marks = {mark for rule in RULES for mark in rule(passage)}
    told = [(each.start, each.end) for each in marks if each.code in _KNOWN]
    kept = [
        each
        for each in marks
        if not (each.code in _OF_WORDS and _within(each, told))
        and not (each.code in _NAMES and passage.in_rules(each.start))
    ]
    return sorted(kept, key=lambda each: (each.start, each.end, each.code))


def check(
    text: str, lang: str = "nl", *, rules: tuple[int, int] | None = None, kept: Iterable[tuple[int, int]] = ()
) -> Checked:
    """Check any text in Dutch (`nl`) or English (`en`).

    `rules`: from where to where its section with the rules stands. Only then the check says that an article of a law
    stands outside it; and inside it names of laws may be long or rare.
    `kept`: from where to where words stand that nobody can change, such as a name: nothing in there is an issue.
    """
    passage, places = Passage(text, lang, rules), list(kept)
    issues = tuple(_issue(each, text) for each in marked(passage) if not _within(each, places))
    return Checked(issues, score_of(issues, passage.length))


def _within(mark: Mark, told: list[tuple[int, int]]) -> bool:
    return any(start <= mark.start and mark.end <= end for start, end in told)


def _issue(mark: Mark, text: str) -> Issue:
    advice = say(mark.advice, lang=language(), **dict(mark.values))
    return Issue(mark.code, mark.start, mark.end, text[mark.start : mark.end], advice, mark.level)
