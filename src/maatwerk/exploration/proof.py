"""The proof that no case is so, with what is computed taken as given.

A sum of two unknown amounts cannot be cut by its parts, but it can be cut itself: below the limit, on it, above it.
Every real case lies in one of these cells, so a no in all of them is a no for every case. A yes proves nothing here:
the values may not go together. So this is tried only where the search itself found no case and left something open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.criteria.support import behind
from maatwerk.exploration.cells import CUT, limits, stretches
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Span, Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.exploration.budget import Budget
    from maatwerk.exploration.opening import Opening
    from maatwerk.exploration.space import Situations


@dataclass(frozen=True)
class Proof:
    """That a goal is no for every case of a space."""

    opening: Opening
    goal: Callable[[Situations], Truth]
    budget: Budget

    def holds(self, at: Situations) -> bool:
        """Whether it is proved from here on."""
        if not self.budget.spend():
            return False
        answer = self.goal(at)
        if answer is not Truth.UNKNOWN:
            return answer is Truth.NO
        parts = self._computed(at) or self._cut(at)
        return bool(parts) and all(self.holds(part) for part in parts)

    def _cut(self, at: Situations) -> tuple[Situations, ...]:
        name = self.opening.next_fact(at)
        if name is None:
            return ()
        parts, whole = self.opening.cut(name, at)
        return parts if whole else ()

    def _computed(self, at: Situations) -> tuple[Situations, ...]:
        """The cells of the first number that is computed, not known, and compared with a limit."""
        for number, situation in enumerate(at):
            rules = situation.ruleset
            expressions = tuple(behind(rules, self.opening.named(rules)))
            named = frozenset().union(*(names_in(each.root) for each in expressions))
            for name, each in rules.calculations.items():
                if each.per or each.type.sort not in CUT or each.type.or_empty or name not in named:
                    continue
                value = situation.value(name)
                if name in situation.flips or not isinstance(value, Span) or value.known:
                    continue
                turning = sorted(limits(situation, name, expressions))
                cells = tuple(stretches(turning, value, each.type))
                if len(cells) > 1:
                    return tuple((*at[:number], situation.taking(name, cell), *at[number + 1 :]) for cell in cells)
        return ()
