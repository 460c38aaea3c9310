"""What makes one letter of an answer unlike another: why the rules give it, and the texts that hang on a condition."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING, Literal, get_args

from maatwerk.criteria.unresolved import facts_needed
from maatwerk.expressions.alternatives import clauses
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Truth, all_of
from maatwerk.ruleset.model import LetterSection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.alternatives import Clause
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import LetterText, Ruleset

ALL_OF = 200
"""Up to so many combinations all are sought; above it every pair of two factors."""
LINES = (0, 1, 2)
"""A text with `per` is sought without a line, with one, and with two or more."""
_WAYS = "ways"

Side = Literal["before", "after"]
_ALL = frozenset(get_args(LetterSection))
PARTS: dict[Side, frozenset[str]] = {
    "before": _ALL - {"uitzondering"},
    "after": _ALL - {"waarom", "wat_kan_niet", "wat_kan_wel"},
}
"""The parts of a letter by the rules, and of one after an exception: that says `uitzondering` in place of why."""


@dataclass(frozen=True)
class Factor:
    """One thing that varies. `name` is the text it is about; `options` its numbers: lines printed, or which way.

    `when` is asked of the case (`side`: by the rules, or with the exception), with `per` of each record.
    """

    name: str
    options: tuple[int, ...]
    side: Side = "before"
    when: Expression | None = None
    per: str = ""
    ways: tuple[Clause, ...] = ()

    def reached(self, option: int, case: Situation) -> Truth:
        """Whether a case has this option."""
        if self.ways:
            verdicts = ((case.verdict(name), met) for name, met in self.ways[option])
            return all_of(each if met else each.inverted() for each, met in verdicts)
        if not self.per:
            found = case.test(self.when)
            return found if option else found.inverted()
        number = self._lines(case)
        return Truth.UNKNOWN if number is None else Truth.of(min(number, LINES[-1]) == option)

    def _lines(self, case: Situation) -> int | None:
        """How many records get a line; None while that is not known."""
        found = case.records(self.per)
        if found is None or not found.complete:
            return None
        answers = [scope.test(self.when) for scope in (case.in_record(self.per, at) for at in range(len(found.scopes)))]
        return None if Truth.UNKNOWN in answers else answers.count(Truth.YES)

    def needed(self, case: Situation) -> frozenset[str]:
        """The unknown facts on which it still depends."""
        if not self.per:
            return facts_needed(case, [self.when])
        found = case.records(self.per)
        if found is None or not found.complete:
            return frozenset({self.per})
        scopes = (case.in_record(self.per, at) for at in range(len(found.scopes)))
        return frozenset().union(*(facts_needed(scope, [self.when]) for scope in scopes))

    @property
    def names(self) -> tuple[str, ...]:
        """What it looks at."""
        if self.ways:
            return tuple(dict.fromkeys(name for way in self.ways for name, _ in sorted(way)))
        return tuple(sorted(names_in(self.when.root))) if self.when else ()


Wanted = tuple[tuple[Factor, int], ...]
"""Some factors, each with the option that it should have."""


def factors_of(ruleset: Ruleset, outcome: str) -> tuple[Factor, ...]:
    """What varies in the letters of an outcome by the rules: why it is so, its texts, and what else can be done."""
    ways = tuple(dict.fromkeys(clauses(ruleset.outcomes[outcome].when.root)))
    why = (Factor(_WAYS, tuple(range(len(ways))), ways=ways),) if len(ways) > 1 else ()
    offered = (each for each in ruleset.alternatives.values() if outcome in each.outcomes and each.when)
    others = tuple(Factor(each.name, LINES[:2], when=each.when) for each in offered)
    return (*why, *texts_of(ruleset, {outcome}), *others)


def texts_of(ruleset: Ruleset, about: Collection[str], side: Side = "before") -> tuple[Factor, ...]:
    """The texts with a condition, or a line for each record, in letters about these outcomes and exceptions."""
    mine = (
        each for each in ruleset.letter_texts.values() if set(about) & set(each.about) and each.section in PARTS[side]
    )
    found = (_of_text(each, side) for each in mine)
    return tuple(each for each in found if each)


def _of_text(text: LetterText, side: Side) -> Factor | None:
    """None for a text that always stands in the letter."""
    if text.per:
        return Factor(text.name, LINES, side, text.when, text.per)
    return Factor(text.name, LINES[:2], side, text.when) if text.when else None


def number_of(factors: Sequence[Factor]) -> int:
    """How many combinations there are, possible or not."""
    return prod(len(each.options) for each in factors)


def wanted(factors: Sequence[Factor], *, pairs: bool) -> Iterator[Wanted]:
    """Every combination; or of every two factors every pair, and what no pair has."""
    if not pairs or not factors[1:]:
        yield from (tuple(zip(factors, chosen, strict=True)) for chosen in product(*(each.options for each in factors)))
        return
    for one, other in combinations(factors, 2):
        yield from (((one, left), (other, right)) for left, right in product(one.options, other.options))
