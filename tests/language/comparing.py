"""What the check sees in a sentence beside what a person marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.language import check

if TYPE_CHECKING:
    from tests.language.texts import Golden


@dataclass(frozen=True)
class Compared:
    """Issues as `code: words`. `otherwise`: the check marks these words too, under another code."""

    found: tuple[str, ...]
    otherwise: tuple[str, ...]
    missed: tuple[str, ...]
    more: tuple[str, ...]


def compared(sentence: Golden) -> Compared:
    seen = tuple(f"{each.code}: {each.text}" for each in check(sentence.text, sentence.lang).issues)
    sorts: dict[str, list[str]] = {"found": [], "otherwise": [], "missed": []}
    for marked in sentence.issues:
        sorts[_sort(marked, seen)].append(marked)
    more = tuple(each for each in seen if not any(_same_words(each, marked) for marked in sentence.issues))
    return Compared(tuple(sorts["found"]), tuple(sorts["otherwise"]), tuple(sorts["missed"]), more)


def _sort(marked: str, seen: tuple[str, ...]) -> str:
    alike = [each for each in seen if _same_words(each, marked)]
    if any(_code(each) == _code(marked) for each in alike):
        return "found"
    return "otherwise" if any(_code(each) != "zin-lang" for each in alike) else "missed"


def _code(issue: str) -> str:
    return issue.partition(": ")[0]


def _same_words(first: str, second: str) -> bool:
    one, other = (f" {each.partition(': ')[2]} " for each in (first, second))
    return one in other or other in one or bool({*one.split()} & {*other.split()})
