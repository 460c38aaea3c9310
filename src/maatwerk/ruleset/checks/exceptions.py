"""Exceptions: one effect, the records of one list, and factors that hold or do not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.expressions.types import YES_NO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.ruleset.checks.look import Look


def with_two_effects(look: Look) -> Iterator[Problem]:
    """M248: an exception does one thing; what does two things is two exceptions."""
    for name, exception in look.ruleset.exceptions.items():
        if exception.replaces and exception.becomes:
            yield problem("M248", look.place(name, "wordt"), name=name)


def over_two_lists(look: Look) -> Iterator[Problem]:
    """M249: criteria of one exception that there are for each record must be of one list."""
    for name, exception in look.ruleset.exceptions.items():
        criteria = filter(None, map(look.ruleset.criteria.get, exception.criteria))
        lists = {criterion.per: criterion.name for criterion in criteria if criterion.per}
        for other in list(lists.values())[1:]:
            yield problem("M249", look.entries[name, "op"].word(other), name=other, lists=", ".join(lists))


def factors_that_do_not_hold(look: Look) -> Iterator[Problem]:
    """M307: what counts for or against an exception must be yes or no."""
    for name, exception in look.ruleset.exceptions.items():
        for key, factors in (("voor", exception.supports), ("tegen", exception.opposes)):
            for factor in factors:
                type_ = look.types.get(factor)
                if type_ is not None and type_ != YES_NO:
                    place = look.entries[name, key].word(factor)
                    yield problem("M307", place, name=factor, found=type_)


def weighed_twice(look: Look) -> Iterator[Problem]:
    """M322: an exception to a criterion that is itself a judgement (`ruimte: oordeel`)."""
    for name, exception in look.ruleset.exceptions.items():
        for criterion in filter(None, map(look.ruleset.criteria.get, exception.criteria)):
            entry = look.entries.get((name, "op"))
            if criterion.room == "oordeel" and entry and look.own(name):
                yield problem("M322", entry.word(criterion.name), warning=True, name=criterion.name, other=name)
