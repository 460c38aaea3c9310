"""A hundred thousand cases in one process."""

from __future__ import annotations

import pytest

from tests.hammer.reasoning_memory import CASES, measured

pytestmark = pytest.mark.hammer


def test_memory_stays_flat_and_answers_right_over_a_hundred_thousand_cases() -> None:
    run = measured(CASES)
    assert run.differences == 0
    assert run.after - run.before < 4 * 2**20
