"""Criteria, and the grounds and exceptions on which they may be set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.ruleset.grounds import fits, tags
from maatwerk.ruleset.model import NO_JUDGES, all_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.ruleset.checks.look import Look


def without_sentence(look: Look) -> Iterator[Problem]:
    """M301: a criterion says nothing to the resident when it is met, nor when it is not."""
    for name, criterion in look.ruleset.criteria.items():
        if criterion.met is None and criterion.not_met is None:
            yield problem("M301", criterion.place, name=name)


def grounds_that_fit_nothing(look: Look) -> Iterator[Problem]:
    """M302: a ground says neither to which rules it applies nor to which criteria."""
    for name, ground in look.ruleset.grounds.items():
        if not ground.applies_to and not ground.criteria:
            yield problem("M302", ground.place, name=name)


def exceptions_without_fitting_ground(look: Look) -> Iterator[Problem]:
    """M303: the ground of an exception does not fit one of the criteria that it sets aside."""
    rules = look.ruleset
    for name, exception in rules.exceptions.items():
        ground = rules.grounds.get(exception.ground)
        for criterion in filter(None, map(rules.criteria.get, exception.criteria)):
            if ground and not fits(ground, criterion):
                fitting = ", ".join(sorted(other.name for other in rules.grounds.values() if fits(other, criterion)))
                place = look.place(name, "grond")
                yield problem("M303", place, hint=fitting, name=ground.name, other=criterion.name,
                              tags=", ".join(sorted(tags(criterion))))  # fmt: skip


def judged_by_no_person(look: Look) -> Iterator[Problem]:
    """M308: a judgement by the resident, or by what is no person."""
    for fact in all_facts(look.ruleset):
        for role in fact.who:
            if fact.judgement and role in NO_JUDGES:
                yield problem("M308", look.entries[fact.name, "wie"].word(role), name=role)


def traits_set_aside(look: Look) -> Iterator[Problem]:
    """M304: a criterion that describes a person (`kenmerk`) is never set aside."""
    for name, exception in look.ruleset.exceptions.items():
        for criterion in filter(None, map(look.ruleset.criteria.get, exception.criteria)):
            if criterion.kind == "kenmerk":
                yield problem("M304", look.entries[name, "op"].word(criterion.name), name=criterion.name)
