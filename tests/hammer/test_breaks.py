"""The faults of tests/breaks, many more of them: `MAATWERK_BREAKS` says how many in each ruleset and building block."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from maatwerk.api import examine_ruleset
from tests.breaks.breaking import breaks
from tests.breaks.shelf import blocks_of, shelf_of
from tests.shares import IDS, RULESETS

pytestmark = pytest.mark.hammer
FAULTS = int(os.environ.get("MAATWERK_BREAKS", "10000"))
IN_A_BLOCK = 10
"""In a building block one in so many: each ruleset that uses it is read with it."""
COMPUTED = 200
"""So many with every example computed, questions too, also where what was read is equal in every part."""
SEARCHED = 20
"""So many read with the search through every case that there can be."""


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_many_faults_of_one_character_each_end_well(path: Path, tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, path)
    shares = dict.fromkeys(blocks_of(shelf), FAULTS // IN_A_BLOCK) | {shelf.file: FAULTS}

    for document, number in shares.items():
        faults = breaks(document.read_text(encoding="utf-8"), number, f"hammer/{path.parent.name}/{path.stem}")
        found = Counter(shelf.ending(each, document) for each in faults)
        print(f"\n{path.parent.name}/{path.stem}, faults in {document.parent.name}: {dict(found)}")
        assert number == found.total()


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_what_is_read_as_equal_gives_equal_assessments(path: Path, tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, path, every=True)
    faults = breaks(path.read_text(encoding="utf-8"), COMPUTED, f"every/{path.parent.name}/{path.stem}")

    assert COMPUTED == Counter(shelf.ending(each, shelf.file) for each in faults).total()


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_faults_end_as_well_when_every_case_is_asked(path: Path, tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, path, read=examine_ruleset)
    faults = breaks(path.read_text(encoding="utf-8"), SEARCHED, f"searched/{path.parent.name}/{path.stem}")

    assert SEARCHED == Counter(shelf.ending(each, shelf.file) for each in faults).total()
