"""Nearly each small change of a ruleset that we ship turns an example of it, and its examples leave nothing out.

Of many changes some are tried here, spread over the ruleset; `make hammer` tries all.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.testing.coverage import untouched
from maatwerk.bench.testing.difference import never_differs
from maatwerk.bench.testing.mutants import Mutant, mutants
from maatwerk.bench.testing.mutation import rows_that_hold, try_all
from maatwerk.bench.testing.same_figures import never_matters
from maatwerk.bench.testing.written import Written
from maatwerk.ruleset.model import Ruleset
from tests.shares import IDS, RULESETS

ABOUT = 60


def some_changes(rules: Ruleset) -> list[Mutant]:
    every = list(mutants(rules, Written(rules)))
    return every[:: max(1, len(every) // ABOUT)]


def noticed(rules: Ruleset, changes: Sequence[Mutant]) -> float:
    """The part of these changes that turns an example, of those that are not proved never to matter."""
    tried = try_all(rows_that_hold(rules), changes)
    survivors = [each.mutant for each in tried if not each.turned]
    never = [each for each in survivors if never_matters(rules, each) or never_differs(rules, each)]
    return (len(tried) - len(survivors)) / (len(tried) - len(never))


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_nine_of_ten_changes_of_a_shipped_ruleset_are_noticed(path: Path) -> None:
    rules = load_ruleset(path)

    assert 0.88 < noticed(rules, some_changes(rules))  # more is proved by trying every case


def test_a_change_that_is_proved_never_to_matter_turns_no_example() -> None:
    rules = load_ruleset(RULESETS[-1])
    tried = try_all(rows_that_hold(rules), some_changes(rules))
    proved = [each for each in tried if never_matters(rules, each.mutant) or never_differs(rules, each.mutant)]

    assert proved
    assert [""] * len(proved) == [each.turned for each in proved]


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_the_examples_of_a_shipped_ruleset_leave_nothing_out(path: Path) -> None:
    rules = load_ruleset(path)

    assert () == untouched(rules, Written(rules))
