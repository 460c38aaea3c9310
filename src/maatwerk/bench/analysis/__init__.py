"""The exact analysis of a ruleset: each file a question, asked of every case that there can be.

A new question is one function in one of these files and one name in `ANALYSES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.basics.problems import Problem, problem
from maatwerk.bench.analysis import criteria, exceptions, norms, outcomes, patterns, waiting
from maatwerk.bench.analysis.look import Look
from maatwerk.exploration.search import BUDGET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from maatwerk.ruleset.model import Ruleset

ANALYSES: tuple[Callable[[Look], Iterator[Problem]], ...] = (
    outcomes.never_given,
    criteria.that_say_nothing,
    exceptions.without_use,
    exceptions.with_different_results,
    waiting.for_each_other,
    norms.without_a_value,
    norms.that_stopped,
)


def analyse(ruleset: Ruleset, so_far: Iterable[Problem] = ()) -> tuple[Problem, ...]:
    """The problems that are known, with all that the analyses see: remarks, with a case in words where there is one.

    Where too many patterns were left at loading (M403), a gap or a conflict is sought in the cases themselves. M425
    and M426 say last what could not be searched to the end, so that silence never means more than it should.
    """
    known = tuple(so_far)
    if not ruleset.outcomes:  # a building block decides nothing
        return known
    look = Look(ruleset)
    if any(each.code == "M403" for each in known):
        known = tuple(patterns.settled(look, known))
    found = [each for analysis in ANALYSES for each in analysis(look)]
    return (*known, *found, *_not_searched(look))


def _not_searched(look: Look) -> Iterator[Problem]:
    place = look.ruleset.header.place
    stopped = [name for name, left in look.unsettled.items() if BUDGET in left]
    others = {name: left for name, left in look.unsettled.items() if BUDGET not in left}
    if others:
        why = ", ".join(sorted({each for left in others.values() for each in left}))
        yield problem("M425", place, warning=True, names=", ".join(others), left=why)
    if stopped:
        yield problem("M426", place, warning=True, names=", ".join(stopped), places=bounds().analysis_places)
