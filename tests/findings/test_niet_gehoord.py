"""`niet_gehoord`: an adverse decision without the resident's own story."""

from __future__ import annotations

import pytest

from tests.findings.small import INCOME_LIMIT, check, codes, fact

MUST, ADVISED = "Dat moet wel", "Bel of spreek de inwoner"
BY_OTHERS = fact("5000.00", by="werkgever")


def test_it_must_when_the_outcome_rests_on_what_others_said() -> None:
    found = check(INCOME_LIMIT, process={}, inkomen=BY_OTHERS, dag=fact("2026-03-02")).findings

    assert [("niet_gehoord", "procedure")] == [(each.code, each.kind) for each in found]
    assert MUST in found[0].text


def test_it_is_advised_when_everything_came_from_the_resident() -> None:
    assert ADVISED in check(INCOME_LIMIT, process={}, inkomen="5000.00").findings[0].text


def test_it_is_advised_when_there_is_a_reason_not_to_hear() -> None:
    waived = {"heard": {"waived": True, "why": "Awb 4:11, onder a: spoed"}}
    reason = {"not_heard_reason": "Awb 4:12"}

    assert ADVISED in check(INCOME_LIMIT, process=waived, inkomen=BY_OTHERS).findings[0].text
    assert ADVISED in check(INCOME_LIMIT, process=reason, inkomen=BY_OTHERS).findings[0].text


def test_leaving_it_out_without_a_reason_does_not_help() -> None:
    waived = {"heard": {"waived": True, "why": " "}}

    assert MUST in check(INCOME_LIMIT, process=waived, inkomen=BY_OTHERS).findings[0].text


def test_it_does_not_fire_when_the_resident_was_heard() -> None:
    assert set() == codes(check(INCOME_LIMIT, inkomen=BY_OTHERS))


@pytest.mark.parametrize(("on", "found"), [("2019-01-01", True), ("2026-02-08", True), ("2026-02-09", False)])
def test_a_hearing_before_the_application_was_about_something_else(on: str, *, found: bool) -> None:
    assessment = check(INCOME_LIMIT, process={"heard": {"on": on}}, received="2026-02-09", inkomen=BY_OTHERS)

    assert found is ("niet_gehoord" in codes(assessment))


@pytest.mark.parametrize(("on", "found"), [("2026-02-19", True), ("2026-02-20", False)])
def test_a_hearing_before_the_objection_was_not_about_the_objection(on: str, *, found: bool) -> None:
    process = {"heard": {"on": on}, "objection": {"number": "2026-0001", "on": "2026-02-20", "last_day": "2026-03-02"}}
    assessment = check(INCOME_LIMIT, process=process, received="2026-01-05", inkomen=BY_OTHERS)

    assert found is ("niet_gehoord" in codes(assessment))


def test_without_a_day_of_receipt_any_recorded_hearing_counts() -> None:
    assert set() == codes(check(INCOME_LIMIT, process={"heard": {"on": "2019-01-01"}}, inkomen=BY_OTHERS))


@pytest.mark.parametrize(("why", "text"), [("", MUST), (" ", MUST), ("Awb 4:11, onder a: spoed", ADVISED)])
def test_a_hearing_that_was_left_out_is_none_though_a_day_stands_beside_it(why: str, text: str) -> None:
    process = {"heard": {"on": "2026-02-16", "waived": True, "why": why}}
    found = check(INCOME_LIMIT, process=process, received="2026-02-09", inkomen=BY_OTHERS).findings

    assert [("niet_gehoord", True)] == [(each.code, text in each.text) for each in found]


def test_it_does_not_fire_on_a_grant() -> None:
    assert set() == codes(check(INCOME_LIMIT, process={}, inkomen=fact("900.00", by="werkgever")))


def test_it_does_not_fire_at_the_counter() -> None:
    rules = INCOME_LIMIT.replace("- als:", "- spoor: licht\n- als:")

    assert set() == codes(check(rules, process={}, inkomen=BY_OTHERS))


def test_on_an_unknown_outcome_it_fires_when_every_outcome_left_is_adverse() -> None:
    adverse = INCOME_LIMIT.replace("- soort: toekenning", "- soort: buiten_behandeling")

    assert {"niet_gehoord"} == codes(check(adverse, process={}))
    assert set() == codes(check(INCOME_LIMIT, process={}))


def test_it_fires_on_a_part_when_all_was_in_reach() -> None:
    part = INCOME_LIMIT.replace("- als: niet laag", "- als: niet laag\n- soort: gedeeltelijk")

    assert {"niet_gehoord"} == codes(check(part, process={}, inkomen="5000.00"))
