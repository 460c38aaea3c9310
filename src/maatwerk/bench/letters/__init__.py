"""Every letter that a ruleset can give: found, written about invented people in both languages, and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.bench.letters.checks import problems_of
from maatwerk.bench.letters.seeking import variants

if TYPE_CHECKING:
    from maatwerk.basics.problems import Problem
    from maatwerk.ruleset.model import Ruleset


def letter_problems(ruleset: Ruleset) -> tuple[Problem, ...]:
    """What is wrong with the letters of a ruleset; a building block has none."""
    return tuple(problems_of(ruleset, variants(ruleset))) if ruleset.outcomes else ()
