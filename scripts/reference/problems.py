"""The pages of problems: an example for each code, put where it belongs and really read; what is said stands below it.

A fenced example says in its first line where it goes. Of rulesets: `front` (lines of the front matter), `facts` and
`norms` (rows), `block` (blocks; one that exists already is replaced), `document` (the whole text), `file` (the bytes of
a file, `file NAME` with its name), `folder` (no file at all) and `expression` (by itself). A line of `^^^` marks the
place. `with M012`: it causes that code as well. In any example `«20 keer: …»` stands for so many repetitions, with
`«nummer»` and `«vorige»` for their number and the one before, and `«byte FF»` for a byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from maatwerk.basics.problems import Problem
from scripts.reference.world import PAGES

_SECTION = re.compile(r"^### (?P<code>[A-Z]\d{3})\n(?P<body>.*?)(?=^### [A-Z]\d{3}$|^## |\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(
    r"^```(?P<slot>\w+)(?: (?P<name>[\w./-]+\.\w+))?(?: with (?P<also>[A-Z\d ]+))?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_MARK = re.compile(r" *\^+ *$")
_REPEATED = re.compile(r"«(?P<times>\d+) keer: (?P<text>(?:[^«»]|«nummer»|«vorige»)*)»", re.DOTALL)
_BYTE = re.compile(r"«byte (?P<value>[0-9A-F]{2})»")
_SAID = re.compile(r"\n> (?:Probleem|Opmerking): [^\n]*\n")


@dataclass(frozen=True)
class Example:
    """A text that causes a problem. `place`: line, column and length of its mark; None = none."""

    code: str
    slot: str
    name: str
    text: str
    place: tuple[int, int, int] | None
    also: frozenset[str]

    @property
    def bytes(self) -> bytes:
        """The text as it stands in a file."""
        return b"".join(
            bytes([int(part, 16)]) if number % 2 else part.encode()
            for number, part in enumerate(_BYTE.split(self.text))
        )


Reader = Callable[[Example], tuple[Problem, ...]]
Putter = Callable[[str, list[str]], str]


def sections(page: str) -> dict[str, str]:
    """The text below the heading of each code."""
    return {found["code"]: found["body"] for found in _SECTION.finditer(page)}


def examples(page: str, put: Putter) -> Iterator[Example]:
    """Every example of a page, put where it belongs."""
    for code, body in sections(page).items():
        for fence in _FENCE.finditer(body):
            yield _example(code, fence, put)


def _example(code: str, fence: re.Match[str], put: Putter) -> Example:
    text = _REPEATED.sub(_repeated, fence["text"].rstrip("\n"))
    lines = put(fence["slot"], text.split("\n")).split("\n")
    number = next((number for number, line in enumerate(lines) if _MARK.match(line)), None)
    place = None
    if number is not None:
        mark = lines.pop(number)
        place = (number, mark.index("^") + 1, mark.count("^"))
    also = frozenset((fence["also"] or "").split())
    return Example(code, fence["slot"], fence["name"] or "", "\n".join(lines), place, also)


def _repeated(found: re.Match[str]) -> str:
    numbers = range(int(found["times"]))
    return "".join(found["text"].replace("«nummer»", str(each + 1)).replace("«vorige»", str(each)) for each in numbers)


def at_the_mark(example: Example, found: tuple[Problem, ...]) -> Problem | None:
    """The problem that an example is about: with its code, and at its mark where it has one."""
    for each in found:
        here = (each.place.line, each.place.column, each.place.length)
        if each.code == example.code and example.place in (None, here):
            return each
    return None


def said(found: Problem) -> str:
    """The message with its suggestion, in Dutch."""
    return found.text("nl") + (f" Bedoelde u `{found.hint}`?" if found.hint else "")


def refilled(name: str, put: Putter, read: Reader) -> str:
    """A page with below each example what the program says of it. ValueError when it does not cause its code."""
    page = (PAGES / name).read_text(encoding="utf-8")

    def with_message(section: re.Match[str]) -> str:
        body = _SAID.sub("\n", section["body"])
        return f"### {section['code']}\n{_FENCE.sub(lambda fence: told(section['code'], fence), body)}"

    def told(code: str, fence: re.Match[str]) -> str:
        example = _example(code, fence, put)
        found = at_the_mark(example, read(example))
        if found is None:
            raise ValueError(f"{name}: the example of {code} does not cause it at its mark")
        return f"{fence[0]}\n\n> {'Opmerking' if found.warning else 'Probleem'}: {said(found)}"

    return re.sub(r"\n{3,}", "\n\n", _SECTION.sub(with_message, page)).rstrip("\n") + "\n"


def fenced(name: str, kind: str) -> list[str]:
    """The fenced blocks of one kind on a page, as the small rulesets to which examples are added."""
    text = (PAGES / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file in a folder, with the folders around it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
