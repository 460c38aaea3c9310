"""The screens of `rules format`: what its form would change, and examples with their facts below each other."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.text import say
from maatwerk.cli.screens.failures import near
from maatwerk.cli.screens.model import Exact, Pair, Section, Title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.bench.formatted import Formatted, ShownExample
    from maatwerk.cli.screens.model import Screen


class FileFormatted(TypedDict):
    """One file of rules."""

    file: str
    changes: bool
    adopted: bool
    written: bool
    diff: str


class RulesFormatted(TypedDict):
    """What `rules format` found or did."""

    files: list[FileFormatted]


RESULTS: tuple[type, ...] = (RulesFormatted, FileFormatted)


def difference(found: Formatted) -> Screen:
    """Which lines would change, as they are and as they would be; nothing where none does."""
    lines = _diff(found)
    return (Section(body=(Exact(tuple(lines)),)),) if lines else ()


def _diff(found: Formatted) -> list[str]:
    before, after = (text.splitlines() for text in (found.before, found.after))
    return list(unified_diff(before, after, _name(found), _name(found), lineterm=""))


def _name(found: Formatted) -> str:
    return near(found.ruleset.header.place).partition(":")[0]


def result(found: Sequence[tuple[Formatted, bool]], *, write: bool) -> RulesFormatted:
    """The same as JSON; with each file whether its text was adopted, for then it stays as it is."""
    return {
        "files": [
            {
                "file": _name(each),
                "changes": each.changes,
                "adopted": adopted,
                "written": write and each.changes and not adopted,
                "diff": "\n".join(_diff(each)),
            }
            for each, adopted in found
        ]
    }


def told(found: Formatted, *, adopted: bool, write: bool) -> str:
    """One sentence about a file."""
    if not found.changes:
        return say("format.same", file=_name(found))
    if adopted:
        return say("format.adopted", file=_name(found))
    return say("format.written" if write else "format.would_change", file=_name(found))


def examples(title: str, found: Sequence[ShownExample]) -> Screen:
    """Every example with what it says, one below the other; what stands in `standaard` holds for all."""
    return (Title(title, say("format.examples", number=len(found))), *(_example(each) for each in found))


def _example(each: ShownExample) -> Section:
    records = ((name, "; ".join(f"{field}: {value}" for field, value in cells) or "–") for name, cells in each.records)
    body = tuple(Pair(name, value) for name, value in (*each.given, *records, *each.expected))
    return Section(each.name, "", body)
