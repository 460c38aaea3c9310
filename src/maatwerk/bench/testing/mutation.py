"""Every small change of the rules must turn some example. What turns none shows where an example is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.bench.examples import cells_of, example_view, rules_of, run_example
from maatwerk.bench.testing.difference import differs, spots, under
from maatwerk.expressions.values import Truth
from maatwerk.loading.analysis import analysed
from maatwerk.outcome.outcome import deciding_names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maatwerk.bench.testing.difference import Spot
    from maatwerk.bench.testing.mutants import Mutant
    from maatwerk.ruleset.model import Example, Ruleset


@dataclass(frozen=True, slots=True)
class Tried:
    """One small change with an example that turns under it; empty: none does."""

    mutant: Mutant
    turned: str


@dataclass(frozen=True, slots=True)
class Row:
    """An example that holds, with the rules of its own reference date."""

    example: Example
    rules: Ruleset


def rows_that_hold(ruleset: Ruleset) -> tuple[Row, ...]:
    """The examples that count: one that does not hold under the rules themselves says nothing of a change."""
    holding = (each for each in ruleset.examples if run_example(ruleset, each).equal)
    return tuple(Row(each, rules_of(ruleset, each)) for each in holding)


def try_all(
    rows: Sequence[Row], mutants: Sequence[Mutant], step: Callable[[], None] = lambda: None
) -> tuple[Tried, ...]:
    """Change the rules in each way and look which example turns. `step` is called after each."""
    found = []
    for mutant in mutants:
        found.append(Tried(mutant, _one_that_turns(rows, mutant)))
        step()
    return tuple(found)


def _one_that_turns(rows: Sequence[Row], mutant: Mutant) -> str:
    """The rows in which the changed rule itself has another value go first: one of them turns nearly always.

    The others may turn too, by what is asked of a case that is not so: after an exception, or with a criterion met.
    """
    made = {rules: (mutant.of(rules), spots(rules, mutant)) for rules in {row.rules for row in rows}}
    near = {row.example.name: _is_near(row, *made[row.rules]) for row in rows}
    ordered = sorted(rows, key=lambda row: not near[row.example.name])
    return next((row.example.name for row in ordered if not holds(made[row.rules][0], row.example)), "")


def _is_near(row: Row, changed: Ruleset, seen: Sequence[Spot]) -> bool:
    situation = example_view(row.rules, row.example).situation
    return differs(seen, (situation, under(changed, situation))) is not Truth.NO


def turns(row: Row, mutant: Mutant) -> bool:
    """Whether an example no longer gives what it expects."""
    return not holds(mutant.of(row.rules), row.example)


def holds(rules: Ruleset, example: Example) -> bool:
    """Whether changed rules give what an example expects.

    Which patterns are impossible only matters while a verdict is open, and takes longer than an example.
    """
    if not all(example_view(rules, example).situation.verdict(name).known for name in deciding_names(rules)):
        rules = analysed(rules)
    return all(cell.equal for cell in cells_of(rules, example))
