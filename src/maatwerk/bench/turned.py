"""What must turn when the reference date steps: a verdict, that verdict alone, or the amount alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.bench.edge import LEAST, beyond
from maatwerk.criteria.carrying import hangs_on
from maatwerk.expressions.values import Truth
from maatwerk.outcome.outcome import deciding_names
from maatwerk.outcome.standing import standing
from maatwerk.outcome.worth import worth

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.exploration.space import Situations
    from maatwerk.ruleset.model import Ruleset

    Goal = Callable[[Situations], Truth]


def others_turn(ruleset: Ruleset, name: str) -> Goal:
    """The goal that a verdict turns that has nothing to do with this one: neither is computed from the other."""
    with_it = hangs_on(ruleset, frozenset({name}))
    deciding = deciding_names(ruleset)
    others = [each for each in deciding if each not in with_it and name not in hangs_on(ruleset, frozenset({each}))]

    def goal(at: Situations) -> Truth:
        pairs = [(at[0].verdict(each), at[1].verdict(each)) for each in others]
        return Truth.of(any(Truth.UNKNOWN not in pair and pair[0] is not pair[1] for pair in pairs))

    return goal


def without(goal: Goal) -> Goal:
    """The goal that another is not reached, as far as is known."""

    def inverted(at: Situations) -> Truth:
        return goal(at).inverted()

    return inverted


def turns(name: str, below: Truth, above: Truth) -> Goal:
    """The goal that a verdict turns, in this way."""

    def goal(at: Situations) -> Truth:
        found = at[0].verdict(name), at[1].verdict(name)
        if any(one not in (wanted, Truth.UNKNOWN) for one, wanted in zip(found, (below, above), strict=True)):
            return Truth.NO
        return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.YES

    return goal


def only_the_amount(at: Situations) -> Truth:
    """The goal that the outcome stays, and the amounts lie apart."""
    one, other = stands = [standing(each) for each in at]
    known = [(one[each], other[each]) for each in one if Truth.UNKNOWN not in (one[each], other[each])]
    if any(before is not after for before, after in known):
        return Truth.NO
    apart = beyond(LEAST, *(worth(each, found) for each, found in zip(at, stands, strict=True)))
    return apart if len(known) == len(one) or apart is Truth.NO else Truth.UNKNOWN
