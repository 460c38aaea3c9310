"""Each detector has its page, on one skeleton, and the examples on it do what the page says."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest

from maatwerk.findings.all import DETECTORS
from tests.findings.small import check, codes

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "findings"
MODULES = sorted(
    path.stem
    for path in (ROOT / "src" / "maatwerk" / "findings").glob("*.py")
    if hasattr(import_module(f"maatwerk.findings.{path.stem}"), "DETECTOR")
)
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


def test_every_detector_is_in_use() -> None:
    assert len(MODULES) == len(DETECTORS)


@pytest.mark.parametrize("module", MODULES)
def test_each_page_has_the_same_headings(module: str) -> None:
    assert HEADINGS == re.findall(r"^## (.*)$", page(module), re.MULTILINE)


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_on_a_page_do_what_it_says(module: str) -> None:
    text = page(module)
    (rules,) = fenced(text, "markdown")
    cases = [json.loads(each) for each in fenced(text, "json")]
    found = [
        codes(check(rules, process=each.get("process"), notes=tuple(each.get("notes", ())), **each["facts"]))
        for each in cases
    ]

    assert 2 == len(found)
    assert told(text) == found
    assert found[0] > found[1]


@pytest.mark.parametrize("module", MODULES)
def test_the_index_links_to_each_page(module: str) -> None:
    assert f"({module}.md)" in (PAGES / "index.md").read_text(encoding="utf-8")


def test_no_page_is_about_a_detector_that_is_gone() -> None:
    assert [*MODULES] == sorted(path.stem for path in PAGES.glob("*.md") if path.stem != "index")
