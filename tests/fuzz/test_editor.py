"""A text is half typed most of the time: every beginning of what we ship gives an answer wherever one looks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.editor.positions import Position, lines_of
from maatwerk.ruleset.library import shipped
from tests.fuzz import of_editor, of_rulesets

SHIPPED = [path.read_text("utf-8") for path in sorted(shipped().rglob("*.md"))]


@pytest.fixture(scope="module")
def file() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield of_rulesets.shelf(Path(folder))


@given(data=st.data())
def test_every_beginning_is_helped_at_its_end(file: Path, data: st.DataObject) -> None:
    whole = SHIPPED[data.draw(st.integers(0, len(SHIPPED) - 1))]
    text = whole[: data.draw(st.integers(0, len(whole)))]
    lines = lines_of(text)

    of_editor.ask(text, file, Position(len(lines), len(lines[-1]) + 1))


@given(data=st.data())
def test_every_beginning_is_helped_anywhere(file: Path, data: st.DataObject) -> None:
    whole = SHIPPED[data.draw(st.integers(0, len(SHIPPED) - 1))]
    text = whole[: data.draw(st.integers(0, len(whole)))]
    line = data.draw(st.integers(-1, len(lines_of(text)) + 1))

    of_editor.ask(text, file, Position(line, data.draw(st.integers(-1, 250))))


@given(data=st.data())
def test_a_text_is_helped_where_something_was_cut_out(file: Path, data: st.DataObject) -> None:
    whole = SHIPPED[data.draw(st.integers(0, len(SHIPPED) - 1))]
    start = data.draw(st.integers(0, len(whole)))
    text = whole[:start] + whole[start + data.draw(st.integers(0, 200)) :]
    before = lines_of(text[:start])

    of_editor.ask(text, file, Position(len(before), len(before[-1]) + 1))
    of_editor.examined(text, file)


@pytest.mark.parametrize("sign", ["a", " ", "{", "#", "|", "-", "(", "=", "9", "\\", "_", "§", "\ud800"])
@pytest.mark.parametrize(
    "lead", ["", "### ", "### Voorwaarde: a\n- eis: ", "### Uitkomst: a\n- tekst: {", "| geval | "]
)
def test_a_very_long_line_is_helped_within_a_second(file: Path, lead: str, sign: str) -> None:
    text = lead + sign * 50_000
    lines = lines_of(text)

    of_editor.ask(text, file, Position(len(lines), len(lines[-1]) + 1))
    of_editor.ask(text, file, Position(len(lines), len(lines[-1]) // 2))
    of_editor.examined(text, file)
