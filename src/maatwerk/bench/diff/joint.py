"""Which pairs of outcomes can go together at all, from what both versions say in the same words.

A criterion that means the same in both has one verdict for both, whatever the facts are. So every way to fill in the
verdicts once is tried on both; a pair that none of them gives occurs in no case. What is left is searched.
"""

from __future__ import annotations

from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

from maatwerk.basics.bounds import bounds
from maatwerk.bench.diff.renames import renamed
from maatwerk.criteria.situation import PROCESS_FACTS
from maatwerk.expressions.names import names_in
from maatwerk.expressions.printing import print_expression
from maatwerk.outcome.outcome import MONEY_BACK, candidates, deciding_names, impossible, outcomes_alike
from maatwerk.ruleset.model import all_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Ruleset


class Joint:
    """Two versions with what means the same in both. `names`: old name → new name of what is only called otherwise."""

    def __init__(self, old: Ruleset, new: Ruleset, names: Mapping[str, str]) -> None:
        """Take both versions on the same days."""
        self.old, self.new, self.names = old, new, names
        self.known: dict[str, bool] = dict.fromkeys(PROCESS_FACTS, True)

    def same(self, name: str) -> bool:
        """Whether a name of the old version has the same value in the new one, for the same facts."""
        if name not in self.known:
            self.known[name] = False  # names never go round in circles; a name that is not there is not the same
            self.known[name] = self._same(name)
        return self.known[name]

    def _same(self, name: str) -> bool:
        one, other = self._items
        before, after = one.get(name), other.get(self.names.get(name, name))
        if before is None or after is None or self.old.settings.leap_birthday != self.new.settings.leap_birthday:
            return False
        if isinstance(before, tuple) and isinstance(after, tuple):
            (per, expression), (other_per, other_expression) = before, after
            return self.names.get(per, per) == other_per and self.same_expression(expression, other_expression)
        return bool(before == after)

    def same_expression(self, one: Expression | None, other: Expression | None) -> bool:
        """Whether two expressions have the same value for the same facts."""
        if one is None or other is None:
            return one is other
        written = renamed(print_expression(one.root), self.names)
        return written == print_expression(other.root) and all(map(self.same, names_in(one.root)))

    def same_amount(self, old: str, new: str) -> bool:
        """Whether two outcomes are always worth the same."""
        one, other = self.old.outcomes[old], self.new.outcomes[new]
        return (
            (one.kind in MONEY_BACK) == (other.kind in MONEY_BACK)
            and one.amount_type == other.amount_type
            and self.same_expression(one.amount, other.amount)
            and [self.names.get(name, name) for name in one.also] == list(other.also)
            and all(map(self.same, one.also))
        )

    @cached_property
    def _items(self) -> tuple[dict[str, Any], dict[str, Any]]:
        return _meanings(self.old), _meanings(self.new)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """The pairs of outcomes that some verdicts give; None where there are too many verdicts to try."""
        old, new = deciding_names(self.old), deciding_names(self.new)
        shared = {name: self.names.get(name, name) for name in old if self.same(name)}
        own = [name for name in old if name not in shared]
        others = [name for name in new if name not in set(shared.values())]
        if len(shared) + len(own) + len(others) > bounds().open_verdicts:
            return None
        found: set[tuple[str, str]] = set()
        for verdicts in product((True, False), repeat=len(shared)):
            both = dict(zip(shared, verdicts, strict=True))
            before = _outcomes(self.old, both, own)
            after = _outcomes(self.new, {shared[name]: met for name, met in both.items()}, others)
            found |= set(product(before, after))
        return frozenset(found)


def _outcomes(ruleset: Ruleset, verdicts: Mapping[str, bool], more: list[str]) -> frozenset[str]:
    """The outcomes that these verdicts can still give, over all ways to fill in the others."""
    return frozenset().union(*_each(ruleset, verdicts, more))


def _each(ruleset: Ruleset, verdicts: Mapping[str, bool], more: list[str]) -> Iterator[frozenset[str]]:
    seen: set[frozenset[str]] = set()
    for values in product((True, False), repeat=len(more)):
        filling = {**verdicts, **dict(zip(more, values, strict=True))}
        if not impossible(ruleset, filling) and (group := candidates(ruleset, filling)) not in seen:
            seen.add(group)
            yield outcomes_alike(ruleset, filling)


def _meanings(ruleset: Ruleset) -> dict[str, Any]:
    """What each name means: an expression with its list, the rows of a norm, the type of what is asked."""
    rows = {
        name: (norm.type, [(row.valid_from, row.keys, row.value) for row in norm.rows])
        for name, norm in ruleset.norms.items()
    }
    return {
        **{fact.name: [fact.type, fact.list] for fact in all_facts(ruleset)},
        **{name: sorted(each.fields) for name, each in ruleset.lists.items()},
        **{name: list(each) for name, each in rows.items()},
        **{name: (each.per, each.expression) for name, each in ruleset.calculations.items()},
        **{name: (each.per, each.requirement) for name, each in ruleset.criteria.items()},
    }
