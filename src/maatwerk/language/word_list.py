"""The words of the office, with what to write instead: `words/<language>.tsv`, data of our own.

One row a term: term, plain words, kind, other forms with `|` between them, each with its own plain words where these
differ (`verleent=geeft`). Kinds:

| kind | what it means |
|---|---|
| `replace` | write the plain word: an error |
| `consider` | mostly there is something better: a warning |
| `explain` | may be needed; explain it once: an error without an explanation |
| `off` | also an ordinary word: never marked. The row stays, so that nobody adds it again |

A term of one word also counts with the endings of a noun or adjective (`verordeningen`, `adequate`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maatwerk.language.passage import Sentence

Kind = Literal["replace", "consider", "explain", "off"]
FOLDER = Path(__file__).parent / "words"
_ENDINGS = {"nl": ("e", "en", "s", "n"), "en": ("s", "es", "d", "ed")}
_SHORTEST_WITH_ENDING = 5  # letters
MOST_WORDS = 5  # in one term


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a row of a word list: `head` is the row, `plain` what to write instead of this form."""

    head: str
    form: str
    plain: str
    kind: Kind


def rows(lang: str) -> Iterator[Term]:
    """Every form that is written in the list of a language, in order."""
    for line in (FOLDER / f"{lang}.tsv").read_text(encoding="utf-8").splitlines():
        head, plain, kind, *more = line.split("\t")
        known = next(each for each in get_args(Kind) if each == kind)
        yield Term(head, head, plain, known)
        for form in more[0].split(" | ") if more else ():
            words, _, own = form.partition("=")
            yield Term(head, words, own or plain, known)


@cache
def word_list(lang: str) -> Mapping[tuple[str, ...], Term]:
    """Every form as words in small letters → its term. What is written in the list goes before an ending."""
    written = {tuple(term.form.lower().split()): term for term in rows(lang)}
    derived: dict[tuple[str, ...], Term] = {
        (f"{term.head.lower()}{ending}",): term
        for term in written.values()
        if " " not in term.head and len(term.head) >= _SHORTEST_WITH_ENDING and term.form == term.head
        for ending in _ENDINGS[lang]
    }
    return {**derived, **written}


def longest_at(terms: Mapping[tuple[str, ...], Term], sentence: Sentence, place: int) -> tuple[int, Term | None]:
    """The longest term that begins at a word of a sentence, with its number of words; 1 and nothing without one."""
    for number in range(min(MOST_WORDS, len(sentence.words) - place), 0, -1):
        key = tuple(word.lower for word in sentence.words[place : place + number])
        term = terms.get(key)
        if term and all(sentence.gap(each, each + 1).isspace() for each in range(place, place + number - 1)):
            return number, term
    return 1, None


@cache
def abbreviation_list(lang: str) -> Mapping[str, str]:
    """An abbreviation in small letters, with its full stops → its words: `words/<language>-abbreviations.tsv`."""
    lines = (FOLDER / f"{lang}-abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines)
    return {short: full for short, _, full in pairs}
