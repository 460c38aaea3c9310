"""A row to add for a limit: an example that is there, with one fact moved to just under, on or just over the limit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from maatwerk.criteria.members import field_name
from maatwerk.criteria.situation import RecordSituation
from maatwerk.criteria.support import fact_support
from maatwerk.explanation.changes import dated_here
from maatwerk.exploration.cells import CUT, step
from maatwerk.exploration.space import value_at
from maatwerk.exploration.turning import halved, values_between
from maatwerk.expressions.evaluate import truth
from maatwerk.expressions.names import names_in
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Span, Truth
from maatwerk.ruleset.cells import write_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Compare
    from maatwerk.ruleset.model import Fact

STEPS = (0, -1, 1, -2, 2)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The example to begin with, the fact to move (a field as `list[1].field`), and its value as written."""

    row: str
    fact: str
    value: str

    def __str__(self) -> str:
        """As it stands behind "Add a row": the words are names, the same in each language."""
        return f": `{self.fact}` {self.value} (`{self.row}`)"


def nearest(node: Compare, rows: Sequence[tuple[str, Scope]], lies: Callable[[Scope], bool]) -> Nearest | None:
    """The first row and fact with a value at which the comparison lies where it should (`lies`); None: not found."""
    found = (_moved(node, name, scope, lies) for name, scope in rows)
    return next((each for each in found if each), None)


def _moved(node: Compare, row: str, scope: Any, lies: Callable[[Scope], bool]) -> Nearest | None:  # noqa: ANN401 - a case or a record
    for name, fact in _facts(node, scope):
        for value in _beside(node, name, fact, scope):
            if _in_these_rules(scope, name, value) and lies(_at(scope, name, value)):
                return Nearest(row, name, write_value(value, fact.type))
    return None


def _facts(node: Compare, scope: Any) -> Iterator[tuple[str, Fact]]:  # noqa: ANN401 - a case or a record
    """The known numbers and days behind a comparison: fields of the record first, the reference date last."""
    case: Situation = scope.case if isinstance(scope, RecordSituation) else scope
    rules = case.ruleset
    behind = set(fact_support(rules, names_in(node)))
    fields = scope.fields if isinstance(scope, RecordSituation) else {}
    found = {field_name(scope.list, scope.number, name): fact for name, fact in fields.items()}
    day = rules.header.reference_date
    names = sorted((name for name in rules.facts if name in behind), key=lambda name: name == day)
    found |= {name: rules.facts[name] for name in names}
    for name, fact in found.items():
        if fact.type.sort in CUT and isinstance(value_at((case,), name), Span) and value_at((case,), name).known:
            yield name, fact


def _beside(node: Compare, name: str, fact: Fact, scope: Any) -> Iterator[Any]:  # noqa: ANN401 - a case or a record
    """The values around the one where the answer turns; of a count whole numbers first."""
    whole = unknown_of(fact.type)
    if not isinstance(whole, Span):
        return
    between = values_between(whole, fact.type)

    def answer(value: Any) -> Truth:  # noqa: ANN401 - a number or a day
        return truth(node, _at(scope, name, value))

    first, last = (answer(each) for each in between)
    if Truth.UNKNOWN in (first, last) or first is last:
        return
    for point in halved(between, fact.type, answer, last):
        if fact.type.sort == "getal":
            yield from (Fraction(round(point) + way) for way in STEPS if round(point) + way >= between[0])
        for way in STEPS:
            value = point
            for _ in range(abs(way)):
                value = step(value, fact.type, 1 if way > 0 else -1)
            if value >= between[0]:
                yield value


def _in_these_rules(scope: Any, name: str, value: Any) -> bool:  # noqa: ANN401 - as below
    """A reference date outside the version would be no example of it."""
    rules = scope.case.ruleset if isinstance(scope, RecordSituation) else scope.ruleset
    return name != rules.header.reference_date or dated_here(rules, value)


def _at(scope: Any, name: str, value: Any) -> Scope:  # noqa: ANN401 - a case or a record; a number or a day
    if isinstance(scope, RecordSituation):
        record: Scope = scope.case.given(name, Span.point(value)).in_record(scope.list, scope.number)
        return record
    found: Scope = scope.given(name, Span.point(value))
    return found
