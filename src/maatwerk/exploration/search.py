"""A case in which something is so, or the proof that there is none.

Begin where nothing is known and ask. A no there is a no for every case, for what is known never turns; a yes is a yes
for every case; where it depends, one fact behind it is cut in parts and each part is asked. Where a fact cannot be cut
so that the answer is known (a sum of two unknown amounts), some values are tried, and what was left out is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.criteria.members import base_name, record_place
from maatwerk.criteria.unresolved import unresolved_criterion, unresolved_name
from maatwerk.exploration.pinning import pinned
from maatwerk.exploration.proof import Proof
from maatwerk.expressions.values import Truth
from maatwerk.outcome.outcome import deciding_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations, Space

    Goal = Callable[[Situations], Truth]

BUDGET = "budget"
"""In `Answer.left`: the search stopped before the end."""


@dataclass
class Budget:
    """How many places may still be looked at. One budget can serve many searches, so that all together end."""

    places: int = 4000

    def spend(self) -> bool:
        """Take one; whether there was one left."""
        self.places -= 1
        return self.places >= 0


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
    start: Callable[[Situations], Situations] | None = None,
    budget: Budget | None = None,
) -> Answer:
    """The first case in which the goal is yes. Deterministic: the same rules and goal give the same case.

    `goal` gets one situation for each ruleset of the space and must be sound: yes or no only where that holds for
    everything that is still unknown. `names`: what it looks at (criteria, calculations, facts), in the order in which
    they are worth knowing; by default all that decides the outcome. `behind`: more unknown facts of a situation that
    the goal still needs (fields of records go as `list[2].field`), where no name has them.
    `start` says what is given from the beginning; it may give each ruleset something else.
    """
    looking = _Search(space, goal, names, behind, budget or Budget())
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
    space: Space
    goal: Goal
    names: Sequence[str] | None
    behind: Callable[[Situation], Iterable[str]] | None
    budget: Budget
    left: set[str] = field(default_factory=set)

    def proved_otherwise(self) -> bool:
        """Whether there is no such case, with what is computed taken as given."""
        room = Budget(max(0, self.budget.places))
        proof = Proof(self.space, self.goal, self.names, self._next, room)
        proved = all(proof.holds(self.space.begin(day)) for day in self.space.days)
        self.budget.places = min(self.budget.places, room.places)
        return proved

    def seek(self, at: Situations) -> Situations | None:
        """The first case below this place."""
        if not self.budget.spend():
            self.left.add(BUDGET)
            return None
        answer = self.goal(at)
        if answer is Truth.YES:
            return self._case(at)
        name = self._next(at) if answer is Truth.UNKNOWN else None
        if name is None:
            self.left |= self._unknown(at) if answer is Truth.UNKNOWN else set()
            return None
        parts, whole = self.space.cut(name, at)
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
        names = self.names if self.names is not None else deciding_names(at[0].ruleset)
        return {name for name in names if name in at[0].ruleset.criteria} or set(names) or {"?"}

    def _next(self, at: Situations) -> str | None:
        """The fact to cut, in the order of the names; what was cut already waits until nothing else is open."""
        waiting: dict[str, None] = {}
        for situation in at:
            for found in self._open(situation):
                fresh = next((each for each in found if not self.space.was_cut(each, at)), None)
                if fresh is not None:
                    return fresh
                waiting |= dict.fromkeys(found)
        return next(iter(waiting), None)

    def _open(self, situation: Situation) -> Iterator[list[str]]:
        for name in self.names if self.names is not None else deciding_names(situation.ruleset):
            yield sorted(open_facts(name, situation))
        if self.behind:
            yield sorted(each for each in set(self.behind(situation)) if not _settled(each, situation))


def open_facts(name: str, situation: Situation) -> set[str]:
    """The unknown facts behind a name; nothing for a name that this ruleset does not have."""
    rules = situation.ruleset
    if name in rules.criteria:
        found = unresolved_criterion(name, situation)
    elif name in (*rules.lists, *rules.facts, *(each.name for each in rules.calculations.values() if not each.per)):
        found = unresolved_name(name, situation)
    else:
        return set()
    return {each for each in found if not _settled(each, situation)}


def _settled(name: str, situation: Situation) -> bool:
    """A fact that has its one value is not worth cutting, even where a rule cannot use it."""
    place = record_place(name)
    if place:
        return situation.in_record(place.list, place.number).value(place.field).known
    return name in situation.lists if name in situation.ruleset.lists else situation.value(name).known
