"""One atheris run: inputs changed so that they reach new lines of code, for a bounded time. `make hammer` installs it.

`python -m tests.hammer.fuzz TARGET FOLDER [seconds]`, with a target of tests/fuzz/targets.py. What fails is kept in
FOLDER (`crash-…`, `timeout-…`, `oom-…`), with the slowest input (`slowest`); libFuzzer prints its figures.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random  # noqa: TID251 - seeded by libFuzzer
from time import process_time
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["maatwerk"]):
    from tests.fuzz import judge
    from tests.fuzz.targets import TARGETS, Target

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 60
INSTRUMENTED = 5.0
"""Seconds for one input: counted code is slow. Whoever calls this tries the slowest input again without counting."""
HANGS = 25
"""Seconds after which libFuzzer itself gives up on an input."""
MEGABYTES = 512
"""For Python, the program, the fuzzer and its corpus together."""
OWN_CHANGES = 3
"""One change in so many is libFuzzer's own, which knows nothing of form but remembers what was compared."""


def mutator(target: Target) -> Callable[[bytes, int, int], bytes]:
    """The change of a target, as libFuzzer calls it."""

    def changed(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.randrange(OWN_CHANGES) == 0:
            return bytes(atheris.Mutate(bytes(data), most))
        return target.change(bytes(data), random)[:most]

    return changed


def timed(target: Target, slowest: Path) -> Callable[[bytes], None]:
    """Judge an input; keep it when none took longer yet."""
    longest = 0.0

    def judged(data: bytes) -> None:
        nonlocal longest
        start = process_time()
        target.judge(data)
        if (took := process_time() - start) > longest:
            longest = took
            slowest.write_bytes(data)

    return judged


def main(name: str, folder: Path, seconds: int = SECONDS) -> None:
    """Run; libFuzzer ends the process, with another exit code than 0 where an input failed."""
    judge.SECOND = INSTRUMENTED
    target, corpus = TARGETS[name](folder), folder / "corpus"
    target.judge(target.seeds[0])  # what is loaded and remembered once says nothing about an input
    corpus.mkdir()
    for number, seed in enumerate(target.seeds):
        (corpus / f"{number}").write_bytes(seed)
    settings = {
        "max_total_time": seconds,
        "timeout": HANGS,
        "rss_limit_mb": MEGABYTES,
        "max_len": 2 * max(len(seed) for seed in target.seeds),
        "artifact_prefix": f"{folder}/",
        "print_final_stats": 1,
        "verbosity": 1,
    }
    arguments = [sys.argv[0], *(f"-{key}={value}" for key, value in settings.items()), str(corpus)]
    atheris.Setup(arguments, timed(target, folder / "slowest"), custom_mutator=mutator(target))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:4]))
