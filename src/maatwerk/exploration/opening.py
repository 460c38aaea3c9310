"""Which facts are still open behind what a search looks at, and which of them to cut first."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from maatwerk.criteria.members import record_place
from maatwerk.criteria.support import fact_support
from maatwerk.criteria.unresolved import unresolved_criterion, unresolved_name
from maatwerk.outcome.outcome import deciding_names

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations, Space
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True)
class Opening:
    """What a goal looks at: `names` in their order (None: all that decides), and `behind`: more unknown facts.

    `applied`: the same case with an exception applied, where the goal looks at that too.
    """

    space: Space
    names: Sequence[str] | None
    behind: Callable[[Situation], Iterable[str]] | None = None
    applied: Callable[[Situation], Iterable[Situation]] | None = None
    _names: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _valued: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def named(self, ruleset: Ruleset) -> tuple[str, ...]:
        """The names that this ruleset has."""
        return deciding_names(ruleset) if self.names is None else self._there(id(ruleset), ruleset)

    def _there(self, key: int, ruleset: Ruleset) -> tuple[str, ...]:
        if key not in self._names:
            self._names[key] = tuple(name for name in self.names or () if _has(ruleset, name))
        return self._names[key]

    def next_fact(self, at: Situations) -> str | None:
        """The fact to cut, in the order of the names; what was cut already waits until nothing else is open."""
        waiting: dict[str, None] = {}
        for situation in self._seen(at):
            for found in self._open(situation):
                fresh = next((each for each in found if not self.space.was_cut(each, at)), None)
                if fresh is not None:
                    return fresh
                waiting |= dict.fromkeys(found)
        return next(iter(waiting), None)

    def cut(self, name: str, at: Situations) -> tuple[tuple[Situations, ...], bool]:
        """The places into which a fact cuts this one, at every limit that the goal looks at; whether they are all."""
        return self.space.cut(name, at, tuple(self._seen(at)))

    def _seen(self, at: Situations) -> Iterator[Situation]:
        """Every situation that the goal looks at here."""
        yield from at
        if self.applied:
            yield from (other for each in at for other in self.applied(each))

    def _open(self, situation: Situation) -> Iterator[list[str]]:
        for name in self.named(situation.ruleset):
            if found := open_facts(name, situation):
                yield sorted(found)
        if self.behind:
            yield sorted(each for each in set(self.behind(situation)) if not _settled(each, situation))

    def key(self, at: Situations) -> Hashable:
        """What a goal that looks at nothing but these names can tell apart.

        The values of the names, and of those that are not known yet the facts behind them as far as they are cut.
        """
        return tuple(part for each in at for part in self._key(each))

    def _key(self, situation: Situation) -> Iterator[Hashable]:
        rules = situation.ruleset
        if id(rules) not in self._valued:
            named = (name for name in self.named(rules) if not _in_records(rules, name))
            self._valued[id(rules)] = tuple(name for name in named if name not in rules.lists)
        names = self._valued[id(rules)]
        values = tuple(map(situation.value, names))
        open_names = tuple(name for name, value in zip(names, values, strict=True) if not value.known)
        yield values
        for fact in _support(situation.ruleset, open_names):
            if fact in situation.lists:
                found = situation.lists[fact]
                yield fact, found.complete, tuple(tuple(sorted(each.items())) for each in found.records)
            else:
                yield fact, situation.values.get(fact)


def open_facts(name: str, situation: Situation) -> set[str]:
    """The unknown facts behind a name; nothing for a name that this ruleset does not have."""
    rules = situation.ruleset
    if name in rules.criteria:
        found = unresolved_criterion(name, situation)
    elif _has(rules, name) and not _in_records(rules, name):
        found = unresolved_name(name, situation)
    else:
        return set()
    return {each for each in found if not _settled(each, situation)}


def _has(rules: Ruleset, name: str) -> bool:
    return any(name in each for each in (rules.facts, rules.lists, rules.criteria, rules.calculations))


def _in_records(rules: Ruleset, name: str) -> bool:
    """Whether a name has a value in records only."""
    block = rules.criteria.get(name) or rules.calculations.get(name)
    return block is not None and bool(block.per)


@lru_cache(maxsize=4096)
def _support(ruleset: Ruleset, names: tuple[str, ...]) -> tuple[str, ...]:
    return fact_support(ruleset, names)


def _settled(name: str, situation: Situation) -> bool:
    """A fact that has its one value is not worth cutting, even where a rule cannot use it."""
    place = record_place(name)
    if place:
        return situation.in_record(place.list, place.number).value(place.field).known
    return name in situation.lists if name in situation.ruleset.lists else situation.value(name).known
