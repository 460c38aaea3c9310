"""One of something is told as one: `1 dag` beside `2 dagen`."""

from __future__ import annotations

from fractions import Fraction

import pytest

from maatwerk.expressions.distances import Gap
from maatwerk.findings.distance import distance_in_words


@pytest.mark.parametrize(
    ("days", "lang", "told"),
    [(1, "nl", "1 dag"), (2, "nl", "2 dagen"), (1, "en", "1 day"), (2, "en", "2 days")],
)
def test_a_distance_of_one_day_is_told_as_one(days: int, lang: str, told: str) -> None:
    assert told == distance_in_words([Gap("days", Fraction(days), None, "dag", "laatste_dag")], lang)
