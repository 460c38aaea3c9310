"""Maatwerk against the oracle on 20,000 cases: `python -m tests.hammer.oracle [first ruleset] [number]`."""

from __future__ import annotations

import sys
from time import perf_counter

from tests.oracle.comparing import Tally, compared

RULESETS, CASES, MOST = 2000, 10, 60


def measured(first: int = 0, number: int = RULESETS) -> Tally:
    """So many rulesets, ten cases each."""
    found = Tally()
    for seed in range(first, first + number):
        for case in range(CASES):
            found.add(compared(seed, case, most=MOST))
    return found


if __name__ == "__main__":
    start = perf_counter()
    run = measured(*map(int, sys.argv[1:]))
    print(f"{run.cases} cases, {run.completions} completions, {perf_counter() - start:.0f} s")
    print(*(f"{what}: {times}" for what, times in sorted(run.counted.items())), sep="\n")
    print(f"differences: {len(run.differences)}", *run.differences[:20], sep="\n")
