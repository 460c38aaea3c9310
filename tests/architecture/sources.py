"""What the tests of this folder look at: our own files."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "maatwerk"
RULESETS = ROOT / "rulesets"
CATALOGUE = SRC / "catalogue"


def committed() -> list[Path]:
    """Every file that git keeps, as it lies on disk now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def texts(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """The files that hold text, with their text."""
    for path in paths:
        content = path.read_bytes()
        if b"\0" not in content:
            yield path, content.decode("utf-8")


def python_files() -> list[Path]:
    """All Python we wrote: the package, the tests and the scripts."""
    return [path for folder in ("src", "tests", "scripts") for path in sorted((ROOT / folder).rglob("*.py"))]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function in a file with its length in lines, docstring and signature included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def shown(path: Path) -> str:
    """A path as people name it."""
    return path.relative_to(ROOT).as_posix()
