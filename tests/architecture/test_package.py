"""What is installed elsewhere must be whole: the package works without this repository beside it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.architecture.sources import ROOT, SRC

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.parametrize("folder", ["rulesets", "templates"])
def test_the_package_brings_rulesets_and_templates(wheel: Path, folder: str) -> None:
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    packed = zipfile.ZipFile(wheel).namelist()

    assert ours
    assert set() == {f"maatwerk/{name}" for name in ours} - set(packed)


def test_the_package_brings_the_page_of_problems_that_the_editor_quotes(wheel: Path) -> None:
    page = (ROOT / "docs" / "naslag" / "meldingen.md").read_bytes()

    assert page == zipfile.ZipFile(wheel).read("maatwerk/meldingen.md")


def test_the_package_brings_every_source_text_and_type_marker(wheel: Path) -> None:
    ours = {
        path.relative_to(SRC.parent).as_posix() for path in SRC.rglob("*") if path.is_file() and path.suffix != ".pyc"
    }
    packed = zipfile.ZipFile(wheel).namelist()

    assert "maatwerk/py.typed" in packed
    assert set() == ours - set(packed)


def test_the_package_brings_its_licence(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    name = next(name for name in archive.namelist() if name.endswith("licenses/LICENSE"))

    assert (ROOT / "LICENSE").read_bytes() == archive.read(name)
