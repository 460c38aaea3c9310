"""Where a changed rule gives another answer than the rule itself, and the proof that it never does.

Only the changed expression is compared, or every expression that names a changed norm. All that follows from these is
the same where they are the same; so a proof here is a proof for every outcome, finding and way out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import Space
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.names import lists_in, names_in
from maatwerk.expressions.tree import Expression
from maatwerk.expressions.values import Choice, Span, Truth
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.visible import records_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from maatwerk.bench.testing.mutants import Mutant
    from maatwerk.criteria.situation import RecordSituation, Situation
    from maatwerk.exploration.space import Situations
    from maatwerk.expressions.tree import Node
    from maatwerk.expressions.values import Value
    from maatwerk.ruleset.model import Ruleset

PROOF = 2000
"""Places looked at for one proof."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An expression before and after the change, and the list in whose records it is read (empty: in the case)."""

    was: Node
    now: Node
    list: str


def spots(ruleset: Ruleset, mutant: Mutant) -> tuple[Spot, ...]:
    """Where a change can be seen first; none for a change of names or of figures that are no norm."""
    changed = {(edit.mapping, edit.name, edit.field): edit.value for edit in mutant.edits}
    norms = {edit.name for edit in mutant.edits if edit.mapping == "norms"}
    if len(mutant.edits) > 1:
        return ()
    return tuple(_spots(ruleset, changed, norms))


def _spots(ruleset: Ruleset, changed: dict[tuple[str, str, str], object], norms: set[str]) -> Iterator[Spot]:
    for kind in KINDS.values():
        for name, item in kind.items(ruleset).items():
            for key, expression in kind.expressions(item):
                now = changed.get((kind.mapping, name, key.field), expression)
                if isinstance(now, Expression) and (now is not expression or names_in(expression.root) & norms):
                    yield Spot(expression.root, now.root, records_of(item, ruleset.criteria))


def differs(spots: Iterable[Spot], at: Situations) -> Truth:
    """Whether some of these has another value under the changed rules."""
    before, after = at
    answers = {answer for spot in spots for answer in _answers(spot, before, after)}
    if Truth.YES in answers:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in answers else Truth.NO


def _answers(spot: Spot, before: Situation, after: Situation) -> Iterator[Truth]:
    for one, other in _scopes(spot.list, before, after):
        yield _unequal(evaluate(spot.was, one), evaluate(spot.now, other))
    found = before.records(spot.list) if spot.list else None
    if spot.list and (found is None or not found.complete):
        yield Truth.UNKNOWN


def _scopes(
    of: str, before: Situation, after: Situation
) -> Iterator[tuple[Situation | RecordSituation, Situation | RecordSituation]]:
    if not of:
        yield before, after
        return
    for number in range(len(before.lists[of].records) if of in before.lists else 0):
        yield before.in_record(of, number), after.in_record(of, number)


def _unequal(one: Value, other: Value) -> Truth:
    if one.known and other.known:
        return Truth.of(one != other)
    if isinstance(one, Span) and isinstance(other, Span):
        return Truth.YES if _below(one, other) or _below(other, one) else Truth.UNKNOWN
    apart = isinstance(one, Choice) and isinstance(other, Choice) and not one.options & other.options
    return Truth.YES if apart else Truth.UNKNOWN


def _below(one: Span, other: Span) -> bool:  # type: ignore[type-arg]
    return one.high is not None and other.low is not None and one.high < other.low


def never_differs(ruleset: Ruleset, mutant: Mutant) -> bool:
    """Whether it is proved that no case at all gives another value: then the change cannot matter."""
    found = spots(ruleset, mutant)
    if not found:
        return False
    names = sorted({name for spot in found for node in (spot.was, spot.now) for name in names_in(node)})
    space = _AnyDay(*_around(ruleset, mutant))
    answer = search(space, lambda at: differs(found, at), names=names, budget=Budget(PROOF))
    one_record = {spot.list for spot in found if spot.list and not _asks_lists(ruleset, spot)}
    return not answer.found and set(answer.left) <= one_record


def _around(ruleset: Ruleset, mutant: Mutant) -> tuple[tuple[Ruleset, ...], tuple[date, ...]]:
    space = Space.of(ruleset, mutant.of(ruleset))
    return space.rulesets, space.days[:1]


@dataclass(frozen=True)
class _AnyDay(Space):
    """The cases of every reference date in one: that day is a fact like others."""

    def begin(self, day: date) -> Situations:
        """Nothing is known, not even the day."""
        return tuple(replace_values(each, {}) for each in Space.begin(self, day))


def under(changed: Ruleset, situation: Situation) -> Situation:
    """The same case under the changed rules."""
    return type(situation)(
        changed, situation.values, today=situation.today, received=situation.received, lists=situation.lists
    )


def replace_values(situation: Situation, values: dict[str, Value]) -> Situation:
    """The same situation with only these facts of the case known."""
    return type(situation)(
        situation.ruleset, values, today=situation.today, received=situation.received, lists=situation.lists
    )


def _asks_lists(ruleset: Ruleset, spot: Spot) -> bool:
    """Whether a record is judged by what stands in other records too: by a question about a list."""
    waiting, seen = [spot.was, spot.now], set[str]()
    while waiting:
        node = waiting.pop()
        if lists_in(node):
            return True
        for name in names_in(node) - seen:
            seen.add(name)
            definition = _definition(ruleset, name)
            waiting += [definition.root] if definition else []
    return False


def _definition(ruleset: Ruleset, name: str) -> Expression | None:
    if name in ruleset.criteria:
        return ruleset.criteria[name].requirement
    return ruleset.calculations[name].expression if name in ruleset.calculations else None
