"""Twenty thousand cases, both ways."""

from __future__ import annotations

import pytest

from tests.hammer.oracle import CASES, RULESETS, measured

pytestmark = pytest.mark.hammer


def test_maatwerk_agrees_with_the_oracle_on_twenty_thousand_cases() -> None:
    run = measured()
    assert [] == run.differences
    assert run.cases == RULESETS * CASES == 20_000
    assert run.counted["superfluous"] < run.counted["questions"] / 4
