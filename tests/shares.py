"""How many tries each shipped ruleset gets: `make test` spreads one total over all, so that it stays as long.

`make hammer` does the full count for each.
"""

from __future__ import annotations

from maatwerk.ruleset.library import BUILDING_BLOCKS, shipped

RULESETS = sorted(path for path in shipped().glob("*/*.md") if path.parent.name != BUILDING_BLOCKS)
IDS = [f"{path.parent.name}-{path.stem}" for path in RULESETS]


def share(total: int) -> int:
    """The part of a total that each of the shipped rulesets gets."""
    return total // len(RULESETS)
