"""What a caseworker reads under a letter: complete, how long, what the language check saw, which last day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.formatting import day_and_month as day_and_month_in_words
from maatwerk.basics.text import counted, say
from maatwerk.language.lines import line_and_column
from maatwerk.letter.formats.text import render, wrapped
from maatwerk.letter.language import checked

if TYPE_CHECKING:
    from maatwerk.language import Issue
    from maatwerk.letter.model import Letter

MOST_WORDS, MOST_PAGES = 600, 2  # a longer letter is read to its end by fewer people
LONGEST_QUOTE = 60  # characters of an issue that are shown


@dataclass(frozen=True, slots=True)
class Control:
    """The check of one letter. `issues` are pairs (line of the text format, issue of the language check)."""

    words: int
    issues: tuple[tuple[int, Issue], ...]
    last_day: str
    skipped: tuple[str, ...]
    pages: int | None = None

    @property
    def counts(self) -> dict[str, int]:
        """How often each code of the language check was seen: this may be recorded, for it holds no words."""
        return dict(sorted(Counter(str(issue.code) for _, issue in self.issues).items()))

    def text(self) -> str:
        """The check as lines for the caseworker, in the language of the program."""
        count = len(self.issues)
        key = {0: "no_issues", 1: "one_issue"}.get(count, "issues")
        parts = [
            say("letter.control.complete"),
            *length(self.words, self.pages),
            say(f"letter.control.{key}", count=count),
        ]
        skipped = (
            [say("letter.control.skipped", day=self.last_day, reasons=", ".join(self.skipped))] if self.skipped else []
        )
        told = [_told(line, issue) for line, issue in self.issues]
        return "\n".join(
            [wrapped(" ".join(parts)), *told, *(wrapped(each) for each in (*skipped, say("letter.control.no_proof")))]
        )


def length(words: int, pages: int | None = None) -> tuple[str, ...]:
    """How long a letter is, and whether that is long; `pages` where they are known."""
    told = [say("letter.control.words", count=words)]
    if pages is not None:
        told.append(say(counted("letter.control.pages", pages), count=pages))
    if words > MOST_WORDS or (pages or 0) > MOST_PAGES:
        told.append(say("letter.control.long", words=MOST_WORDS, pages=MOST_PAGES))
    return tuple(told)


def control_of(letter: Letter, pages: int | None = None) -> Control:
    """Check a complete letter. Shows, never blocks: a caseworker's own words stay as they are."""
    text = render(letter, "txt")
    return Control(
        words=len(text.split()),
        issues=tuple((line_and_column(text, each.start)[0], each) for each in checked(text, letter.lang).issues),
        last_day=day_and_month_in_words(letter.last_day.day) if letter.last_day else "",
        skipped=letter.last_day.reasons if letter.last_day else (),
        pages=pages,
    )


def _told(line: int, issue: Issue) -> str:
    words = quoted(issue.text, LONGEST_QUOTE)
    return wrapped(say("letter.control.issue", line=line, words=words, advice=issue.advice), "- ", "  ")


def quoted(text: str, longest: int) -> str:
    """The words of an issue on one line, cut off in the middle where they are many."""
    line = " ".join(text.split())
    half = longest // 2 - 1
    return line if len(line) <= longest else f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
