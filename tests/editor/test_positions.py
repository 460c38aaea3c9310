"""Positions are exact, whatever an editor counts in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.problems import Place
from maatwerk.editor.positions import (
    Position,
    Range,
    Units,
    from_units,
    lines_of,
    on_line,
    range_of,
    to_units,
    within,
)

LINE = "- tekst: 🚲 kost € 5"
UNITS: list[Units] = ["utf-8", "utf-16", "utf-32"]


@pytest.mark.parametrize(("units", "before_euro"), [("utf-8", 19), ("utf-16", 17), ("utf-32", 16)])
def test_an_emoji_and_a_euro_count_as_an_editor_counts_them(units: Units, before_euro: int) -> None:
    column = LINE.index("€") + 1

    assert before_euro == to_units(LINE, column, units)
    assert column == from_units(LINE, before_euro, units)


def test_inside_an_emoji_is_the_column_of_the_emoji() -> None:
    assert LINE.index("🚲") + 1 == from_units(LINE, LINE.index("🚲") + 1, "utf-16")


@given(st.text(alphabet=st.sampled_from("a€🚲é\ud800| ")), st.integers(0, 30), st.sampled_from(UNITS))
def test_there_and_back_is_the_same_column(line: str, column: int, units: Units) -> None:
    column = min(column, len(line)) + 1

    assert column == from_units(line, to_units(line, column, units), units)


@given(st.text(alphabet=st.sampled_from("a€🚲\n\r")), st.integers(-3, 9), st.integers(-3, 9))
def test_every_position_has_a_nearest_one_in_the_text(text: str, line: int, column: int) -> None:
    lines = lines_of(text)
    found = within(lines, Position(line, column))

    assert 1 <= found.line <= len(lines)
    assert 1 <= found.column <= len(lines[found.line - 1]) + 1


def test_a_place_without_a_column_is_its_line_and_one_without_a_line_the_first() -> None:
    lines = ["een", "twee"]

    assert on_line(2, 1, 4) == range_of(Place("x.md", 2), lines)
    assert on_line(1, 1, 3) == range_of(Place("x.md"), lines)
    assert on_line(2, 3, 2) == range_of(Place("x.md", 2, 3, 99), lines)


def test_a_place_that_the_text_does_not_have_is_its_nearest_one() -> None:
    assert on_line(1, 4, 0) == range_of(Place("x.md", 7, 9, 2), ["een"])


def test_a_place_in_a_text_that_cannot_be_read_stays_as_it_is() -> None:
    assert Range(Position(7, 3), Position(7, 3)) == range_of(Place("x.md", 7, 3, 2), [])
