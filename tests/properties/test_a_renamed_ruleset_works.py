"""A ruleset that nobody here wrote works: with every name changed, all examples hold. And the program knows none."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.examples import run_examples
from maatwerk.ruleset.library import ids, versions
from tests.properties.renaming import names_of, renamed
from tests.strategies.rulesets import LIBRARY

SOURCES = Path(__file__).parents[2] / "src" / "maatwerk"
SHIPPED = [version.path for name in ids(LIBRARY) for version in versions(LIBRARY, name)]
LANGUAGE = "ruleset/kinds.py"
"""The words of the language itself stand here, and some rulesets use such a word as a name too (`inkomen`)."""
WRITERS = "bench/writing/outline"
"""These write the first text of a new ruleset: its names are theirs to choose, and its grounds those of the Awb."""


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_all_examples_hold_with_every_name_changed(path: Path, tmp_path: Path) -> None:
    ruleset, twin = load_ruleset(path, library=LIBRARY), renamed(LIBRARY, path, tmp_path)
    assert set(names_of(ruleset)) & set(names_of(twin)) == set()
    assert len(names_of(twin)) == len(names_of(ruleset))
    assert len(twin.examples) == len(ruleset.examples)
    wrong = [(row.name, cell.column, cell.expected, cell.found)
             for row in run_examples(twin) for cell in row.cells if not cell.equal]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_name_of_a_ruleset_stands_in_the_program(path: Path) -> None:
    ruleset = load_ruleset(path, library=LIBRARY)
    names = {ruleset.id, *names_of(ruleset)}
    found = {(file.relative_to(SOURCES).as_posix(), name)
             for file in SOURCES.rglob("*.py") for name in names & quoted(file)}  # fmt: skip
    assert {each for each in found if each[0] != LANGUAGE and not each[0].startswith(WRITERS)} == set()


def quoted(file: Path) -> set[str]:
    """Every text in quotes in a module, and every identifier."""
    nodes = list(ast.walk(ast.parse(file.read_text())))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return texts | {node.id for node in nodes if isinstance(node, ast.Name)}


def test_a_name_in_quotes_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('if fact == "kan_pinnen":\n    pass\n')
    assert "kan_pinnen" in quoted(tmp_path / "module.py")
