"""A case in which something is so, or the proof that there is none.

Begin where nothing is known and ask. A no there is a no for every case, for what is known never turns; a yes is a yes
for every case; where it depends, one fact behind it is cut in parts and each part is asked. Where a fact cannot be cut
so that the answer is known (a sum of two unknown amounts), some values are tried, and what was left out is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.criteria.members import base_name
from maatwerk.exploration.budget import BUDGET, Budget
from maatwerk.exploration.opening import Opening, open_facts
from maatwerk.exploration.pinning import pinned
from maatwerk.exploration.proof import Proof
from maatwerk.expressions.values import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations, Space

    Goal = Callable[[Situations], Truth]

__all__ = ["BUDGET", "Answer", "Budget", "open_facts", "search"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: a case (the same facts for each ruleset, each fact one value), or none.

    `left`: what was not tried to the end: facts that could not be cut, lists (only some rows are tried), BUDGET.
    """

    situations: Situations | None
    left: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is such a case."""
        return self.situations is not None

    @property
    def proved_none(self) -> bool:
        """Whether no case at all is so, on the days of the space."""
        return self.situations is None and not self.left


def search(
    space: Space,
    goal: Goal,
    *,
    names: Sequence[str] | None = None,
    behind: Callable[[Situation], Iterable[str]] | None = None,
    applied: Callable[[Situation], Iterable[Situation]] | None = None,
    start: Callable[[Situations], Situations] | None = None,
    closed: bool = False,
    budget: Budget | None = None,
) -> Answer:
    """The first case in which the goal is yes. Deterministic: the same rules and goal give the same case.

    `goal` gets one situation for each ruleset of the space and must be sound: yes or no only where that holds for
    everything that is still unknown. `names`: what it looks at (criteria, calculations, facts), in the order in which
    they are worth knowing; by default all that decides the outcome. `behind`: more unknown facts of a situation that
    the goal still needs (fields of records go as `list[2].field`), where no name has them. `applied`: the same case as
    an exception makes it, where the goal looks at that too.

    `start` says what is given from the beginning; it may give each ruleset something else. `closed`: the goal looks at
    the values of `names` and at nothing else, so places where these are the same are searched once.
    """
    looking = _Search(Opening(space, names, behind, applied), goal, budget or Budget(), closed=closed)
    for day in space.days:
        begin = space.begin(day)
        found = looking.seek(start(begin) if start else begin)
        if found is not None:
            return Answer(found)
    if looking.left and not start and looking.proved_otherwise():
        return Answer(None)
    return Answer(None, tuple(sorted(looking.left)))


@dataclass
class _Search:
    opening: Opening
    goal: Goal
    budget: Budget
    closed: bool
    left: set[str] = field(default_factory=set)
    none_here: set[Hashable] = field(default_factory=set)

    def proved_otherwise(self) -> bool:
        """Whether there is no such case, with what is computed taken as given."""
        proof = Proof(self.opening, self.goal, self.budget)
        return all(proof.holds(self.opening.space.begin(day)) for day in self.opening.space.days)

    def seek(self, at: Situations) -> Situations | None:
        """The first case below this place."""
        if not self.closed:
            return self._seek(at)
        key = self.opening.key(at)
        if key in self.none_here:
            return None
        found = self._seek(at)
        if found is None:
            self.none_here.add(key)
        return found

    def _seek(self, at: Situations) -> Situations | None:
        if not self.budget.spend():
            self.left.add(BUDGET)
            return None
        answer = self.goal(at)
        if answer is Truth.YES:
            return self._case(at)
        name = self.opening.next_fact(at) if answer is Truth.UNKNOWN else None
        if name is None:
            self.left |= self._unknown(at) if answer is Truth.UNKNOWN else set()
            return None
        parts, whole = self.opening.cut(name, at)
        if not whole:
            self.left.add(base_name(name))
        return next((found for part in parts if (found := self.seek(part)) is not None), None)

    def _case(self, at: Situations) -> Situations | None:
        found = pinned(at)
        if self.goal(found) is Truth.YES:
            return found
        self.left |= self._unknown(at)  # only `is bekend` can turn when more is known
        return None

    def _unknown(self, at: Situations) -> set[str]:
        """The names that have no value although every fact behind them is known."""
        names = self.opening.named(at[0].ruleset)
        return {name for name in names if name in at[0].ruleset.criteria} or set(names) or {"?"}
