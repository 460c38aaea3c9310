"""Step 4: which lawful ways out fit what was found. The ladder is data: ranks, regimes, and grounds that name both.

A ground fits a criterion by name (`op`), by regime (`valt_onder`), or by rank (`rang`, `ruimte: kan`); the more
specific comes first. A set of criteria has a way out only when every member has a fitting ground.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.criteria.members import criterion_of
from maatwerk.reasoning.agree import reasoner_for
from maatwerk.reasoning.table import Fact, Kind, Pattern, Rule, Table, Var

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maatwerk.ruleset.model import Criterion, Ruleset

BY_NAME, BY_REGIME, BY_RANK = 0, 1, 2
DISCRETION = "kan_bepaling"
_GROUND, _CRITERION, _TAG, _HOW, _SET = Var("ground"), Var("criterion"), Var("tag"), Var("how"), Var("set")

KINDS = (
    Kind("names", (("ground", str), ("criterion", str)), 0),
    Kind("applies_to", (("ground", str), ("tag", str)), 0),
    Kind("tagged", (("criterion", str), ("tag", str), ("how", int)), 0),
    Kind("sought", (("set", str),), 0),
    Kind("member", (("set", str), ("criterion", str)), 0),
    Kind("fits", (("ground", str), ("criterion", str), ("how", int)), 1),
    Kind("has_ground", (("criterion", str),), 2),
    Kind("lacking", (("set", str), ("criterion", str)), 3),
    Kind("stuck", (("set", str),), 4),
    Kind("way", (("set", str), ("criterion", str), ("ground", str), ("how", int)), 5),
)

RULES = (
    Rule(
        "a ground fits the criterion it names",
        1,
        when=(Pattern("names", (_GROUND, _CRITERION)),),
        then=(Pattern("fits", (_GROUND, _CRITERION, BY_NAME)),),
    ),
    Rule(
        "a ground fits a criterion of its regime or rank",
        1,
        when=(Pattern("applies_to", (_GROUND, _TAG)), Pattern("tagged", (_CRITERION, _TAG, _HOW))),
        then=(Pattern("fits", (_GROUND, _CRITERION, _HOW)),),
    ),
    Rule(
        "a criterion with a ground",
        2,
        when=(Pattern("fits", (None, _CRITERION, None)),),
        then=(Pattern("has_ground", (_CRITERION,)),),
    ),
    Rule(
        "a member without a ground",
        3,
        when=(Pattern("member", (_SET, _CRITERION)),),
        unless=(Pattern("has_ground", (_CRITERION,)),),
        then=(Pattern("lacking", (_SET, _CRITERION)),),
    ),
    Rule(
        "one member without a ground leaves no way",
        4,
        when=(Pattern("lacking", (_SET, None)),),
        then=(Pattern("stuck", (_SET,)),),
    ),
    Rule(
        "a way out for a set that is sought",
        5,
        when=(
            Pattern("sought", (_SET,)),
            Pattern("member", (_SET, _CRITERION)),
            Pattern("fits", (_GROUND, _CRITERION, _HOW)),
        ),
        unless=(Pattern("stuck", (_SET,)),),
        then=(Pattern("way", (_SET, _CRITERION, _GROUND, _HOW)),),
    ),
)

GROUNDS_TABLE = Table(KINDS, RULES)


class Grounds:
    """The grounds that fit the criteria of some sets, as the reasoner concluded."""

    def __init__(self, ruleset: Ruleset, sets: Mapping[str, Sequence[str]], sought: frozenset[str]) -> None:
        """Reason over `sets` (name → members); ways out are sought for the names in `sought` only."""
        of_criteria = {name: tuple(dict.fromkeys(map(criterion_of, members))) for name, members in sets.items()}
        self._alike = {name: _name_of(criteria) for name, criteria in of_criteria.items()}
        alike = {_name_of(criteria): criteria for criteria in of_criteria.values()}
        wanted = frozenset(self._alike[name] for name in sought)
        conclusions = reasoner_for(GROUNDS_TABLE)(sorted(facts_of(ruleset, alike, wanted), key=repr))
        self._rows = sorted((fact for fact in conclusions.facts), key=repr)

    def ways(self, name: str) -> tuple[tuple[str, int], ...]:
        """All grounds that fit some member of a set with a way out, most specific first: (ground, how)."""
        best: dict[str, int] = {}
        for fact in self._rows:
            if fact.kind == "way" and fact.values[0] == self._alike[name]:
                ground, how = str(fact.values[2]), int(fact.values[3])
                best[ground] = min(how, best.get(ground, BY_RANK))
        return tuple(sorted(best.items(), key=lambda each: (each[1], each[0])))

    def stuck(self, name: str) -> bool:
        """Whether some member of the set has no fitting ground."""
        return any(fact.kind == "stuck" and fact.values[0] == self._alike[name] for fact in self._rows)

    def has_ground(self, criterion: str) -> bool:
        """Whether any ground fits a criterion."""
        return any(fact.kind == "has_ground" and fact.values[0] == criterion_of(criterion) for fact in self._rows)

    def fits(self, ground: str, criterion: str) -> int | None:
        """How a ground fits a criterion (0 by name, 1 by regime, 2 by rank); None when it does not."""
        hows = [
            int(f.values[2])
            for f in self._rows
            if f.kind == "fits" and f.values[:2] == (ground, criterion_of(criterion))
        ]
        return min(hows, default=None)


def _name_of(criteria: Sequence[str]) -> str:
    """One name for all sets of the same criteria, in whatever records: the same grounds fit them."""
    return "+".join(criteria)


def facts_of(ruleset: Ruleset, sets: Mapping[str, Sequence[str]], sought: frozenset[str]) -> Iterator[Fact]:
    """What the reasoner is told of the grounds and criteria of a ruleset, and of the sets that seek a way out."""
    for ground in ruleset.grounds.values():
        yield from (Fact("names", (ground.name, name)) for name in ground.criteria)
        yield from (Fact("applies_to", (ground.name, tag)) for tag in ground.applies_to)
    for criterion in ruleset.criteria.values():
        yield from (Fact("tagged", (criterion.name, tag, how)) for tag, how in tags(criterion))
    for name, members in sets.items():
        yield from (Fact("member", (name, member)) for member in members)
    yield from (Fact("sought", (name,)) for name in sought)


def tags(criterion: Criterion) -> Iterator[tuple[str, int]]:
    """What a ground can match a criterion by: its regimes, its rank, and `kan_bepaling` where the rule leaves room."""
    yield from ((regime, BY_REGIME) for regime in criterion.regimes)
    yield (criterion.rank, BY_RANK)
    if criterion.room == "kan":
        yield (DISCRETION, BY_RANK)
