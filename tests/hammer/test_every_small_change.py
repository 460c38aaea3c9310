"""Every small change of every ruleset that we ship; `make test` tries some sixty of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.testing.mutants import mutants
from maatwerk.bench.testing.written import Written
from tests.bench.test_mutation_of_shipped import noticed
from tests.shares import IDS, RULESETS

pytestmark = pytest.mark.hammer


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_nine_of_ten_changes_of_a_shipped_ruleset_are_noticed(path: Path) -> None:
    rules = load_ruleset(path)

    assert 0.88 < noticed(rules, list(mutants(rules, Written(rules))))
