"""The language of what a ruleset says to residents: its own texts follow our writing rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import problem
from maatwerk.basics.text import say
from maatwerk.language import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maatwerk.basics.problems import Problem
    from maatwerk.language import Issue
    from maatwerk.ruleset.spoken import Spoken

UNCLEAR, COULD_BE_CLEARER = "M350", "M351"


def language_problems(texts: Iterable[Spoken]) -> Iterator[Problem]:
    """M350: an issue that a text of ours may not have, each at its place. M351: what could be clearer in a text."""
    for text in texts:
        found = check(text.sentence(), text.lang)
        yield from (_unclear(text, issue) for issue in found.errors)
        remarks = [issue for issue in found.issues if issue.level == "warning"]
        if remarks:
            yield _clearer(text, remarks)


def _unclear(text: Spoken, issue: Issue) -> Problem:
    return problem(
        UNCLEAR,
        text.place(issue.start, issue.end),
        name=text.name,
        part=text.entry.key,
        words=text.entry.value[issue.start : issue.end],
        issue=issue.code,
        start=issue.start,
        end=issue.end,
        advice=issue.advice,
    )


def _clearer(text: Spoken, remarks: Sequence[Issue]) -> Problem:
    first = remarks[0]
    found = " ".join(
        say("language.remark", words=text.entry.value[each.start : each.end], advice=each.advice) for each in remarks
    )
    place = text.place(first.start, first.end)
    return problem(COULD_BE_CLEARER, place, warning=True, name=text.name, part=text.entry.key, found=found)
