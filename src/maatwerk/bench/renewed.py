"""A new version, or a new ruleset, from a text that is there: its head changes, all else stays as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.ruleset.blocks import prose_heading
from maatwerk.ruleset.entries import Desk
from maatwerk.ruleset.formatting import with_lines
from maatwerk.ruleset.front_matter import split

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class NewHead:
    """What the front matter says from now on; no title = that of the text."""

    id: str
    valid_from: date
    title: str = ""


def renewed(text: str, head: NewHead) -> str:
    """The text under its new head. An end that lies before the new beginning is left out.

    A heading of the document that is its title follows. For a text without problems.
    """
    return with_lines(text, lambda lines: _renewed(lines, head))


def _renewed(lines: list[str], head: NewHead) -> list[str]:
    entries = split(lines, Desk("")).entries
    old = entries["titel"].value
    new = {"regelset": head.id, "geldig_vanaf": head.valid_from.isoformat(), "titel": head.title or old}
    made = [
        f"# {prose_heading(new['titel'])}" if line.rstrip() in {f"# {old}", f"# {prose_heading(old)}"} else line
        for line in lines
    ]
    for key, value in new.items():
        made[entries[key].key_place.line - 1] = f"{key}: {value}"
    if "geldig_tot" in entries and entries["geldig_tot"].value <= new["geldig_vanaf"]:
        del made[entries["geldig_tot"].key_place.line - 1]
    return made
