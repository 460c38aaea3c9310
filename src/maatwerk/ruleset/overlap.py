"""Whether two versions of one ruleset, or of one building block, say that they hold on the same day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.ruleset import library as shelves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from maatwerk.ruleset.build import Draft

    _Says = tuple[date, date | None]  # the first day, and the first day on which it has ended


def overlapping(draft: Draft, library: Path) -> Iterator[Problem]:
    """M049 on the version that begins last: which one holds is not the program's to say.

    On the earlier version it is a remark, so that a new draft on the shelf never stops the rules that are in use.
    """
    path, header = Path(draft.desk.file), draft.header
    shelf = _shelf(path, library)
    own = next((each for each in shelf if each.path.name == path.name), None)
    if header is None or own is None:
        return
    for other in shelf:
        says = (header.valid_from, header.valid_until), (other.begins, other.until)
        if other is own or not _together(*says):
            continue
        later = _order(own, header.valid_from) > _order(other, other.begins)
        key = "geldig_vanaf" if later or header.valid_from == other.begins else "geldig_tot"
        day = max(header.valid_from, other.begins)
        place = draft.entries["", key].place
        yield problem("M049", place, warning=not later, day=day.isoformat(), other=other.path.name)


def _shelf(path: Path, library: Path) -> tuple[shelves.Version, ...]:
    """The versions beside a file; none where it does not stand on a shelf of this library."""
    folder, root = path.absolute().parent.resolve(), library.resolve()
    return shelves.versions(root, folder.relative_to(root).as_posix()) if folder.is_relative_to(root) else ()


def _together(one: _Says, other: _Says) -> bool:
    """Whether they begin on one day, or one ends after the other began; without an end the next one ends it."""
    (first, until), (second, _) = sorted((one, other), key=lambda says: says[0])
    return first == second or (until is not None and second < until)


def _order(version: shelves.Version, begins: date) -> tuple[str, bool, str]:
    """Later means: begins later; of two on one day, the one whose file says another day."""
    return str(begins), str(begins) != version.path.stem, version.path.stem
