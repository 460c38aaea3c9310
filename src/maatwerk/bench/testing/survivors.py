"""What small changes of a ruleset say of its examples: the score, and the rows that would notice what none does.

One row often notices several changes, so each row that was found is tried on the next change before another is sought.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maatwerk.bench.testing.added import example_for
from maatwerk.bench.testing.difference import never_differs
from maatwerk.bench.testing.every_case import never_shows
from maatwerk.bench.testing.mutation import Row, turns
from maatwerk.bench.testing.same_day import never_rounds
from maatwerk.bench.testing.same_figures import never_matters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maatwerk.bench.testing.added import Added
    from maatwerk.bench.testing.mutants import Mutant
    from maatwerk.bench.testing.mutation import Tried
    from maatwerk.bench.testing.new_rows import ExampleTables, NewRow
    from maatwerk.ruleset.model import Ruleset

FIGURES, VALUE, EVERY_CASE = "figures", "value", "every_case"


@dataclass(frozen=True, slots=True)
class Proved:
    """A change that can never matter; `proof` says how that is known."""

    mutant: Mutant
    proof: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """An example to add, as rows for its tables, with the changes that it would notice."""

    added: Added
    rows: tuple[NewRow, ...]
    mutants: tuple[Mutant, ...]


@dataclass(frozen=True, slots=True)
class MutationReport:
    """How many changes were tried and noticed; the rows to add, what was not found, and what can never matter."""

    tried: int
    turned: int
    proposed: tuple[Proposed, ...]
    not_found: tuple[Mutant, ...]
    never: tuple[Proved, ...]

    @property
    def left(self) -> int:
        """How many changes may matter while no example notices them."""
        return self.counted - self.turned

    @property
    def counted(self) -> int:
        """The changes that count for the score: all but those that can never matter."""
        return self.tried - len(self.never)


def looked_at(
    ruleset: Ruleset,
    tried: Sequence[Tried],
    rows: Sequence[Row],
    tables: ExampleTables,
    step: Callable[[], None] = lambda: None,
) -> MutationReport:
    """Look at each change that turned no example. `step` is called after each."""
    looking = _Looking(ruleset, rows, tables)
    survivors = [each.mutant for each in tried if not each.turned]
    for mutant in survivors:
        looking.at(mutant)
        step()
    proposed = tuple(
        Proposed(added, tables.rows(added.like, added.example), tuple(noticed)) for added, _, noticed in looking.found
    )
    turned = len(tried) - len(survivors)
    return MutationReport(len(tried), turned, proposed, tuple(looking.not_found), tuple(looking.never))


class _Looking:
    def __init__(self, ruleset: Ruleset, rows: Sequence[Row], tables: ExampleTables) -> None:
        self.ruleset, self.rows, self.tables = ruleset, rows, tables
        self.found: list[tuple[Added, Row, list[Mutant]]] = []
        self.not_found: list[Mutant] = []
        self.never: list[Proved] = []

    def at(self, mutant: Mutant) -> None:
        """Prove that it can never matter, or find the row that would notice it."""
        if never_matters(self.ruleset, mutant):
            self.never.append(Proved(mutant, FIGURES))
        elif never_rounds(self.ruleset, mutant) or never_differs(self.ruleset, mutant):
            self.never.append(Proved(mutant, VALUE))
        elif noticed := next((noticed for _, row, noticed in self.found if turns(row, mutant)), None):
            noticed.append(mutant)
        elif not self._sought(mutant):
            self._without_row(mutant)

    def _without_row(self, mutant: Mutant) -> None:
        if never_shows(self.ruleset, mutant):
            self.never.append(Proved(mutant, EVERY_CASE))
        else:
            self.not_found.append(mutant)

    def _sought(self, mutant: Mutant) -> bool:
        """Seek a row that would notice it; whether one was found."""
        added = example_for(self.rows, mutant, self.tables)
        if added is None:
            return False
        example = replace(added.example, name=self._new_name(added.like.name))
        rules = next(row.rules for row in self.rows if row.example is added.like)
        self.found.append((replace(added, example=example), Row(example, rules), [mutant]))
        return True

    def _new_name(self, like: str) -> str:
        """A name of its own, after the example it is like."""
        taken = {row.example.name for row in self.rows} | {added.example.name for added, _, _ in self.found}
        return next(name for number in range(2, len(taken) + 3) if (name := f"{like} {number}") not in taken)
