"""Which limits of the rules no example comes near: each needs a row just under it, one on it, and one just over it.

A limit is a comparison (`<` `<=` `>` `>=`) of numbers, amounts or days in the `eis` of a criterion, the `is` of a
calculation or the `mag_als` of an exception. Just beside it is within the margin of the settings (5 % or 14 days), or
within 1 where that is more. A limit of 0 has no margin: there any case on that side will do. An age, or a number of
months, may also lie so many days before or after the day on which it is reached.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.bench.examples import case_of, today_of
from maatwerk.bench.nearest import nearest
from maatwerk.bench.periods import OVER, UNDER, Periods
from maatwerk.expressions.distances import is_fixed
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.tree import Aggregate, Compare, children
from maatwerk.expressions.values import Span, exactly
from maatwerk.ruleset.checks.static_scope import NothingKnown
from maatwerk.ruleset.visible import records_of
from maatwerk.story import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.basics.problems import Place
    from maatwerk.criteria.situation import Situation
    from maatwerk.expressions.scope import Scope
    from maatwerk.expressions.tree import Expression, Node
    from maatwerk.ruleset.model import Ruleset, Settings

ON = "M333"
LEAST = Fraction(1)
_ORDERING = frozenset({"<", "<=", ">", ">="})


def limit_problems(ruleset: Ruleset) -> tuple[Problem, ...]:
    """What the examples of a document do not show: just under a limit (M332), on it (M333), just over it (M334).

    Each names a row to add, where moving one fact of an example gives one.
    """
    rows = [
        (row.name, view_of(ruleset, case_of(ruleset, row), today=today_of(ruleset, row)).situation)
        for row in ruleset.examples
    ]
    return tuple(
        problem(side, place, warning=True, found=expression.text[slice(*node.at)], name=name, like=like)
        for name, place, expression, per in _deciding(ruleset)
        for node, of_list in _limits(expression.root, per)
        for side, like in _missing(node, of_list, ruleset, rows)
    )


def _deciding(ruleset: Ruleset) -> Iterator[tuple[str, Place, Expression, str]]:
    """What is computed and required by the document itself: name, place, expression, list whose records it sees."""
    found = [(each, each.requirement) for each in ruleset.criteria.values()]
    found += [(each, each.expression) for each in ruleset.calculations.values()]  # type: ignore[misc]
    found += [(each, each.allowed_if) for each in ruleset.exceptions.values()]  # type: ignore[misc]
    for each, expression in found:
        if ruleset.origin.get(each.name) == ruleset.id:
            yield each.name, each.place, expression, records_of(each, ruleset.criteria)


def _limits(node: Node, of_list: str) -> Iterator[tuple[Compare, str]]:
    """The comparisons below a node, each with the list in whose records it is read."""
    if isinstance(node, Compare) and node.comparator in _ORDERING:
        yield node, of_list
    inside = node.list if isinstance(node, Aggregate) else of_list
    for child in children(node):
        yield from _limits(child, inside)


def _missing(
    node: Compare, of_list: str, ruleset: Ruleset, rows: list[tuple[str, Situation]]
) -> Iterator[tuple[str, str]]:
    """The sides that no example shows, each with the row to add in words (empty: none was found)."""
    anything = NothingKnown(ruleset)
    fixed = [is_fixed(side, anything) for side in (node.left, node.right)]
    if all(fixed):
        return
    value, limit = (node.right, node.left) if fixed[0] else (node.left, node.right)
    scopes = [(name, scope) for name, situation in rows for scope in _scopes(situation, of_list)]
    settings = ruleset.settings
    shown = {side for _, scope in scopes for side in _sides(node, value, limit, scope, settings)}
    for side in _possible(value, limit, anything):
        if side not in shown:

            def lies(scope: Scope, side: str = side) -> bool:
                return side in _sides(node, value, limit, scope, settings)

            yield side, str(nearest(node, scopes, lies) or "")


def _scopes(situation: Situation, of_list: str) -> tuple[Scope, ...]:
    if not of_list:
        return (situation,)
    found = situation.records(of_list)
    return found.scopes if found else ()


def _sides(node: Compare, value: Node, limit: Node, scope: Scope, settings: Settings) -> frozenset[str]:
    """On which sides of the limit a case lies, when that is close by; of an age also by the days to its birthday."""
    left, right = exactly(evaluate(value, scope)), exactly(evaluate(limit, scope))
    if isinstance(left, date) and isinstance(right, date):
        return _beside(Fraction((left - right).days), Fraction(settings.margin_days))
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        by_days = Periods(value, scope, settings.margin_days).side(_turning_at(node, value, right))
        return _beside(left - right, max(LEAST, settings.margin_share * abs(right)) if right else abs(left)) | by_days
    return frozenset()


def _turning_at(node: Compare, value: Node, limit: Fraction) -> Fraction:
    """The number of whole years or months at which the answer turns: of `<= 17` that is 18."""
    after = ("<=", ">") if value is node.left else (">=", "<")
    return limit + 1 if node.comparator in after else limit


def _beside(difference: Fraction, near: Fraction) -> frozenset[str]:
    if difference == 0:
        return frozenset({ON})
    if abs(difference) > near:
        return frozenset()
    return frozenset({UNDER if difference < 0 else OVER})


def _possible(value: Node, limit: Node, anything: NothingKnown) -> Iterator[str]:
    """The sides on which a case can lie at all: no amount is under € 0."""
    left, right = evaluate(value, anything), evaluate(limit, anything)
    if not isinstance(left, Span) or not isinstance(right, Span):
        return
    lowest, highest = _difference(left.low, right.high), _difference(left.high, right.low)
    if lowest is None or lowest < 0:
        yield UNDER
    if (lowest is None or lowest <= 0) and (highest is None or highest >= 0):
        yield ON
    if highest is None or highest > 0:
        yield OVER


def _difference(left: object, right: object) -> int | Fraction | None:
    if isinstance(left, date) and isinstance(right, date):
        return (left - right).days
    return left - right if isinstance(left, Fraction) and isinstance(right, Fraction) else None
