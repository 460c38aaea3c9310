"""A file that is written again during a long run is told plainly; nothing is read from two texts at once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.testing.new_rows import ExampleTables
from maatwerk.bench.testing.reread import ChangedMeanwhile
from maatwerk.bench.testing.written import Written
from maatwerk.ruleset.library import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset

NAME = "raalte-id-kaart/2015-01-01.md"


@pytest.fixture
def rules(tmp_path: Path) -> Ruleset:
    shutil.copytree(shipped(), tmp_path / "rulesets")
    return load_ruleset(tmp_path / "rulesets" / NAME)


def test_the_tables_of_the_text_that_was_read_are_there(rules: Ruleset) -> None:
    assert {each.name for each in rules.examples} == {
        row["geval"].value for table in ExampleTables(rules).tables for row in table.rows
    } - {"standaard"}


@pytest.mark.parametrize("again", [ExampleTables, Written])
@pytest.mark.parametrize("more", ["\n", None])
def test_another_text_or_none_is_told_with_the_file(
    rules: Ruleset, tmp_path: Path, again: type[ExampleTables | Written], more: str | None
) -> None:
    file = tmp_path / "rulesets" / NAME
    if more is None:
        file.unlink()
    else:
        file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")

    with pytest.raises(ChangedMeanwhile, match="intussen veranderd"):
        again(rules)
