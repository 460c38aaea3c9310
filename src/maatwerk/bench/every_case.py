"""Proof by trying: where all that the rules ask is yes, no or an option, every case is tried and no column differs.

With amounts, numbers, days or lists there are too many cases for that. Cases with unknown facts are not tried.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from maatwerk.bench.examples import cells_of
from maatwerk.criteria.support import fact_support, tests
from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import Space
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Truth, exactly
from maatwerk.outcome.outcome import UNKNOWN
from maatwerk.ruleset.examples import AMOUNT_COLUMN, FINDINGS_COLUMN, GROUNDS, OUTCOME, PROPOSALS
from maatwerk.ruleset.model import Example

if TYPE_CHECKING:
    from maatwerk.bench.mutants import Mutant
    from maatwerk.exploration.space import Situations
    from maatwerk.ruleset.cells import PlainValue
    from maatwerk.ruleset.model import Ruleset

MOST = 1000
"""So many cases at most: each takes some milliseconds."""
COLUMNS = (OUTCOME, AMOUNT_COLUMN, FINDINGS_COLUMN, PROPOSALS, GROUNDS)
_FINITE = frozenset({"ja_nee", "keuze"})


def never_shows(ruleset: Ruleset, mutant: Mutant) -> bool:
    """Whether every case with all facts known was tried, and all columns stayed the same under the change."""
    changed = mutant.of(ruleset)
    named = {name for rules in (ruleset, changed) for each in tests(rules) for name in names_in(each.root)}
    facts = fact_support(ruleset, named)
    if ruleset.lists or any(name not in ruleset.facts for name in facts) or _cases(ruleset, facts) > MOST:
        return False
    columns = (*COLUMNS, *ruleset.criteria, *ruleset.calculations)

    def differs(at: Situations) -> Truth:
        if not all(at[0].value(name).known for name in facts):
            return Truth.UNKNOWN
        before, after = (_columns(rules, at, columns) for rules in (ruleset, changed))
        return Truth.of(before != after)

    return search(Space.of(ruleset), differs, names=facts, budget=Budget(MOST * 10)).proved_none


def _cases(ruleset: Ruleset, facts: tuple[str, ...]) -> int:
    """How many cases there are; more than can be tried where a fact is not yes, no or an option."""
    kinds = [ruleset.facts[name].type for name in facts]
    if any(kind.sort not in _FINITE or kind.or_empty for kind in kinds):
        return MOST + 1
    return prod(len(kind.options) or 2 for kind in kinds)


def _columns(rules: Ruleset, at: Situations, columns: tuple[str, ...]) -> list[str]:
    facts: dict[str, PlainValue | None] = {name: exactly(value) for name, value in at[0].values.items()}
    example = Example("", facts, dict.fromkeys(columns, UNKNOWN), rules.header.place)
    return [cell.found for cell in cells_of(rules, example)]
