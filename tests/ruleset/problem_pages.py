"""docs/naslag/meldingen.md for tests: each code with an example that causes it, put into the small ruleset on it."""

from __future__ import annotations

import re
from functools import cache

from maatwerk.basics.problems import Problem
from maatwerk.basics.text import part
from scripts.reference import problems, ruleset_problems
from scripts.reference.problems import Example, said
from scripts.reference.ruleset_problems import LIBRARY, base, put
from scripts.reference.world import PAGES

__all__ = ["LIBRARY", "PAGE", "Example", "base", "codes", "examples", "problems_of", "put", "said", "sections"]

PAGE = PAGES / ruleset_problems.PAGE


def sections() -> dict[str, str]:
    """The text of the page by code."""
    return problems.sections(PAGE.read_text(encoding="utf-8"))


@cache
def examples() -> list[Example]:
    """Every example of the page."""
    return ruleset_problems.examples()


def problems_of(example: Example) -> tuple[Problem, ...]:
    """What reading an example reports."""
    return ruleset_problems.read(example)


def codes() -> set[str]:
    """The codes of rulesets in the catalogue."""
    return {code for code in part("problem", "nl") if re.fullmatch(r"M\d{3}", code)}
