"""A heading that was meant as a block never becomes prose in silence: its keys would be lost with it."""

from __future__ import annotations

import pytest

from maatwerk.basics.problems import Problem
from maatwerk.ruleset.reading import read_text
from tests.ruleset import problem_pages as page


def problems(heading: str) -> list[Problem]:
    text = f"{page.base()}\n{heading}\n\n- tekst: Een bedoeling.\n- bron: artikel 2\n- draagt: 1\n"
    return list(read_text(text, "voorbeeld.md", page.LIBRARY).problems)


@pytest.mark.parametrize(
    ("heading", "name", "hint"),
    [
        ("### Bedoeling: bij ziekte", "bij ziekte", "bij_ziekte"),
        ("### **Bedoeling: Bij ziekte**", "Bij ziekte", "bij_ziekte"),
        ("### Bedoeling:", "Bedoeling:", "bedoeling"),
    ],
)
def test_a_kind_of_block_with_a_name_that_is_none_is_told(heading: str, name: str, hint: str) -> None:
    (found,) = (each for each in problems(heading) if each.code == "M021")

    assert (name, hint) == (dict(found.values)["name"], found.hint)


@pytest.mark.parametrize("heading", ["## Waarom: de geschiedenis van deze regel", "## Voorbeelden", "## 3: slot"])
def test_other_headings_are_free(heading: str) -> None:
    assert [] == [each for each in problems(heading) if each.code == "M021"]


def test_a_block_whose_heading_is_bold_is_read() -> None:
    text = f"{page.base()}\n### **Bedoeling: bij_ziekte**\n\n- tekst: Een bedoeling.\n- bron: artikel 2\n- draagt: 1\n"
    rules = read_text(text, "voorbeeld.md", page.LIBRARY).ruleset

    assert rules is not None
    assert "bij_ziekte" in rules.purposes
