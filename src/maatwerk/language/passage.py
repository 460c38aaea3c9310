"""A text in parts: paragraphs, sentences and words, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.?!:]+[)\"'’”»]*(?=\s)")
_NO_END = re.compile(  # after these a full stop does not end a sentence
    r"\b(?:[^\W\d]|[^\W\d]{1,3}(?:\.[^\W\d]{1,3})+"
    r"|art|artt|nr|nrs|dhr|mw|mevr|mr|mrs|ms|dr|drs|ir|ing|prof|st|ca|bijv|bv|tel|blz|jo)\.$",
    re.IGNORECASE,
)
_MARK = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*+•–][ \t]+|\d{1,2}[.)][ \t]+|>[ \t]*|\|)")  # a heading, item or quote
_LONGEST_SHORT_FORM = 12  # characters before a full stop that tell whether it ends a sentence
_SHORT_LINE = 45  # characters; a line that stops before this was not broken to fit


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it stands, and in small letters."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Sentence:
    """One sentence with its words. `length` is what a person counts: numbers count too."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    length: int

    def gap(self, first: int, second: int) -> str:
        """What stands between two of its words, by number."""
        return self.text[self.words[first].end - self.start : self.words[second].start - self.start]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together; an item of a list is a paragraph too."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]

    @property
    def length(self) -> int:
        """The number of words, as a person counts them."""
        return sum(each.length for each in self.sentences)


@dataclass(frozen=True)
class Passage:
    """A whole text in one language. `rules` is where its section with the rules stands, when that is known."""

    text: str
    lang: str
    rules: tuple[int, int] | None = None
    paragraphs: tuple[Paragraph, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "paragraphs", tuple(_paragraphs(self.text)))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return tuple(sentence for each in self.paragraphs for sentence in each.sentences)

    @property
    def length(self) -> int:
        """The number of words, as a person counts them."""
        return sum(each.length for each in self.paragraphs)

    def in_rules(self, place: int) -> bool:
        """Whether a place lies in the section with the rules."""
        return self.rules is not None and self.rules[0] <= place < self.rules[1]


def sentences_of(text: str) -> list[str]:
    """The sentences of one paragraph. They end at . ? ! or : before a blank, not after `S.` or the like."""
    return [each.text for each in _sentences(text, 0, len(text))]


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for start, end in _stretches(text):
        sentences = tuple(_sentences(text, start, end))
        if sentences:
            yield Paragraph(sentences[0].start, sentences[-1].end, sentences)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """From where to where paragraphs run: to an empty line, a list mark or a short line that nothing follows on."""
    begin = end = place = 0
    open_ended = False
    for line in text.splitlines(keepends=True):
        words, mark = line.strip(), _MARK.match(line)
        if not words or mark or not open_ended:
            if end > begin:
                yield begin, end
            begin = place + (mark.end() if mark else 0)
        end = place + len(line.rstrip())
        place += len(line)
        open_ended = _goes_on(words, marked=mark is not None)
    if end > begin:
        yield begin, end


def _goes_on(line: str, *, marked: bool) -> bool:
    """Whether the next line may belong to this one: it was broken to fit, or is an item; a heading stands alone."""
    long_enough = marked or len(line) >= _SHORT_LINE or line.endswith(",")
    return bool(line) and long_enough and not line.startswith("#")


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    begin = start
    for stop in _SENTENCE_END.finditer(text, start, end):
        if not _NO_END.search(text, max(begin, stop.end() - _LONGEST_SHORT_FORM), stop.end()):
            yield from _sentence(text, begin, stop.end())
            begin = stop.end()
    yield from _sentence(text, begin, end)


def _counted(text: str) -> int:
    """The number of words as a person counts them: a number counts, a dash does not."""
    return sum(any(char.isalnum() for char in part) for part in text.split())


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    length = _counted(piece)
    if length:
        words = tuple(
            Word(start + each.start(), start + each.end(), each.group(), each.group().lower())
            for each in _WORD.finditer(piece)
        )
        yield Sentence(piece, start, start + len(piece), words, length)
