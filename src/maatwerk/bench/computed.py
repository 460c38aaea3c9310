"""Limits of what is computed (a sum, an age, twelve months): a case at which a criterion decides, stepped over it.

A fact that has no limit of its own may still turn a criterion. So a case is sought in which that criterion decides the
outcome; there each number and day behind it is moved, all else staying, to where the criterion turns.
"""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from maatwerk.bench.analysis.criteria import changes_taken_as, open_when_turned, stands_alone
from maatwerk.bench.edge import Step, falls, is_jump, moved, part_of_all
from maatwerk.criteria.members import field_name
from maatwerk.criteria.support import fact_support
from maatwerk.exploration.cells import step
from maatwerk.exploration.search import Budget, search
from maatwerk.exploration.space import Space, base_field
from maatwerk.exploration.turning import turning_points
from maatwerk.expressions.unknown import unknown_of
from maatwerk.expressions.values import Span, Truth
from maatwerk.outcome.outcome import deciding_names
from maatwerk.outcome.worth import apart, worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from maatwerk.criteria.situation import Situation
    from maatwerk.exploration.space import Situations
    from maatwerk.ruleset.model import Fact, Ruleset


def computed_steps(
    ruleset: Ruleset, without: frozenset[str], by_day: Iterable[tuple[str, Step]], budget: Budget
) -> Iterator[tuple[str, Step]]:
    """For each fact behind a deciding criterion (a field goes as `list.field`) the step that costs most in the case.

    Up and down apart: of an age from 4 to 18 there are two. `without`: facts that have limits of their own. `by_day`:
    steps of the reference date; the other day of a term or an age lies beside its limit there too.
    """
    best: dict[tuple[str, str, bool], Step] = {}
    beside = ((situation, name) for name, each in by_day if name for situation in each.case)
    for situation, name in (*_where_it_turns(ruleset, budget), *beside):
        for fact, found in _steps(situation, name, without):
            limit = (fact, name, falls(found.case))
            if limit not in best or found.loss > best[limit].loss:
                best[limit] = found
    yield from ((fact, found) for (fact, _, _), found in best.items())


def _where_it_turns(ruleset: Ruleset, budget: Budget) -> Iterator[tuple[Situation, str]]:
    """For each verdict that decides, a case in which it is yes and one in which it is no, where turning it matters."""
    deciding = deciding_names(ruleset)
    space = Space.of(ruleset, about=deciding)
    for name, taken in product(deciding, (Truth.YES, Truth.NO)):
        goal, behind = changes_taken_as(name, taken), partial(open_when_turned, name)
        answer = search(
            space,
            partial(_of_the_first, goal),
            names=(name, *(each for each in deciding if each != name)),
            behind=behind,
            closed=stands_alone(ruleset, name),
            budget=Budget(part_of_all(), budget),
        )
        if answer.situations:
            yield answer.situations[0], name


def _of_the_first(goal: Callable[[Situation], Truth], at: Situations) -> Truth:
    return goal(at[0])


def _steps(situation: Situation, criterion: str, without: frozenset[str]) -> Iterator[tuple[str, Step]]:
    behind = fact_support(situation.ruleset, [criterion])
    for name, fact in _known(situation):
        base = base_field(name)
        if base in without or base.partition(".")[0] not in behind:
            continue
        whole = situation.given(name, unknown_of(fact.type))
        span = unknown_of(fact.type)
        for point in turning_points(name, span, fact.type, (whole,)) if isinstance(span, Span) else ():
            sides = tuple(moved(situation, base, each) for each in (step(point, fact.type, -1), point))
            if is_jump(sides, base):
                yield base, Step(sides, apart(*(worth(each) for each in sides))[0], largest=False)


def _known(situation: Situation) -> Iterator[tuple[str, Fact]]:
    """The numbers and days of the case, but for the reference date."""
    rules = situation.ruleset
    for name, value in situation.values.items():
        if isinstance(value, Span) and name != rules.header.reference_date:
            yield name, rules.facts[name]
    for of, found in situation.lists.items():
        for name, value in found.records[0].items() if found.records else ():
            if isinstance(value, Span):
                yield field_name(of, 0, name), rules.lists[of].fields[name]
