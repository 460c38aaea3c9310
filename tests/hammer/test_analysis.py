from __future__ import annotations

from tests.hammer.analysis import measured


def test_analysis_and_brute_force_agree_on_ten_thousand_rulesets() -> None:
    assert [] == measured().differences
