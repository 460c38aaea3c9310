"""Where the name at a position is defined, also in a building block; and where a building block itself stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Place
from maatwerk.editor.positions import within
from maatwerk.editor.spots import names_may_stand
from maatwerk.editor.where import spot_at
from maatwerk.ruleset import library

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.editor.opened import Opened
    from maatwerk.editor.positions import Position

_USES = "gebruikt"


def definition(opened: Opened, at: Position) -> Place | None:
    """The place of a definition; None where the position names nothing that is known."""
    spot = spot_at(opened.lines, within(opened.lines, at))
    if spot.what == "front_value" and spot.key == _USES:
        file = _block_file(opened, spot.here.word(ids=True)[0])
        return Place(str(file), 1, 1) if file else None
    if not names_may_stand(spot) and spot.what != "heading":
        return None
    known = opened.names.get(spot.here.word()[0])
    return known.place if known else None


def _block_file(opened: Opened, name: str) -> Path | None:
    """The file of a building block: the version that this text uses."""
    header = opened.draft.header
    found = library.versions(opened.library, f"{library.BUILDING_BLOCKS}/{name}")
    chosen = library.on_day(found, header.valid_from if header else None) or found[-1:]
    return chosen[0].path if chosen else None
