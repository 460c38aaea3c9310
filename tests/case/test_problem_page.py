"""docs/naslag/meldingen-zaak.md has for every code of a case an example that causes it, and nothing else."""

from __future__ import annotations

import re

import pytest

from maatwerk.basics.text import part
from scripts.reference import case_problems
from scripts.reference.problems import Example, at_the_mark

EXAMPLES = case_problems.examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_the_example_causes_the_problem_at_the_marked_place_and_no_other(example: Example) -> None:
    found = case_problems.read(example)

    assert at_the_mark(example, found) is not None
    assert {each.code for each in found} - {example.code} == example.also


def test_each_code_has_an_example() -> None:
    codes = {code for code in part("problem", "nl") if re.fullmatch(r"C\d{3}", code)}

    assert {example.code for example in EXAMPLES} == codes
