"""Very many cases through durable-rules in one process, without the memory of patterns: does it stay small and right?

`python -m tests.hammer.reasoning_memory [cases]` prints resident memory before and after, time, and differences.
"""

from __future__ import annotations

import sys
from random import Random  # noqa: TID251 - seeded below
from time import perf_counter
from typing import NamedTuple

import psutil

from maatwerk.reasoning import naive
from maatwerk.reasoning.durable import Net
from tests.reasoning.random_tables import random_facts, random_table

CASES = 100_000
RULES = 30
CHECKED = 20
"""One case in so many is reasoned by the naive interpreter too."""


class Measured(NamedTuple):
    """What one run used; memory in bytes, time in seconds of the durable interpreter alone."""

    cases: int
    before: int
    after: int
    seconds: float
    checked: int
    differences: int


def measured(cases: int) -> Measured:
    """Run the cases, each with facts of its own, through one net of thirty rules."""
    table = random_table(30, size=RULES)
    net, random = Net(table), Random(1)
    for _ in range(1_000):
        net.run(random_facts(table, random))
    process = psutil.Process()
    before, seconds, checked, differences = process.memory_info().rss, 0.0, 0, 0
    for number in range(cases):
        facts = random_facts(table, random)
        start = perf_counter()
        actual = net.run(facts)
        seconds += perf_counter() - start
        if number % CHECKED == 0:
            checked += 1
            differences += actual != naive.reason(table, facts)
    return Measured(cases, before, process.memory_info().rss, seconds, checked, differences)


def main() -> None:
    """Print one line of figures."""
    run = measured(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
    print(
        f"{run.cases} cases, {RULES} rules: {run.before / 1e6:.1f} MB before, {run.after / 1e6:.1f} MB after, "
        f"{run.seconds:.1f} s ({run.seconds / run.cases * 1e3:.2f} ms a case), "
        f"{run.differences} differences in {run.checked} checked"
    )


if __name__ == "__main__":
    main()
