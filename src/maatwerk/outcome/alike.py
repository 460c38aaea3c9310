"""Records that may stand for each other: they give the same to all that is asked of their list, flipped or not.

Of 36 people in one home who share costs it does not matter which three are set aside. So one such set is judged for
all.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from maatwerk.criteria.members import split, stands_in
from maatwerk.expressions.names import parts, values_in
from maatwerk.expressions.tree import Aggregate

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.tree import Expression
    from maatwerk.ruleset.model import Ruleset


class Alike:
    """Which sets of members have the same effect in a situation."""

    def __init__(self, situation: Situation) -> None:
        """The situation in which members are flipped."""
        self._situation = situation
        self._known: dict[str, Hashable] = {}

    def effect(self, members: Sequence[str]) -> Hashable:
        """Equal for sets whose flip gives the same outcome and amounts. Two members in one record are on their own."""
        if len(members) == 1:  # judging it costs no more than finding out what it is like
            return frozenset(members)
        records = Counter(self._place(each) for each in members)
        if any(number > 1 for place, number in records.items() if place):
            return frozenset(members)
        return frozenset(Counter(self._given(each) for each in members).items())

    def _place(self, member: str) -> tuple[str, int] | None:
        name, number = split(member)
        return None if number is None else (self._situation.ruleset.criteria[name].per, number)

    def _given(self, member: str) -> Hashable:
        """What a record gives to its list, before and after the flip; a criterion of the case is only like itself."""
        place = self._place(member)
        if member not in self._known:
            given = () if place is None else self._before_and_after(member, *place)
            self._known[member] = (member if place is None else split(member)[0], *given)
        return self._known[member]

    def _before_and_after(self, member: str, of_list: str, number: int) -> Iterator[Hashable]:
        found = self._situation.records(of_list)
        yield found is not None and number in found.perhaps
        for situation in (self._situation, self._situation.flipped([member])):
            record = situation.in_record(of_list, number)
            yield tuple(record.value(name) for name in _asked_of_lists(situation.ruleset).get(of_list, ()))


@lru_cache(maxsize=256)
def _asked_of_lists(ruleset: Ruleset) -> dict[str, tuple[str, ...]]:
    """For each list the names in a record that some question about the whole list uses.

    Where those hang on something else that a flip may change, all fields too: only equal records are alike then.
    """
    asked: dict[str, set[str]] = {}
    for expression in _expressions(ruleset):
        for node, _ in parts(expression.root):
            if isinstance(node, Aggregate):
                asked.setdefault(node.list, set()).update(values_in(node))
    for of_list, names in asked.items():
        names.intersection_update({name for name in names if stands_in(ruleset, of_list, name)})
        if _hangs_on_the_case(ruleset, of_list, names):
            names.update(ruleset.lists[of_list].fields)
    return {of_list: tuple(sorted(names)) for of_list, names in asked.items()}


def _hangs_on_the_case(ruleset: Ruleset, of_list: str, names: set[str]) -> bool:
    """Whether something in a record is computed from what is computed for the case, or asked of a list."""
    waiting, seen = set(names), set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        for per, expression in _definition(ruleset, name):
            if per != of_list or any(isinstance(node, Aggregate) for node, _ in parts(expression.root)):
                return True
            waiting |= values_in(expression.root) - seen
    return False


def _definition(ruleset: Ruleset, name: str) -> Iterator[tuple[str, Expression]]:
    """What a name is computed from, and for each record of which list; nothing for what no flip can change."""
    if name in ruleset.criteria:
        yield ruleset.criteria[name].per, ruleset.criteria[name].requirement
    if name in ruleset.calculations:
        yield ruleset.calculations[name].per, ruleset.calculations[name].expression


def _expressions(ruleset: Ruleset) -> Iterator[Expression]:
    """All that an outcome and its amounts can come from."""
    yield from (each.requirement for each in ruleset.criteria.values())
    yield from (each.expression for each in ruleset.calculations.values())
    yield from (each.amount for each in ruleset.outcomes.values() if each.amount is not None)
