"""Where rulesets stand: `<id>/<valid_from>.md` and `bouwstenen/<id>/<valid_from>.md` in one folder, the library."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BUILDING_BLOCKS = "bouwstenen"
_ID = re.compile(rf"(?:{BUILDING_BLOCKS}/)?[a-z0-9][a-z0-9-]{{0,63}}")
_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_FROM = re.compile(r"^geldig_vanaf\s*:\s*(\d{4}-\d{2}-\d{2})\s*$", re.MULTILINE)
_UNTIL = re.compile(r"^geldig_tot\s*:\s*(\d{4}-\d{2}-\d{2})\s*$", re.MULTILINE)
_REFERENCE = re.compile(r"^peildatum\s*:\s*([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)\s*$", re.MULTILINE)
_FRONT = 4096  # bytes in which the front matter stands


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days: from the first up to, not with, the last. None = no end on that side."""

    first: date | None = None
    until: date | None = None

    def hold(self, day: date | None) -> bool:
        """Whether a day lies in it; a day that is not known may."""
        return day is None or ((self.first is None or self.first <= day) and (self.until is None or day < self.until))

    def within(self, other: Days) -> Days:
        """The days that lie in both."""
        firsts, ends = filter(None, (self.first, other.first)), filter(None, (self.until, other.until))
        return Days(max(firsts, default=None), min(ends, default=None))


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """One version of a ruleset: in force from `valid_from` up to the next, or up to its own last day."""

    valid_from: date
    path: Path

    @property
    def begins(self) -> date:
        """What its front matter says at `geldig_vanaf`; the day in its name where that cannot be read."""
        return _day(self._says(_FROM)) or self.valid_from

    @property
    def until(self) -> date | None:
        """What its front matter says at `geldig_tot`: the first day on which it has ended."""
        return _day(self._says(_UNTIL))

    def ended_on(self, day: date) -> bool:
        """Whether its front matter says `geldig_tot` a day on or before this one."""
        until = self.until
        return until is not None and until <= day

    @property
    def reference_date(self) -> str:
        """What its front matter says at `peildatum`: a date fact, or `list.field`; nothing where it cannot be read."""
        return self._says(_REFERENCE)

    def _says(self, key: re.Pattern[str]) -> str:
        """A key of the front matter, without reading the rest: what is wrong with that, reading it will tell."""
        try:
            with self.path.open("rb") as file:
                front = _FENCE.split(file.read(_FRONT).decode(errors="replace"), 2)[:2]
        except OSError:
            return ""
        match = key.search(front[-1])
        return match[1] if match else ""


def versions(library: Path, ruleset: str) -> tuple[Version, ...]:
    """The versions of a ruleset, oldest first; of a building block with `bouwstenen/<id>`. None = an unknown id."""
    if not _ID.fullmatch(ruleset):
        return ()
    found = ((_day(path.stem), path) for path in _files(library / ruleset))
    return tuple(sorted(Version(day, path) for day, path in found if day))


def _files(folder: Path) -> list[Path]:
    return list(folder.glob("*.md")) if folder.is_dir() else []


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-01-01") else None
    except ValueError:
        return None


def on_day(found: Sequence[Version], day: date | None) -> tuple[Version, ...]:
    """The version in force on a day, or the newest for None; empty when there is none."""
    started = [version for version in found if day is None or version.valid_from <= day]
    return tuple(started[-1:]) if day is None or not started or not started[-1].ended_on(day) else ()


def days_of(version: Version, found: Sequence[Version]) -> Days:
    """The days on which a version is the one in force: up to the next one, or up to its own last day."""
    ends = [each.valid_from for each in found if each.valid_from > version.valid_from]
    return Days(version.valid_from, min([*ends, *filter(None, [version.until])], default=None))


def in_force(library: Path, ruleset: str, on: date | None = None) -> Path | None:
    """The file of the version in force on a day (None: the newest); None when there is none."""
    return next((version.path for version in on_day(versions(library, ruleset), on)), None)


def shelf_of(file: Path) -> Path:
    """The folder of the library in which a file stands as `<id>/<valid_from>.md`, or as that of a building block."""
    shelf = file.absolute().parent.parent
    return shelf.parent if shelf.name == BUILDING_BLOCKS else shelf


def ids(library: Path) -> tuple[str, ...]:
    """The ids of the rulesets in a library, without the building blocks."""
    return tuple(name for name in _folders(library) if name != BUILDING_BLOCKS and versions(library, name))


def building_blocks(library: Path) -> tuple[str, ...]:
    """The ids of the building blocks in a library."""
    return tuple(name for name in _folders(library / BUILDING_BLOCKS) if versions(library, f"{BUILDING_BLOCKS}/{name}"))


def _folders(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def shipped() -> Path:
    """The rulesets that come with maatwerk: inside the installed package, or beside the source."""
    inside = Path(str(resources.files("maatwerk"))) / "rulesets"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "rulesets"
