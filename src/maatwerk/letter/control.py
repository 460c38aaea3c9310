"""What a caseworker reads under a letter: complete, how long, which sentences are long, which last day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day_and_month as day_and_month_in_words
from maatwerk.basics.text import say
from maatwerk.letter.formats.text import render, wrapped
from maatwerk.letter.model import sentences

if TYPE_CHECKING:
    from maatwerk.letter.model import Letter

LONGEST_SENTENCE = 20  # words; letters are written for language level B1


@dataclass(frozen=True, slots=True)
class Control:
    """The check of one letter. `long_sentences` are pairs (line of the text format, number of words)."""

    words: int
    long_sentences: tuple[tuple[int, int], ...]
    last_day: str
    skipped: tuple[str, ...]

    def text(self) -> str:
        """The check as lines for the caseworker, in the language of the program."""
        lines = ", ".join(str(line) for line, _ in self.long_sentences)
        count = len(self.long_sentences)
        key = {0: "no_long", 1: "one_long"}.get(count, "long")
        parts = [
            say("letter.control.complete"),
            say("letter.control.words", count=self.words),
            say(f"letter.control.{key}", count=count, lines=lines),
        ]
        skipped = (
            [say("letter.control.skipped", day=self.last_day, reasons=", ".join(self.skipped))] if self.skipped else []
        )
        return "\n".join(wrapped(line) for line in (" ".join(parts), *skipped, say("letter.control.no_proof")))


def control_of(letter: Letter) -> Control:
    """Check a complete letter. Shows, never blocks: a caseworker's own words stay as they are."""
    text = render(letter, "txt")
    return Control(
        words=len(text.split()),
        long_sentences=tuple(_long_sentences(text)),
        last_day=day_and_month_in_words(letter.last_day.day) if letter.last_day else "",
        skipped=letter.last_day.reasons if letter.last_day else (),
    )


def _long_sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    line = 1
    for paragraph in re.split(r"(\n\n|\n(?=- ))", text):
        start = line
        for sentence in sentences(paragraph):
            count = len(sentence.split())
            if count > LONGEST_SENTENCE:
                at = paragraph.index(sentence)
                found.append((start + paragraph[:at].count("\n"), count))
        line += paragraph.count("\n")
    return found
