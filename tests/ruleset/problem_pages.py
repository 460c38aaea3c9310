"""Reads docs/problems.md: each code with an example that causes it, put into the small ruleset at its beginning.

A fenced example says in its first line where it goes: `front` (lines of the front matter), `facts` and `norms` (rows),
`block` (blocks; one that exists already is replaced) or `document` (the whole text). A line of `^^^` marks the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.ruleset.reading import read_text
from maatwerk.text import part

if TYPE_CHECKING:
    from maatwerk.problems import Problem

PAGE = Path(__file__).parents[2] / "docs" / "problems.md"
LIBRARY = Path(__file__).parent / "library"
_SECTION = re.compile(r"^### (?P<code>M\d{3})\n(?P<body>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^```(?P<slot>\w+)(?: with (?P<also>[M\d ]+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_MESSAGE = re.compile(r"^> (.+)$", re.MULTILINE)
_MARK = re.compile(r" *\^+ *$")
_BLOCK = re.compile(r"^### [A-Z].*?(?=^#|\Z|^\|)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A text that causes a problem: its place (line, column, length) and the message."""

    code: str
    text: str
    place: tuple[int, int, int]
    message: str
    also: frozenset[str]


def base() -> str:
    """The small ruleset to which the examples are added."""
    found = re.search(r"^```base\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def sections() -> dict[str, str]:
    """The text of the page by code."""
    return {match["code"]: match["body"] for match in _SECTION.finditer(PAGE.read_text(encoding="utf-8"))}


def examples() -> list[Example]:
    """Every fenced example of the page."""
    return [example(code, match, body) for code, body in sections().items() for match in _FENCE.finditer(body)]


def example(code: str, fence: re.Match[str], body: str) -> Example:
    """Put one example into the small ruleset, and work out where its mark points."""
    text = put(fence["slot"], fence["text"].rstrip("\n").split("\n"))
    lines = text.split("\n")
    number = next((number for number, line in enumerate(lines) if _MARK.match(line)), None)
    place = (0, 0, 0)
    if number is not None:
        mark = lines.pop(number)
        column = mark.index("^") + 1
        place = (number, column, mark.count("^"))
    messages = _MESSAGE.findall(body)
    also = frozenset((fence["also"] or "").split())
    return Example(code, "\n".join(lines), place, messages[-1] if messages else "", also)


def problems_of(example: Example) -> tuple[Problem, ...]:
    """What reading an example reports."""
    return read_text(example.text, "voorbeeld.md", LIBRARY).problems


def said(found: Problem) -> str:
    """The message with its suggestion, in Dutch."""
    return found.text("nl") + (f" Bedoelde u `{found.hint}`?" if found.hint else "")


def codes() -> set[str]:
    """The codes of rulesets in the catalogue, but for those of the analysis of patterns."""
    return {code for code in part("problem", "nl") if re.fullmatch(r"M[0-3]\d\d", code)}


def put(slot: str, lines: list[str]) -> str:
    """The small ruleset with these lines in their slot."""
    text = base()
    if slot == "document":
        return "\n".join(lines) + "\n"
    if slot == "front":
        keys = {line.partition(":")[0] for line in lines if ":" in line}
        kept = [line for line in text.split("\n---\n", 1)[0].split("\n") if line.partition(":")[0] not in keys]
        return "\n".join([*kept, *lines, "---", text.split("\n---\n", 1)[1]])
    if slot in {"facts", "norms"}:
        last = "| inkomen " if slot == "facts" else "| grens "
        row = next(line for line in text.split("\n") if line.startswith(last))
        return text.replace(row, "\n".join([row, *lines]))
    headings = {line for line in lines if line.startswith("### ")}
    kept_text = _BLOCK.sub(lambda match: "" if match[0].split("\n")[0] in headings else match[0], text)
    return kept_text.rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"
