"""`Bedoelde u …?`: the nearest known name. The only door to rapidfuzz."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR_ENOUGH = 70  # rapidfuzz ratio, 0-100; below it a suggestion misleads more than it helps


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None when nothing is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only needed once something is wrong

    found = process.extractOne(name, sorted(set(known)), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return found[0] if found else None
