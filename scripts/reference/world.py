"""The small ruleset on docs/naslag/index.md, and its first example: the world in which expressions are computed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from maatwerk.basics.problems import Place, Problem
from maatwerk.bench.examples import case_of, today_of
from maatwerk.criteria.situation import Situation
from maatwerk.expressions.parser import parse
from maatwerk.expressions.types import Type
from maatwerk.expressions.typing import check
from maatwerk.expressions.words import figure
from maatwerk.ruleset.build import PROCESS_DATES
from maatwerk.ruleset.model import Ruleset, inside
from maatwerk.ruleset.reading import read_text
from maatwerk.story import view_of

PAGES = Path(__file__).parents[2] / "docs" / "naslag"
NOWHERE = Path(__file__).parent  # a library without rulesets


def small_text() -> str:
    """The text of the small ruleset."""
    found = re.search(r"^```regelset\n(.*?)^```$", (PAGES / "index.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError("index.md has no ```regelset")
    return found[1]


@cache
def small() -> Ruleset:
    """The small ruleset. ValueError with what is wrong when it cannot be read."""
    reading = read_text(small_text(), "zwemles.md", NOWHERE)
    if reading.ruleset is None:
        raise ValueError([f"{found.place} {found.text()}" for found in reading.problems])
    return reading.ruleset


@cache
def situation() -> Situation:
    """The situation of its first example."""
    rules = small()
    return view_of(rules, case_of(rules, rules.examples[0]), today=today_of(rules, rules.examples[0])).situation


def computed(text: str) -> str:
    """What an expression gives in the small world, in words. ValueError when it is not right."""
    rules = small()
    names = {
        **PROCESS_DATES,
        **{name: situation().type_of(name) for name in (*rules.facts, *rules.norms, *rules.calculations)},
    }
    lists = {name: {each: situation().type_of(each) for each in inside(rules, name)} for name in rules.lists}
    parsed, problems = parse(text, Place("naslag"))
    if parsed is not None:
        parsed, kind, problems = check(parsed, names, lists=lists, norms=rules.norms, allow_is_known=True)
        if kind is not None:
            return figure(parsed.root, situation(), "nl").replace("\u00a0", " ")
    raise ValueError(f"{text}: {[found.text() for found in problems]}")


def typed(text: str, names: dict[str, Type]) -> tuple[Type | None, tuple[Problem, ...]]:
    """The type of an expression over names of these types, or what is wrong with it."""
    parsed, problems = parse(text, Place("naslag"))
    if parsed is None:
        return None, problems
    _, kind, problems = check(parsed, names)
    return kind, problems
