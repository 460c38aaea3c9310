"""docs/naslag/meldingen-zaak.md: every problem of a case."""

from __future__ import annotations

import ast
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

from maatwerk.api import load_case, load_parts, load_ruleset
from maatwerk.basics.errors import ProblemsFound
from maatwerk.basics.problems import Problem
from maatwerk.case.days import still_to_come
from maatwerk.case.model import Case
from maatwerk.case.reading import read_case
from maatwerk.criteria.answering import with_answers
from maatwerk.loading.block_days import with_blocks_of
from maatwerk.ruleset.model import Ruleset
from scripts.reference import problems
from scripts.reference.problems import Example
from scripts.reference.world import PAGES

PAGE = "meldingen-zaak.md"
FILE = "zaak.json"
TODAY = date(2026, 3, 2)
FACTS = '{\n  "case": "2026-0001",\n  "ruleset": "reiskosten",\n  "facts": {\n'


@cache
def rules() -> Ruleset:
    """The ruleset of the page: the second of its two versions."""
    return load_ruleset(Path(library().name) / "reiskosten" / "2026-01-01.md", library=Path(library().name))


@cache
def library() -> tempfile.TemporaryDirectory[str]:
    """A folder with both versions, for as long as the program runs: reading a record looks at the other version."""
    folder = tempfile.TemporaryDirectory()
    for text, day in zip(problems.fenced(PAGE, "regelset"), ("2025-01-01", "2026-01-01"), strict=True):
        problems.written(Path(folder.name), f"reiskosten/{day}.md", text.encode())
    for text, day in zip(problems.fenced(PAGE, "bouwsteen"), ("2026-01-01", "2026-07-01"), strict=True):
        problems.written(Path(folder.name), f"bouwstenen/kilometers/{day}.md", text.encode())
    return folder


def put(slot: str, lines: list[str]) -> str:
    """A case with these lines under `facts` (`facts`, `parts`), or beside them (`case`); else the lines alone."""
    if slot in {"facts", "parts"}:
        return FACTS + "\n".join(lines) + "\n  }\n}\n"
    if slot == "case":
        return '{\n  "case": "2026-0001",\n  "ruleset": "reiskosten",\n' + "\n".join(lines) + "\n}\n"
    return "\n".join(lines)


@cache
def read(example: Example) -> tuple[Problem, ...]:
    """What a check of this case reports."""
    if example.slot == "answer":
        return _raised(lambda: with_answers(_two_journeys(), rules(), [_pair(example.text)], "--fact"))
    if example.slot == "python":
        return read_case(ast.literal_eval(example.text), rules()).problems
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        if example.slot != "nothing":
            problems.written(Path(folder), FILE, example.bytes)
        if example.slot == "parts":
            return _raised(lambda: _on_their_days(path))
        reading = read_case(path, rules())
    return reading.problems if reading.case is None else still_to_come(reading.case, TODAY)


def _raised(call: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        call()
    except ProblemsFound as wrong:
        return tuple(wrong.problems)
    return ()


def _on_their_days(path: Path) -> None:
    for part in load_parts(path, Path(library().name), today=TODAY):
        with_blocks_of(part.ruleset, part.case, TODAY)


def _two_journeys() -> Case:
    return load_case({"case": "2026-0001", "ruleset": "reiskosten", "facts": {"reizen": [{}, {}]}}, rules())


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def examples() -> list[Example]:
    """Every example of the page."""
    return list(problems.examples((PAGES / PAGE).read_text(encoding="utf-8"), put))


page = partial(problems.refilled, PAGE, put, read)
