"""The screen of the language check: every issue at its place with what to do, a summary, and a score beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.text import say
from maatwerk.cli.screens.model import Paragraph, Section, Title, loose
from maatwerk.language.lines import line_and_column
from maatwerk.letter.control import LONGEST_QUOTE, MOST_WORDS, length, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maatwerk.cli.screens.model import Screen
    from maatwerk.language import Checked, Issue
    from maatwerk.letter.edited import Difference


class LanguageIssue(TypedDict):
    """One issue of the language check."""

    code: str
    start: int
    end: int
    text: str
    advice: str
    level: str


class LanguageChecked(TypedDict):
    """What `letter check` found."""

    issues: list[LanguageIssue]
    score: int
    words: int


RESULTS: tuple[type, ...] = (LanguageChecked, LanguageIssue)


def as_data(text: str, found: Checked, changed: Sequence[Difference] | None = None) -> LanguageChecked:
    """The issues, the score and how many words, for another program; what differs from the decision comes first."""
    both: list[Difference | Issue] = [*(changed or ()), *found.issues]
    shown: list[LanguageIssue] = [
        {
            "code": each.code,
            "start": each.start,
            "end": each.end,
            "text": each.text,
            "advice": each.advice,
            "level": each.level,
        }
        for each in both
    ]
    return {"issues": shown, "score": found.score, "words": len(text.split())}


def checked(
    name: str,
    text: str,
    found: Checked,
    changed: Sequence[Difference] | None = None,
    *,
    in_paragraphs: bool = False,
) -> Screen:
    """First what differs from the decision, then what we never write ourselves, then what can be clearer.

    `in_paragraphs`: the text has no lines, so places are told by paragraph.
    """
    where = _paragraph if in_paragraphs else _line
    remarks = [each for each in found.issues if each.level == "warning"]
    parts = (_issues("first", text, found.errors, where), _issues("then", text, remarks, where))
    title = Title(say("language.screen.title", name=name))
    return (title, *_changes(changed), *(each for each in parts if each), *_verdict(found, _length(text)))


def _length(text: str) -> tuple[str, ...]:
    """That a text is long for a letter; nothing of a short one."""
    words = len(text.split())
    return length(words) if words > MOST_WORDS else ()


def _changes(changed: Sequence[Difference] | None) -> tuple[Section, ...]:
    """What differs from the decision; that nothing does is said too, where it was compared."""
    if changed is None:
        return ()
    told = dict.fromkeys(each.advice for each in changed) or (say("language.screen.as_decided"),)
    return (Section(say("language.screen.decision"), "", tuple(Paragraph(each) for each in told)),)


def _line(text: str, issue: Issue) -> str:
    line, column = line_and_column(text, issue.start)
    return f"{line}:{column}"


def _paragraph(text: str, issue: Issue) -> str:
    return say("language.screen.paragraph", number=text.count("\n\n", 0, issue.start) + 1)


def _issues(key: str, text: str, issues: Sequence[Issue], where: Callable[[str, Issue], str]) -> Section | None:
    if not issues:
        return None
    number = say("language.screen.one") if len(issues) == 1 else say("language.screen.number", number=len(issues))
    body = tuple(_issue(where(text, each), each) for each in issues)
    return Section(say(f"language.screen.{key}"), number, body)


def _issue(place: str, issue: Issue) -> Paragraph:
    words = quoted(issue.text, LONGEST_QUOTE)
    name = say(f"language.name.{issue.code}")
    return Paragraph(say("language.screen.issue", place=place, words=words, name=name), (issue.advice,))


def _verdict(found: Checked, long: tuple[str, ...]) -> tuple[Section, ...]:
    verdict = "fails" if found.errors else "follows"
    counts = Counter(each.code for each in found.issues)
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    summary = ", ".join(f"{say(f'language.name.{code}')} {counts[code]}" for code in ordered)
    return (
        *((Section(say("language.screen.summary"), summary),) if summary else ()),
        Section(say("language.screen.score"), say("language.screen.score_of", score=found.score)),
        loose(*long, say(f"language.screen.{verdict}"), say("language.screen.rules"), say("language.screen.no_proof")),
    )
