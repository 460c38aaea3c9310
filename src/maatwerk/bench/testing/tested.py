"""All that `rules test` finds of a ruleset without changing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.bench.examples import run_examples
from maatwerk.bench.limits import limit_problems
from maatwerk.bench.testing.coverage import untouched
from maatwerk.bench.testing.doubt import differences
from maatwerk.loading.analysis import report
from maatwerk.reasoning.heard import listening

if TYPE_CHECKING:
    from maatwerk.basics.problems import Problem
    from maatwerk.bench.examples import ExampleResult
    from maatwerk.bench.testing.coverage import Untouched
    from maatwerk.bench.testing.doubt import Difference
    from maatwerk.bench.testing.written import Written
    from maatwerk.loading.analysis import PatternReport
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Tested:
    """The examples, why some do not hold, what none of them shows, the limits without rows, and the patterns.

    `unequal`: on how many patterns behind the examples the two reasoners differed.
    """

    results: tuple[ExampleResult, ...]
    differences: tuple[Difference, ...]
    untouched: tuple[Untouched, ...]
    limits: tuple[Problem, ...]
    patterns: PatternReport
    unequal: int

    @property
    def wrong(self) -> int:
        """How many examples do not hold."""
        return sum(not result.equal for result in self.results)


def examined(ruleset: Ruleset, written: Written) -> Tested:
    """Compute the examples, look at what differs and what is left out, and try every pattern."""
    with listening() as heard:
        results = run_examples(ruleset)
        wrong, not_shown = differences(ruleset, results, written), untouched(ruleset, written)
    return Tested(
        results=results,
        differences=wrong,
        untouched=not_shown,
        limits=limit_problems(ruleset),
        patterns=report(ruleset, every=True),
        unequal=len(heard),
    )
