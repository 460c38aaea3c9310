"""Checks of a ruleset that was read: each a plain function from a `Look` to the problems it sees.

A new check is one function in one of these files and one name in `CHECKS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.ruleset.checks import (
    criteria,
    empty,
    examples,
    exceptions,
    norm_tables,
    outcomes,
    quotes,
    reach,
    texts,
    unused,
)
from maatwerk.ruleset.checks.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maatwerk.basics.problems import Problem
    from maatwerk.ruleset.build import Entries
    from maatwerk.ruleset.model import Ruleset

CHECKS: tuple[Callable[[Look], Iterator[Problem]], ...] = (
    unused.facts_that_nothing_uses,
    unused.norms_that_nothing_uses,
    texts.printed_names,
    texts.shown_amounts,
    texts.letter_in_two_languages,
    texts.not_in_english,
    criteria.without_sentence,
    criteria.grounds_that_fit_nothing,
    criteria.exceptions_without_fitting_ground,
    criteria.traits_set_aside,
    criteria.judged_by_no_person,
    exceptions.with_two_effects,
    exceptions.over_two_lists,
    exceptions.factors_that_do_not_hold,
    exceptions.weighed_twice,
    norm_tables.read_with_their_keys,
    norm_tables.without_a_value_at_first,
    norm_tables.read_on_no_one_day,
    outcomes.header,
    outcomes.none_at_all,
    outcomes.otherwise,
    outcomes.paid_besides,
    outcomes.consequences_of_every_refusal,
    outcomes.sources_to_check,
    quotes.figures_that_no_rule_uses,
    examples.without_a_row,
    examples.outside_the_version,
)


COMPUTING: tuple[Callable[[Look], Iterator[Problem]], ...] = (
    reach.branches_that_nothing_reaches,
    empty.without_a_guard,
    outcomes.below_zero,
    outcomes.exceptions_worth_nothing,
)
"""Checks that compute expressions: only for a text whose types are in order."""


def run_checks(ruleset: Ruleset, entries: Entries, *, sound: bool) -> list[Problem]:
    """Everything the checks see in a ruleset; `entries` tells where each key stands, `sound` that all types fit."""
    look = Look(ruleset, entries)
    return [problem for check in (*CHECKS, *(COMPUTING if sound else ())) for problem in check(look)]
