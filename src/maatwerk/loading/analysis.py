"""Which patterns of verdicts can occur, and whether each has exactly one outcome. Done when a ruleset is loaded.

Facts are tried in cells: both answers, every option, and for an amount or number that is compared with a limit the
stretches between the limits. Whatever cannot be cut that way stays unknown and counts as everything it can be, so a
pattern that is called impossible is impossible; one that is called possible may still not occur.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations, islice, product
from math import comb
from operator import and_
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.basics.problems import Problem, problem
from maatwerk.criteria.situation import Situation
from maatwerk.criteria.support import fact_support
from maatwerk.criteria.wording import readable
from maatwerk.exploration.cells import cells as value_cells
from maatwerk.exploration.cells import within_bounds
from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import Space
from maatwerk.exploration.witness import in_words as case_in_words
from maatwerk.expressions.values import Truth, all_of
from maatwerk.outcome.outcome import candidates, deciding_names, fillings, impossible, reason
from maatwerk.reasoning.heard import listening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.model import Ruleset

LARGEST_PART = 3
PLACES, ALL_PLACES = 250, 1000
"""So many places are looked at for a case that shows one conflict or gap, and for all: loading must be quick."""
TOLD, TRIED = 8, 32
"""So many conflicts and gaps are told, and of so many a case is sought."""

Filling = dict[str, bool]


@dataclass(frozen=True, slots=True)
class PatternReport:
    """What the patterns of a ruleset do. `exhaustive`: every pattern was tried, not only those that cells gave."""

    patterns: int
    conflicts: tuple[tuple[Filling, tuple[str, ...]], ...]
    gaps: tuple[Filling, ...]
    exhaustive: bool
    differences: int


def analysed(ruleset: Ruleset) -> Ruleset:
    """The same ruleset, knowing which parts of patterns are impossible."""
    return replace(ruleset, impossible=impossible_parts(ruleset))


def impossible_parts(ruleset: Ruleset) -> frozenset[frozenset[tuple[str, bool]]]:
    """The smallest combinations of at most three verdicts that no case can have."""
    seen = list(_patterns_seen(ruleset))
    names = deciding_names(ruleset)
    allowed = {(name, met): _where(seen, name, met=met) for name in names for met in (True, False)}
    found: set[frozenset[tuple[str, bool]]] = set()
    for size in _sizes(len(names)):
        for members in combinations(names, size):
            for values in product((True, False), repeat=size):
                part = frozenset(zip(members, values, strict=True))
                together = reduce(and_, (allowed[pair] for pair in part))
                smaller = (frozenset(each) for less in range(1, size) for each in combinations(part, less))
                if not together and found.isdisjoint(smaller):
                    found.add(part)
    return frozenset(found)


def _sizes(names: int) -> Iterator[int]:
    """How many verdicts together are tried: at most three, fewer where that are too many combinations."""
    return (
        size
        for size in range(1, LARGEST_PART + 1)
        if comb(names, size) * 2**size <= bounds().analysis_parts or size == 1
    )


def _where(seen: list[dict[str, Truth]], name: str, *, met: bool) -> int:
    """In which of the patterns a verdict may be this one: a bit for each pattern."""
    return int("".join("01"[pattern[name] in (Truth.UNKNOWN, Truth.of(met))] for pattern in seen), 2)


def report(ruleset: Ruleset, *, every: bool = False) -> PatternReport:
    """Every pattern that is not impossible must have exactly one outcome.

    Patterns with the same candidates are reasoned once; `every`: each by itself, to compare both reasoners on all.
    """
    if not ruleset.outcomes:  # a building block decides nothing
        return PatternReport(0, (), (), exhaustive=True, differences=0)
    names = deciding_names(ruleset)
    exhaustive = len(names) <= bounds().open_verdicts
    tried = list(_all_fillings(ruleset, names) if exhaustive else _seen_fillings(ruleset, names))
    groups = [frozenset(each.items()) if every else candidates(ruleset, each) for each in tried]
    witnesses = dict(zip(groups, tried, strict=True))
    reasoned = {group: reason(ruleset, frozenset(each.items())) for group, each in witnesses.items()}
    found = [(each, reasoned[group]) for each, group in zip(tried, groups, strict=True)]
    return PatternReport(
        patterns=len(tried),
        conflicts=tuple((each, tuple(sorted(outcomes.possible))) for each, outcomes in found if outcomes.conflict),
        gaps=tuple(each for each, outcomes in found if outcomes.gap),
        exhaustive=exhaustive,
        differences=sum(not outcomes.agreed for _, outcomes in found),
    )


def _all_fillings(ruleset: Ruleset, names: Iterable[str]) -> Iterator[Filling]:
    every = fillings(dict.fromkeys(names, Truth.UNKNOWN))
    return (each for each in every if not impossible(ruleset, each))


def _seen_fillings(ruleset: Ruleset, names: Sequence[str]) -> list[Filling]:
    every = (
        tuple(sorted(filling.items()))
        for pattern in _patterns_seen(ruleset)
        for filling in fillings({name: pattern[name] for name in names})
    )
    return [dict(each) for each in sorted(set(islice(every, 1 + bounds().analysis_verdicts // len(names))))]


def pattern_problems(ruleset: Ruleset) -> tuple[Problem, ...]:
    """Conflicts (M401) and gaps (M402), each with a case that shows it; M403 when not every pattern was tried.

    A pattern of which no case was found, though it is not proved either that there is none, is M405 or M406. Where
    there are many, the first are told, and how many more there are (M407).
    """
    with listening(apart=True):  # of the rules, and of no case
        found = report(ruleset)
    waiting = [(("M401", "M405"), filling, names) for filling, names in found.conflicts]
    waiting += [(("M402", "M406"), filling, ()) for filling in found.gaps]
    problems: list[Problem] = []
    tried, budget = 0, Budget(ALL_PLACES)
    while tried < len(waiting) and tried < TRIED and len(problems) < TOLD:
        problems += _shown(*waiting[tried], ruleset, budget)
        tried += 1
    place = next(iter(ruleset.outcomes.values())).place if ruleset.outcomes else ruleset.header.place
    if tried < len(waiting):
        problems.append(problem("M407", place, number=len(waiting) - tried))
    if not found.exhaustive:
        problems.append(problem("M403", place, warning=True, patterns=found.patterns))
    return tuple(problems)


def _shown(
    codes: tuple[str, str], filling: Filling, outcomes: Sequence[str], ruleset: Ruleset, budget: Budget
) -> Iterator[Problem]:
    """The problem with a case that has this pattern; nothing where it is proved that none has.

    `codes`: with a case, and without one. `outcomes`: those that the pattern has, if any.
    """
    place = ruleset.outcomes[outcomes[0] if outcomes else next(iter(ruleset.outcomes))].place
    values = {"pattern": in_words(filling)} | ({"outcomes": ", ".join(outcomes)} if outcomes else {})

    def goal(at: tuple[Situation, ...]) -> Truth:
        verdicts = ((at[0].verdict(name), met) for name, met in filling.items())
        return all_of(verdict if met else verdict.inverted() for verdict, met in verdicts)

    space, room = Space.of(ruleset, about=filling), Budget(PLACES, budget)
    answer = search(space, goal, names=tuple(filling), closed=True, budget=room)
    if answer.situations:
        yield problem(codes[0], place, warning=False, case=case_in_words(answer.situations[0]), **values)
    elif not answer.proved_none:
        yield problem(codes[1], place, warning=False, **values)


def in_words(filling: Filling) -> str:
    """A pattern as a reader says it: "wel inkomen laag, niet kind op school"."""
    return ", ".join(f"{'wel' if met else 'niet'} {readable(name)}" for name, met in filling.items())


def _patterns_seen(ruleset: Ruleset) -> Iterator[dict[str, Truth]]:
    """The three-valued pattern in every combination of cells."""
    names = deciding_names(ruleset)
    base = Situation(ruleset, {}, today=ruleset.header.valid_from)
    cells = {name: value_cells(base, ruleset.facts[name]) for name in _tried(ruleset, names)}
    yield from _patterns_from(base, names, tuple(within_bounds(cells, each_costs=len(names)).items()))


def _patterns_from(
    at: Situation, names: Sequence[str], cells: Sequence[tuple[str, Sequence[Value]]]
) -> Iterator[dict[str, Truth]]:
    """The patterns in the cells of these facts; asked before each cut, so only what hangs on it is computed anew."""
    pattern = {name: at.verdict(name) for name in names}
    if not cells:
        yield pattern
        return
    (name, values), *rest = cells
    for value in values:
        yield from _patterns_from(at.given(name, value), names, rest)


def _tried(ruleset: Ruleset, names: Iterable[str]) -> tuple[str, ...]:
    """The facts behind some names, without `peildatum`: that is any day of this version."""
    return tuple(
        name for name in fact_support(ruleset, names) if name in ruleset.facts and name != ruleset.header.reference_date
    )
