"""What the small changes of a ruleset say of its examples: the score, and of each survivor the example to add or why not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maatwerk.bench.added import example_for
from maatwerk.bench.difference import never_differs
from maatwerk.bench.same_figures import never_matters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maatwerk.bench.added import Added
    from maatwerk.bench.mutants import Mutant
    from maatwerk.bench.mutation import Row, Tried
    from maatwerk.bench.new_rows import ExampleTables, NewRow
    from maatwerk.ruleset.model import Ruleset

FIGURES, VALUE = "figures", "value"


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that turns no example: proved never to matter (`proof`), or with the example to add, or neither."""

    mutant: Mutant
    proof: str = ""
    added: Added | None = None
    rows: tuple[NewRow, ...] = ()


@dataclass(frozen=True, slots=True)
class MutationReport:
    """How many changes were tried, how many turned an example, and the others."""

    tried: int
    turned: int
    survivors: tuple[Survivor, ...]

    @property
    def never(self) -> tuple[Survivor, ...]:
        """The changes that cannot matter: they do not count."""
        return tuple(each for each in self.survivors if each.proof)

    @property
    def left(self) -> tuple[Survivor, ...]:
        """The changes that may matter and that no example notices."""
        return tuple(each for each in self.survivors if not each.proof)

    @property
    def counted(self) -> int:
        """The changes that count for the score."""
        return self.tried - len(self.never)


def looked_at(
    ruleset: Ruleset,
    tried: Sequence[Tried],
    rows: Sequence[Row],
    tables: ExampleTables,
    step: Callable[[], None] = lambda: None,
) -> MutationReport:
    """Look at each change that turned no example. `step` is called after each."""
    survivors = []
    for each in (each for each in tried if not each.turned):
        survivors.append(_survivor(ruleset, each.mutant, rows, tables))
        step()
    return MutationReport(len(tried), len(tried) - len(survivors), tuple(survivors))


def _survivor(ruleset: Ruleset, mutant: Mutant, rows: Sequence[Row], tables: ExampleTables) -> Survivor:
    if never_matters(ruleset, mutant):
        return Survivor(mutant, FIGURES)
    if never_differs(ruleset, mutant):
        return Survivor(mutant, VALUE)
    added = example_for(rows, mutant, tables)
    if added is None:
        return Survivor(mutant)
    named = replace(added.example, name=_new_name(added.like.name, {row.example.name for row in rows}))
    return Survivor(mutant, "", added, tables.rows(added.like, named))


def _new_name(like: str, taken: set[str]) -> str:
    """A name of its own, after the example it is like."""
    return next(name for number in range(2, len(taken) + 3) if (name := f"{like} {number}") not in taken)
