"""Whole letters on which the rules were not tuned: they were committed before the first rule was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maatwerk.language import check
from tests.language.texts import language_of, whole

if TYPE_CHECKING:
    from pathlib import Path

BUREAUCRATIC = [*whole("held_out", "*-ambtelijk-*"), *whole("held_out", "*-bureaucratic-*")]
PLAIN = [*whole("held_out", "*-gewoon-*"), *whole("held_out", "*-plain-*")]


def name(path: Path) -> str:
    return path.stem


def test_there_are_as_many_of_both_kinds() -> None:
    assert 9 == len(BUREAUCRATIC) == len(PLAIN)


@pytest.mark.parametrize("path", BUREAUCRATIC, ids=name)
def test_a_bureaucratic_letter_has_at_least_20_issues(path: Path) -> None:
    checked = check(path.read_text(encoding="utf-8"), language_of(path))

    assert len(checked.issues) >= 20
    assert checked.score <= 40


@pytest.mark.parametrize("path", PLAIN, ids=name)
def test_a_plain_letter_has_at_most_4_issues_and_no_error(path: Path) -> None:
    checked = check(path.read_text(encoding="utf-8"), language_of(path))

    assert len(checked.issues) <= 4
    assert () == checked.errors
    assert checked.score >= 85


@pytest.mark.parametrize("path", whole("letters", "*.txt"), ids=name)
def test_a_model_letter_has_no_error(path: Path) -> None:
    assert () == check(path.read_text(encoding="utf-8"), language_of(path)).errors
