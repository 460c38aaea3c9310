"""All that `rules test` finds of a ruleset without changing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.bench.coverage import untouched
from maatwerk.bench.doubt import differences
from maatwerk.bench.examples import run_examples
from maatwerk.bench.limits import limit_problems
from maatwerk.loading.analysis import report

if TYPE_CHECKING:
    from maatwerk.basics.problems import Problem
    from maatwerk.bench.coverage import Untouched
    from maatwerk.bench.doubt import Difference
    from maatwerk.bench.examples import ExampleResult
    from maatwerk.bench.written import Written
    from maatwerk.loading.analysis import PatternReport
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Tested:
    """The examples, why some do not hold, what none of them shows, the limits without rows, and the patterns."""

    results: tuple[ExampleResult, ...]
    differences: tuple[Difference, ...]
    untouched: tuple[Untouched, ...]
    limits: tuple[Problem, ...]
    patterns: PatternReport

    @property
    def wrong(self) -> int:
        """How many examples do not hold."""
        return sum(not result.equal for result in self.results)


def examined(ruleset: Ruleset, written: Written) -> Tested:
    """Compute the examples, look at what differs and what is left out, and try every pattern."""
    results = run_examples(ruleset)
    return Tested(
        results=results,
        differences=differences(ruleset, results, written),
        untouched=untouched(ruleset, written),
        limits=limit_problems(ruleset),
        patterns=report(ruleset, every=True),
    )
