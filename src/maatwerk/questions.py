"""Which unknown facts still matter, and in which order to ask. A question that can change nothing is not asked.

A fact matters when, for some answer to the other open questions, its answer changes (1) the outcome, (2) an amount,
(3) a finding, or (4), while nothing lawful is on offer, whether an exception may be used. The answers to yes/no facts
and choices are tried in a tree; equal branches fold together, and the facts left in the tree are those that matter.
A number or date is not tried: where it still stands in the way, it matters.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import comb
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.criteria.askable import fact_asked, names_to_ask
from maatwerk.criteria.members import field_name, record_place
from maatwerk.criteria.support import met_by
from maatwerk.expressions.values import EMPTY, Choice, Truth, Value
from maatwerk.outcome.decisive import LARGEST
from maatwerk.outcome.outcome import UNKNOWN, fillings, impossible, judge, pattern_of
from maatwerk.proposals.still_open import Reading, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.criteria.situation import Situation
    from maatwerk.findings.view import View

Tree = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Mattering:
    """A fact that matters: `level` 1-4 as above, `share` of the possible patterns that an answer excludes (0-1)."""

    fact: str
    level: int
    share: Fraction


def facts_that_matter(view: View) -> tuple[Mattering, ...]:
    """The facts to ask, most useful first: by level, then by what an answer excludes, then in the order of the text."""
    explorer = _Explorer(view)
    levels = explorer.levels()
    order = names_to_ask(view.situation)
    found = [Mattering(name, level, _share(view.situation, name, level)) for name, level in levels.items()]
    dated = set(names_to_ask(view.situation)) - set(view.situation.undated)  # which rules hold is asked first
    return tuple(sorted(found, key=lambda each: (each.level, each.fact in dated, -each.share, order.index(each.fact))))


class _Explorer:
    """Tries answers, and remembers at which level each fact first mattered."""

    def __init__(self, view: View) -> None:
        self._root = view
        self._nodes = 0
        self._most = min(bounds().questions_tried, bounds().questions_work // _work(view) + 1)

    def levels(self) -> dict[str, int]:
        """The facts that matter with their level."""
        found: dict[str, int] = {}
        for fact, level in _mattering(self._tree(self._root)):
            found[fact] = min(level, found.get(fact, level))
        return found

    def _tree(self, view: View) -> Tree:
        """("end", signature, facts in the way, answers tried beside them) or ("ask", fact, level, branches).

        Equal branches fold together; two ends are equal only when the answers that meet a fact in the way are, too.
        """
        self._nodes += 1
        reading = read(view)
        fact = self._next(view, reading)
        if fact is None:
            beside = met_by(view.situation.ruleset, frozenset(map(_base, reading.levels)))
            tried = frozenset((name, value) for name, value in _told_so_far(view.situation) if _base(name) in beside)
            return ("end", reading.signature, frozenset(reading.levels.items()), tried)
        branches = tuple(self._tree(_told(view, fact, value)) for value in answers(view.situation, fact))
        if all(branch == branches[0] for branch in branches):
            return branches[0]
        return ("ask", fact, reading.levels[fact], branches)

    def _next(self, view: View, reading: Reading) -> str | None:
        if self._nodes > self._most:  # then every fact still in the way simply counts as mattering
            return None
        ordered = sorted(reading.levels, key=lambda name: (reading.levels[name], name))
        return next((name for name in ordered if list(answers(view.situation, name))), None)


def _work(view: View) -> int:
    """What one answer may have to try: sets of at most three criteria, or ways to fill in what is open."""
    situation = view.situation
    number = sum(len(situation.members(name)) for name in situation.ruleset.criteria)
    return max(1 << _open_verdicts(situation), sum(comb(number, size) for size in range(LARGEST + 1)))


def _open_verdicts(situation: Situation) -> int:
    return sum(not verdict.known for verdict in pattern_of(situation).values())


def _mattering(tree: Tree) -> Iterator[tuple[str, int]]:
    if tree[0] == "end":
        yield from tree[2]  # type: ignore[misc]
        return
    _, fact, level, branches = tree
    yield (fact, level)  # type: ignore[misc]
    for branch in branches:  # type: ignore[attr-defined]
        yield from _mattering(branch)


def _base(name: str) -> str:
    """The list of a field of a record; a fact is its own."""
    place = record_place(name)
    return place.list if place else name


def _told_so_far(situation: Situation) -> Iterator[tuple[str, Value]]:
    yield from situation.values.items()
    for name, found in situation.lists.items():
        for number, record in enumerate(found.records):
            yield from ((field_name(name, number, field), value) for field, value in record.items())


def _told(view: View, fact: str, value: Value) -> View:
    return type(view)(view.situation.given(fact, value), view.process, view.given, view.notes)


def answers(situation: Situation, name: str) -> Iterator[Value]:
    """The answers that can be tried: yes and no, or each option (and `leeg`). Numbers and dates have none."""
    fact = fact_asked(situation.ruleset, name)
    if fact is None:
        return
    if fact.type.sort == "ja_nee":
        yield from (Truth.YES, Truth.NO)
    elif fact.type.sort == "keuze":
        yield from (Choice(frozenset({option})) for option in fact.type.options)
        yield from (EMPTY,) if fact.type.or_empty else ()


def _share(situation: Situation, name: str, level: int) -> Fraction:
    """Which share of the possible patterns an answer excludes, on average over the answers."""
    tried = list(answers(situation, name)) if level == 1 else []
    if not tried:
        return Fraction(0)
    now = _patterns(situation)
    left = [Fraction(_patterns(situation.given(name, value)), now) for value in tried]
    return 1 - sum(left, Fraction(0)) / len(left)


def _patterns(situation: Situation) -> int:
    every = islice(fillings(pattern_of(situation)), 2 ** bounds().verdicts_asked)
    return max(1, sum(not impossible(situation.ruleset, each) for each in every))


def settled_by(situation: Situation, name: str) -> tuple[tuple[Value, str], ...]:
    """The answers to a question that settle the outcome: (answer, outcome). None while too much is open to tell."""
    if _open_verdicts(situation) > bounds().verdicts_asked:
        return ()
    found = [(value, judge(situation.given(name, value)).id) for value in answers(situation, name)]
    return tuple((value, outcome) for value, outcome in found if outcome != UNKNOWN)
