"""The screen of `doctor`: one line for each thing that was examined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.cli.screens.model import Pair, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.cli.examination import Found
    from maatwerk.cli.screens.model import Screen


def screen(found: Sequence[Found]) -> Screen:
    """Name and finding, below each other."""
    return (Section(body=tuple(Pair(each.name, each.text) for each in found)),)
