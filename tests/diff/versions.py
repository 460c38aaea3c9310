"""Two versions of a shipped ruleset in a library of their own: the old text, and a new one with changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from maatwerk.api import load_ruleset
from maatwerk.bench.diff.compare import Comparison, compare
from maatwerk.ruleset.library import shipped

LAPTOP = "laptop-minimaregeling"
Replacements = tuple[tuple[str, str], ...]
WIDER: Replacements = (
    ("| 2026-01-01 | 120%   |", "| 2026-01-01 | 130%   |"),
    ("tussen 110% en 120% van", "tussen 110% en 130% van"),
)
"""The limit for half of the amount goes up from 120 % to 130 %."""
OLD_LIMIT: Replacements = (
    ("| 2026-01-01 | 110%   |", "| 2026-01-01 | 100%   |"),
    ("| 2026-01-01 | 120%   |", "| 2026-01-01 | 110%   |"),
    ("hoogstens 110% van", "hoogstens 100% van"),
    ("tussen 110% en 120% van", "tussen 100% en 110% van"),
)
"""What the shipped text would have been with 100 % and 110 %."""


def library(folder: Path) -> Path:
    """A copy of all shipped rulesets with their building blocks."""
    shutil.copytree(shipped(), folder / "rulesets")
    return folder / "rulesets"


def changed(text: str, changes: Replacements) -> str:
    """The text with these changes; how many blanks stand in the cell of a table does not count."""
    for old, new in changes:
        pattern = " +".join(map(re.escape, re.split(" +", old)))
        assert re.search(pattern, text), old
        text = re.sub(pattern, lambda _, new=new: new, text)  # type: ignore[misc]
    return text


def version(shelf: Path, name: str, changes: Replacements, *, day: str, source: str = "2026-01-01") -> Path:
    """The shipped text with these changes, as the version that begins on a day."""
    text = (shelf / name / f"{source}.md").read_text("utf-8")
    file = shelf / name / f"{day}.md"
    file.write_text(changed(text, ((f"geldig_vanaf: {source}", f"geldig_vanaf: {day}"), *changes)), "utf-8")
    return file


def laptop(folder: Path, changes: Replacements, *, old: Replacements = ()) -> tuple[Path, Path]:
    """The shipped laptop ruleset with changes, on the same first day, in two libraries: old and new."""
    files = []
    for name, each in (("old", old), ("new", changes)):
        shelf = library(folder / name)
        file = shelf / LAPTOP / "2026-01-01.md"
        file.write_text(changed(file.read_text("utf-8"), each), "utf-8")
        files.append(file)
    return files[0], files[1]


def compared(old: Path, new: Path) -> Comparison:
    return compare(load_ruleset(old), load_ruleset(new))


def laptop_case(number: int = 1, **given: Any) -> dict[str, Any]:  # noqa: ANN401 - values of a case file
    """Someone alone with a child of 13 at school, without a laptop; `given` overrides."""
    facts = {
        "aanvraagdatum": "2026-03-02", "huishouden": "alleenstaand", "inkomen": "1400.00", "eenmalig_inkomen": "0.00",
        "beslag": "0.00", "geboortedatum_kind": "2012-05-01", "volgt_onderwijs": "ja", "eerder_gekregen": "nee",
        "laptop_bruikbaar": "nee", "laptop_gestolen": "nee",
    }  # fmt: skip
    return {"case": f"Z-{number}", "ruleset": LAPTOP, "facts": {**facts, **given}}
