"""Each detector has its page, on one skeleton, and the examples on it do what the page says."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from maatwerk.findings.all import DETECTORS
from maatwerk.findings.doel_voorbij import beyond
from maatwerk.story import view_of
from tests.findings.small import TODAY, case, check, codes, ruleset

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "findings"
MODULES = sorted(
    path.stem
    for path in (ROOT / "src" / "maatwerk" / "findings").glob("*.py")
    if hasattr(import_module(f"maatwerk.findings.{path.stem}"), "DETECTOR")
)
BY_SIGNAL = "eigen_stilzitten"  # the ruleset knows its facts: a signal with this code
IN_REPORTS = "doel_voorbij"  # counted, never shown on a case
SHOWN = [*MODULES, BY_SIGNAL]
ALL_PAGES = [*SHOWN, IN_REPORTS]
HEADINGS = [
    "What it looks at",
    "Why",
    "The law or norm",
    "An example that fires",
    "An example that does not",
    "Settings",
    "Known edges",
]


def page(module: str) -> str:
    return (PAGES / f"{module}.md").read_text(encoding="utf-8")


def fenced(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def told(text: str) -> list[set[str]]:
    """What the page says is found, example by example."""
    return [set(re.findall(r"`(\w+)`", line)) for line in re.findall(r"^Findings: (.*)\.$", text, re.MULTILINE)]


def assessed(rules: str, case: dict[str, Any]) -> Assessment:
    """The assessment of a case on a page."""
    process, received, notes = case.get("process"), case.get("received"), tuple(case.get("notes", ()))
    return check(rules, process=process, received=received, notes=notes, **case["facts"])


def test_every_detector_is_in_use() -> None:
    assert len(MODULES) == len(DETECTORS)


@pytest.mark.parametrize("module", ALL_PAGES)
def test_each_page_has_the_same_headings(module: str) -> None:
    assert HEADINGS == re.findall(r"^## (.*)$", page(module), re.MULTILINE)


@pytest.mark.parametrize("module", SHOWN)
def test_the_examples_on_a_page_do_what_it_says(module: str) -> None:
    text = page(module)
    (rules,) = fenced(text, "markdown")
    cases = [json.loads(each) for each in fenced(text, "json")]
    found = [codes(assessed(rules, each)) for each in cases]

    assert 2 == len(found)
    assert told(text) == found
    assert found[0] > found[1]


def test_the_examples_of_what_is_only_counted_are_counted_and_not_shown() -> None:
    text = page(IN_REPORTS)
    rules = fenced(text, "markdown")[0]
    cases = [json.loads(each) for each in fenced(text, "json")]
    views = [view_of(ruleset(rules), case(ruleset(rules), **each["facts"]), today=TODAY) for each in cases]

    assert told(text) == [set(beyond(view)) for view in views]
    assert [True, False] == [bool(beyond(view)) for view in views]
    assert [set(), set()] == [codes(assessed(rules, each)) for each in cases]


@pytest.mark.parametrize("module", ALL_PAGES)
def test_the_index_links_to_each_page(module: str) -> None:
    assert f"({module}.md)" in (PAGES / "index.md").read_text(encoding="utf-8")


def test_no_page_is_about_a_detector_that_is_gone() -> None:
    assert sorted(ALL_PAGES) == sorted(path.stem for path in PAGES.glob("*.md") if path.stem != "index")
