"""Records that belong to another version of the rules are refused, each at its own place."""

from __future__ import annotations

from pathlib import Path

import pytest

from maatwerk import load_ruleset
from maatwerk.case.reading import read_case

OLD = Path(__file__).parents[2] / "rulesets" / "bijstand-giften" / "2015-01-01.md"


def codes(*days: str | None) -> list[tuple[str, dict[str, str]]]:
    records = [{"eerste_dag": day, "dagen": "1"} if day else {"dagen": "1"} for day in days]
    case = {"case": "z1", "ruleset": "bijstand-giften", "facts": {"tijdvakken": records}}
    return [(each.code, dict(each.values)) for each in read_case(case, load_ruleset(OLD)).problems]


@pytest.mark.parametrize("day", ["2015-01-01", "2020-06-01", "2025-12-31", None])
def test_a_record_of_these_days_stays(day: str | None) -> None:
    assert codes(day) == []


def test_a_record_of_a_newer_version_says_which() -> None:
    found = codes("2025-12-31", "2026-01-01")
    assert [(code, values["number"], values["right"]) for code, values in found] == [("C049", "2", "2026-01-01")]


def test_a_record_before_any_version_is_said_so() -> None:
    assert [code for code, _ in codes("2014-12-31")] == ["C050"]


def test_no_problem_shows_the_day_of_a_person() -> None:
    assert "2026-05-17" not in str(codes("2026-05-17"))
