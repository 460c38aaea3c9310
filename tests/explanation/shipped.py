"""The shipped cases, explained on one day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk import explain, load_parts
from maatwerk.basics.text import use_language

if TYPE_CHECKING:
    from maatwerk import CasePart, Explanation

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 30)
NAMES = sorted(path.stem for path in (ROOT / "examples" / "cases").glob("*.json"))


def parts(name: str) -> tuple[CasePart, ...]:
    return load_parts(ROOT / "examples" / "cases" / f"{name}.json", ROOT / "rulesets", today=TODAY)


def explained(name: str, what: dict[str, str] | None = None) -> Explanation:
    """The explanation of a case that falls in one version of its rules."""
    use_language("nl")
    (part,) = parts(name)
    return explain(part.ruleset, part.case, today=TODAY, what=what)


def plain(text: str) -> str:
    """A text with ordinary spaces in its amounts."""
    return text.replace("\u00a0", " ")
