"""The page about JSON names every key of every format, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from maatwerk.api import load_case, load_ruleset
from maatwerk.basics.deadlines import LastDay
from maatwerk.cli.screens import language, letter, machine, machine_diff, shown, variants
from maatwerk.letter.model import Bullets, Letter, Paragraph, Section
from maatwerk.ruleset.library import in_force, shipped

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "json.md").read_text("utf-8")
SECTIONS = {
    part.split("\n", 1)[0]: set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE))
    for part in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]
}


def models(schema: str, root: str) -> dict[str, set[str]]:
    found = json.loads((DOCS / "schema" / schema).read_text("utf-8"))
    parts = {root: found, **found["$defs"]}
    return {name: set(part["properties"]) for name, part in parts.items() if "properties" in part}


MODELS = {**models("case.json", "CaseFile"), **models("assessment.json", "Assessment")}
RESULTS = (*machine.RESULTS, *machine_diff.RESULTS, *shown.RESULTS, *language.RESULTS, *letter.RESULTS)
RESULTS += (*variants.RESULTS, Letter, Section, Paragraph, Bullets, LastDay)
MODELS |= {result.__name__: set(result.__annotations__) for result in RESULTS}


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_explained_and_no_other(model: str) -> None:
    assert MODELS[model] == SECTIONS[model]


def test_no_section_is_about_a_model_that_is_gone() -> None:
    assert MODELS.keys() == SECTIONS.keys()


def test_the_case_on_the_page_can_be_read() -> None:
    (example,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    data = json.loads(example)
    path = in_force(shipped(), data["ruleset"])
    assert path is not None

    assert {"inkomen", "volgt_onderwijs"} == load_case(data, load_ruleset(path)).facts.keys()
