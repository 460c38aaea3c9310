"""Where a character stands, for people: line and column, both from 1."""

from __future__ import annotations


def line_and_column(text: str, place: int) -> tuple[int, int]:
    """The line and column of a character of a text."""
    before = text[:place]
    return before.count("\n") + 1, place - (before.rfind("\n") + 1) + 1
