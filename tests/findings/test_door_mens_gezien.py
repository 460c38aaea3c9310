"""`door_mens_gezien`: what a person raised in words counts, untested."""

from __future__ import annotations

from dataclasses import replace

from maatwerk.api import check as assess
from tests.findings.small import INCOME_LIMIT, TODAY, case, check, codes, points, ruleset, ways


def test_a_note_is_a_finding_in_the_words_of_the_person() -> None:
    found = check(INCOME_LIMIT, inkomen="900.00", notes=("Zij huilde aan de balie.",)).findings

    assert [("door_mens_gezien", "onredelijk", "gewoon")] == [(each.code, each.kind, each.weight) for each in found]
    assert "Zij huilde aan de balie." == found[0].text


def test_without_a_note_there_is_none() -> None:
    assert set() == codes(check(INCOME_LIMIT, inkomen="900.00"))


def test_each_note_is_a_point_of_its_own() -> None:
    assessment = check(INCOME_LIMIT, inkomen="900.00", notes=("Een.", "Twee."))

    assert [("door_mens_gezien",), ("door_mens_gezien",)] == points(assessment)
    assert [("Een.",), ("Twee.",)] == [point.texts for point in assessment.points]


def test_a_note_in_the_case_file_counts_as_well() -> None:
    rules = ruleset(INCOME_LIMIT)
    noted = case(rules, inkomen="900.00")
    found = assess(rules, replace(noted, notes=("In de zaak.",)), today=TODAY, notes=("Nu gezien.",)).findings

    assert ["In de zaak.", "Nu gezien."] == [each.text for each in found]


def test_a_note_makes_the_program_look_for_grounds_everywhere() -> None:
    assert [] == ways(check(INCOME_LIMIT, inkomen="5000.00"))
    assert ["awb_4_84"] == ways(check(INCOME_LIMIT, inkomen="5000.00", notes=("Hij zorgt voor zijn zieke moeder.",)))
