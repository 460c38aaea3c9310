"""docs/naslag/meldingen.md: every problem of a ruleset."""

from __future__ import annotations

import re
import shutil
import tempfile
from functools import cache, partial
from pathlib import Path

from maatwerk.api import examine_ruleset
from maatwerk.basics.problems import Place, Problem
from maatwerk.expressions.parser import parse
from scripts.reference import problems
from scripts.reference.problems import Example
from scripts.reference.world import PAGES

PAGE = "meldingen.md"
LIBRARY = Path(__file__).parents[2] / "tests" / "ruleset" / "library"
FILE = "voorbeeld.md"
_BLOCK = re.compile(r"^### [A-Z].*?(?=^#|\Z|^\|)", re.MULTILINE | re.DOTALL)


@cache
def base() -> str:
    """The small ruleset to which the examples are added."""
    return problems.fenced(PAGE, "base")[0]


def put(slot: str, lines: list[str]) -> str:
    """The small ruleset with these lines in their slot; the lines alone when they are a whole text."""
    text = base()
    if slot == "front":
        keys = {line.partition(":")[0] for line in lines if ":" in line}
        kept = [line for line in text.split("\n---\n", 1)[0].split("\n") if line.partition(":")[0] not in keys]
        return "\n".join([*kept, *lines, "---", text.split("\n---\n", 1)[1]])
    if slot in {"facts", "norms"}:
        last = "| inkomen " if slot == "facts" else "| grens "
        row = next(line for line in text.split("\n") if line.startswith(last))
        return text.replace(row, "\n".join([row, *lines]))
    if slot == "block":
        headings = {line for line in lines if line.startswith("### ")}
        kept_text = _BLOCK.sub(lambda found: "" if found[0].split("\n")[0] in headings else found[0], text)
        return kept_text.rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"
    return "\n".join(lines) + ("\n" if slot == "document" else "")


def examples() -> list[Example]:
    """Every example of the page."""
    return list(problems.examples((PAGES / PAGE).read_text(encoding="utf-8"), put))


@cache
def read(example: Example) -> tuple[Problem, ...]:
    """What `maatwerk rules check` reports of an example, in a folder of rulesets of its own."""
    if example.slot == "expression":
        return parse(example.text, Place(FILE))[1]
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "rulesets"
        shutil.copytree(LIBRARY, library)
        path = library / (example.name or FILE)
        if example.slot == "folder":
            path.mkdir(parents=True)
        else:
            problems.written(library, str(path), example.bytes)
        return examine_ruleset(path, library=library).problems


page = partial(problems.refilled, PAGE, put, read)
