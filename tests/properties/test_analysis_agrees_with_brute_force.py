"""The analysis of small random rulesets says what trying every case on a grid says."""

from __future__ import annotations

from functools import cache

from tests.properties.against_brute import Compared, compare
from tests.properties.small_rules import small_rules

SEEDS = range(100)


@cache
def compared() -> Compared:
    return compare(SEEDS)


def test_analysis_and_brute_force_say_the_same_of_every_ruleset() -> None:
    assert [] == compared().differences


def test_each_question_has_both_answers_among_these_rulesets() -> None:
    found = compared()

    assert {"M401", "M402", "M404", "M411", "M412", "M414"} <= found.counted.keys()
    assert all(times < len(SEEDS) for times in found.counted.values())


def test_a_planted_difference_is_found_out() -> None:
    """The brute force is asked about other rules than the analysis: then they must differ."""
    differences = [each for seed in range(20) for each in compare(range(seed, seed + 1), other=seed + 1000).differences]

    assert len(differences) > 10


def test_a_small_ruleset_means_the_same_as_its_python() -> None:
    rules = small_rules(16)

    assert rules.pattern({"a": 3, "b": 4, "vlag": True, "keus": "y"}) == (True, True, False)
    assert rules.standing((True, True, False)) == {0, 2}
