"""The ruleset's own exceptions, alone and in the smallest combinations that help."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from maatwerk.expressions.values import Truth
from maatwerk.proposals.allowed import allowed
from maatwerk.proposals.departure import depart, go_together
from maatwerk.proposals.way import Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maatwerk.findings.view import View
    from maatwerk.outcome.outcome import Result
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
    for combination in _combinations(usable):
        names = {each.name for each in combination}
        if any(set(way.exceptions) < names for way in ways):
            continue
        way = _way(view, combination, grounds, wanted)
        if way is not None:
            ways.append(way)
    return tuple(ways)


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


def _way(view: View, combination: tuple[ExceptionRule, ...], grounds: Grounds, wanted: frozenset[Truth]) -> Way | None:
    found = depart(view.situation, view.result, combination, wanted)
    if found is None or not _within_limit(combination, view.result, found.result):
        return None
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


def _within_limit(combination: tuple[ExceptionRule, ...], now: Result, then: Result) -> bool:
    limits = [each.at_most for each in combination if each.at_most is not None]
    if not limits or then.euros.low is None or now.euros.low is None:
        return not limits
    return then.euros.low - now.euros.low <= min(limits)
