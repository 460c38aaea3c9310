"""The analysis against brute force on 10,000 small rulesets: `python -m tests.hammer.analysis [first] [number]`."""

from __future__ import annotations

import sys
from time import perf_counter

from tests.properties.against_brute import Compared, compare

RULESETS = 10_000


def measured(first: int = 0, number: int = RULESETS) -> Compared:
    """So many rulesets, each wholly."""
    return compare(range(first, first + number))


if __name__ == "__main__":
    start = perf_counter()
    asked = list(map(int, sys.argv[1:]))
    run = measured(*asked)
    print(f"{asked[1] if len(asked) > 1 else RULESETS} rulesets, {perf_counter() - start:.0f} s")
    print(*(f"{code}: {times}" for code, times in sorted(run.counted.items())), sep="\n")
    print(f"names of which something stayed open: {run.open}")
    print(f"differences: {len(run.differences)}", *run.differences[:20], sep="\n")
