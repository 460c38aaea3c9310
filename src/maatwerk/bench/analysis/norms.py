"""Holes in dated norms: a day or a key for which a norm that the rules use has no value."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.bench.analysis.look import told
from maatwerk.criteria.support import tests
from maatwerk.criteria.unresolved import unresolved
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.names import names_in, parts
from maatwerk.expressions.tree import Name
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Truth
from maatwerk.ruleset.model import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.bench.analysis.look import Look
    from maatwerk.criteria.situation import RecordSituation, Situation
    from maatwerk.ruleset.model import Norm


def without_a_value(look: Look) -> Iterator[Problem]:
    """M419: a norm read on another date or with keys (`norm op datum`, `norm bij x`) for which there is no row."""
    done: set[Name] = set()
    for expression in tests(look.ruleset):
        for node, _ in parts(expression.root):
            if isinstance(node, Name) and (node.on or node.by) and node not in done:
                done.add(node)
                read = _Read(node, look)
                found = look.case(node.name, read.has_no_row, [], read.needed)
                if set(found.left) <= {read.list}:  # every row is like the first
                    look.unsettled.pop(node.name, None)
                if found.found:
                    place = expression.place_of(node)
                    yield problem("M419", place, warning=True, name=node.name, case=told(found))


class _Read:
    """A norm read on a date or with keys, in the case or in the first row of the list that its keys are fields of."""

    def __init__(self, node: Name, look: Look) -> None:
        """Take where it is read."""
        self.node = node
        self.keys = [each for each in (node.on, *node.by) if each]
        rules = look.ruleset
        self.norm = rules.norms[node.name]
        named = frozenset().union(*(names_in(each) for each in self.keys))
        self.list = next((name for name in rules.lists if named & inside(rules, name).keys()), "")

    def has_no_row(self, situation: Situation) -> Truth:
        """Whether the norm has no value although its date and keys are known."""
        if self.list and self.list not in situation.lists:
            return Truth.UNKNOWN
        scope = self._scope(situation)
        if scope is None or (value := evaluate(self.node, scope)).known:
            return Truth.NO
        if all(evaluate(each, scope).known for each in self.keys):
            return Truth.of(value == unknown_of(self.norm.type))
        return Truth.UNKNOWN

    def needed(self, situation: Situation) -> frozenset[str]:
        """The unknown facts behind its date and keys."""
        if self.list and self.list not in situation.lists:
            return frozenset({self.list})
        scope = self._scope(situation)
        return frozenset().union(*(unresolved(each, scope) for each in self.keys)) if scope else frozenset()

    def _scope(self, situation: Situation) -> Situation | RecordSituation | None:
        if not self.list:
            return situation
        return situation.in_record(self.list, 0) if situation.lists[self.list].records else None


def that_stopped(look: Look) -> Iterator[Problem]:
    """M420: a norm that got new rows as long as others did, and then stopped: its next row may be forgotten.

    That is so when the newest row of any norm in this version is further from its own newest one than its rows ever lay
    apart.
    """
    until = look.ruleset.header.valid_until or date.max
    newest = max(_starts(look.ruleset.norms.values(), until), default=None)
    for norm in look.ruleset.norms.values():
        own = sorted(set(_starts([norm], until)))
        gaps = [later - earlier for earlier, later in pairwise(own)]
        if newest and gaps and look.own(norm.name) and newest - own[-1] > max(gaps):
            days = {"last": own[-1].isoformat(), "newest": newest.isoformat()}
            yield problem("M420", norm.place, warning=True, name=norm.name, **days)


def _starts(norms: Iterable[Norm], until: date) -> Iterator[date]:
    return (row.valid_from for norm in norms for row in norm.rows if row.valid_from < until)
