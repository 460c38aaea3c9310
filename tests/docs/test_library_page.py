"""The page about the library is one program that runs from the first block to the last."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import maatwerk
from maatwerk.basics.text import use_language
from tests.docs.pages import ROOT, blocks, printed, told

PAGE = ROOT / "docs" / "library.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the rulesets and examples that the page names."""
    for name in ("rulesets", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    use_language("nl")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_page_prints_what_it_says() -> None:
    expected = told(PAGE)

    assert "" not in expected
    assert expected == printed(PAGE)


def test_the_page_ends_with_a_decision_and_a_letter(folder: Path) -> None:
    printed(PAGE)

    assert "€\u00a0449,00" in (folder / "brief.txt").read_text(encoding="utf-8")
    assert (folder / "gemeente" / "register.db").is_file()


def test_the_page_shows_every_verb_of_the_library() -> None:
    text = "\n".join(blocks(PAGE, "python"))
    verbs = {name for name in maatwerk.__all__ if name[0].islower()} - {"examine_ruleset"}

    assert set() == {verb for verb in verbs if f"{verb}(" not in text}
