"""What the reasoner is told in random worlds, for each of the three tables: every distinct pattern once."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, count, islice
from typing import TYPE_CHECKING

from maatwerk.criteria.members import criterion_of
from maatwerk.expressions.values import Truth
from maatwerk.findings import detect
from maatwerk.outcome import outcome, table
from maatwerk.outcome.outcome import fillings, pattern_names
from maatwerk.proposals import grounds
from maatwerk.proposals.no_room import sets_for_no_room
from maatwerk.reasoning.table import Fact
from tests.properties.worlds import World, world_of
from tests.strategies.rulesets import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from maatwerk.reasoning.table import Table

Pattern = frozenset[Fact]
STACKED = 10
MOST_SETS = 6
"""Of a case with many records that decide, some: else a few such cases would be nearly all patterns."""
NOTES = ("Eerste (verzonnen).", "Tweede (verzonnen).")


def _worlds(cases: int) -> Iterator[World]:
    """Nearly complete cases, some of each ruleset, by turns without and with records."""
    seeds = (seed for number in count() for seed in (number, RECORDS + number))
    return (world_of(seed, seed * cases + case, blank=0.05) for seed in seeds for case in range(cases))


def of_outcomes() -> Iterator[Pattern]:
    """All patterns of verdicts of each ruleset."""
    for world in _worlds(1):
        for filling in fillings(dict.fromkeys(pattern_names(world.ruleset), Truth.UNKNOWN)):
            yield frozenset(outcome.facts_of(world.ruleset, frozenset(filling.items())))


def of_findings() -> Iterator[Pattern]:
    """What the detectors tell, with notes of a person and without."""
    for number, world in enumerate(_worlds(12)):
        notes = NOTES[: number % 3]
        facts = detect.facts_of(replace(world.view(), notes=notes))
        yield frozenset(facts)
        if number % STACKED == 0:  # no random ruleset asks for other decisions, so the reasoner is told of them here
            yield frozenset((*facts, Fact("stacked", (2,))))


def of_grounds() -> Iterator[Pattern]:
    """Which grounds are sought, for any of the sets that could seek one."""
    for world in _worlds(3):
        view = world.view()
        members = {**{name: each.criteria for name, each in view.sets.items()}, **sets_for_no_room(view)}
        sets = {name: tuple(dict.fromkeys(map(criterion_of, each))) for name, each in members.items()}
        few = dict(islice(sets.items(), MOST_SETS))
        for size in range(len(few) + 1):
            for sought in combinations(few, size):
                yield frozenset(grounds.facts_of(world.ruleset, few, frozenset(sought)))


SOURCES: dict[str, tuple[Table, Callable[[], Iterator[Pattern]]]] = {
    "outcome": (table.TABLE, of_outcomes),
    "findings": (detect.FINDINGS_TABLE, of_findings),
    "grounds": (grounds.GROUNDS_TABLE, of_grounds),
}


def distinct(name: str, number: int) -> Iterator[Pattern]:
    """The first so many different patterns for one table."""
    return islice(_once(SOURCES[name][1]()), number)


def _once(patterns: Iterable[Pattern]) -> Iterator[Pattern]:
    seen: set[Pattern] = set()
    for pattern in patterns:
        if pattern not in seen:
            seen.add(pattern)
            yield pattern
