"""All text for users comes from one catalogue, whole in both languages."""

from __future__ import annotations

import ast
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from maatwerk.basics.text import part
from tests.architecture.sources import CATALOGUE, SRC, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = sorted({path.stem for path in CATALOGUE.glob("*/*.toml")})


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", PARTS)
def test_both_languages_have_the_same_texts(name: str) -> None:
    assert part(name, "nl").keys() == part(name, "en").keys()


@pytest.mark.parametrize("name", PARTS)
def test_both_languages_fill_in_the_same_values(name: str) -> None:
    dutch, english = part(name, "nl"), part(name, "en")
    differ = {
        key: (dutch[key], english[key])
        for key in dutch.keys() & english.keys()
        if placeholders(dutch[key]) != placeholders(english[key])
    }

    assert {} == differ


@pytest.mark.parametrize("name", PARTS)
def test_a_text_is_empty_in_both_languages_or_in_none(name: str) -> None:
    empty = {lang: {key for key, text in part(name, lang).items() if not text.strip()} for lang in ("nl", "en")}

    assert empty["nl"] == empty["en"]


def asked_for() -> Iterator[tuple[str, str]]:
    """Every key that the code asks for by name, with the place where it does."""
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"):
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value), f"{shown(path)}:{node.lineno}"


def test_every_text_that_the_code_asks_for_is_there() -> None:
    missing = []
    for key, place in asked_for():
        name, _, rest = key.partition(".")
        if name not in PARTS or rest not in part(name, "nl"):
            missing.append(f"{place}: {key}")

    assert [] == missing
