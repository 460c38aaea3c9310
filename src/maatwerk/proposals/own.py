"""The ruleset's own exceptions, alone and in the smallest combinations that help."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from maatwerk.expressions.values import Truth
from maatwerk.outcome.outcome import euros_a_year
from maatwerk.proposals.allowed import allowed, end_to_ask
from maatwerk.proposals.departure import depart, go_together
from maatwerk.proposals.lasting import lasting
from maatwerk.proposals.way import Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.criteria.situation import Situation
    from maatwerk.findings.view import View
    from maatwerk.outcome.outcome import Result
    from maatwerk.proposals.departure import Departure
    from maatwerk.proposals.grounds import Grounds
    from maatwerk.ruleset.model import ExceptionRule

LARGEST = 3


def own_ways(view: View, grounds: Grounds) -> tuple[Way, ...]:
    """Exceptions whose `mag_als` holds, where the rules computed again give a better outcome for the resident.

    A combination is offered only when no part of it helps by itself. Never worse: checked on the result.
    """
    return _ways(view, grounds, frozenset({Truth.YES}))


def undecided_that_would_help(view: View, grounds: Grounds) -> tuple[ExceptionRule, ...]:
    """Exceptions of which it is not known whether they may be used, and that could be a way out or part of one."""
    names = {name for way in _ways(view, grounds, frozenset({Truth.YES, Truth.UNKNOWN})) for name in way.exceptions}
    return tuple(each for each in undecided_exceptions(view) if each.name in names)


def _ways(view: View, grounds: Grounds, wanted: frozenset[Truth]) -> tuple[Way, ...]:
    """The smallest combinations that help, of the exceptions whose `mag_als` is one of these.

    A step in the procedure is no outcome to depart from.
    """
    if view.outcome is None or view.outcome.kind == "tussenstap":
        return ()
    exceptions = [each for _, each in sorted(view.situation.ruleset.exceptions.items())]
    usable = [each for each in exceptions if allowed(view.situation, each) in wanted and not _harms_others(view, each)]
    ways: list[Way] = []
    for combination, found in _that_help(view, usable, wanted):
        if _within_limit(view, combination, found):
            ways.append(_way(view, combination, grounds, found))
    return tuple(ways)


def _that_help(
    view: View, usable: Sequence[ExceptionRule], wanted: frozenset[Truth]
) -> Iterator[tuple[tuple[ExceptionRule, ...], Departure]]:
    """The smallest that help. What helps by itself but goes over its limit does not come back beside a shorter one."""
    helping: list[set[str]] = []
    for combination in _combinations(usable):
        names = {each.name for each in combination}
        if any(smaller < names for smaller in helping):
            continue
        found = depart(view.situation, view.result, combination, wanted)
        if found is not None:
            helping.append(names)
            yield combination, found


def undecided_exceptions(view: View) -> tuple[ExceptionRule, ...]:
    """Exceptions of which it is not known yet whether they may be used."""
    exceptions = view.situation.ruleset.exceptions.values()
    return tuple(each for each in exceptions if allowed(view.situation, each) is Truth.UNKNOWN)


def _harms_others(view: View, exception: ExceptionRule) -> bool:
    """Whether others are hit, while the ground leaves no room for that (`derden: uitgesloten`)."""
    ground = view.situation.ruleset.grounds[exception.ground]
    test = exception.third_parties_if
    return ground.third_parties == "uitgesloten" and test is not None and view.situation.test(test) is Truth.YES


def _combinations(allowed: Sequence[ExceptionRule]) -> Iterator[tuple[ExceptionRule, ...]]:
    for size in range(1, LARGEST + 1):
        for combination in combinations(allowed, size):
            barred = {name for each in combination for name in each.not_with}
            if not barred & {each.name for each in combination} and go_together(combination):
                yield combination


def _way(view: View, combination: tuple[ExceptionRule, ...], grounds: Grounds, found: Departure) -> Way:
    used = tuple(dict.fromkeys(each.ground for each in combination))
    fits = [grounds.fits(ground, name) for ground in used for name in found.members]
    return Way(
        criteria=found.members,
        grounds=used,
        how=min((how for how in fits if how is not None), default=0),
        after=found.after,
        result=found.result,
        exceptions=tuple(each.name for each in combination),
        ask_jurist=any(view.situation.ruleset.grounds[ground].ask_jurist for ground in used),
    )


def _within_limit(view: View, combination: tuple[ExceptionRule, ...], found: Departure) -> bool:
    """Whether what is gained over the whole term is within `hoogstens`; without `tot` that is over 12 months.

    While an end is not known the exception is only asked about, never offered (`allowed`).
    """
    limits = [each.at_most for each in combination if each.at_most is not None]
    if not limits or any(end_to_ask(view.situation, each) for each in combination):
        return True
    term = lasting(found.after, combination)
    years = term.years if term else Fraction(1)
    gained = _euros(found.after, found.result, years) - _euros(view.situation, view.result, years)
    return gained <= min(limits)


def _euros(situation: Situation, result: Result, years: Fraction) -> Fraction:
    """What an outcome is worth in so many years: known, since it is known which of the two is better."""
    return euros_a_year(situation, situation.ruleset.outcomes[result.id], years).low  # type: ignore[return-value]
