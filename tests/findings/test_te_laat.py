"""`te_laat`: the last day to decide has passed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from maatwerk.basics.deadlines import decision_last_day, prolonged
from maatwerk.findings.term import last_day
from maatwerk.story import view_of
from tests.findings.small import INCOME_LIMIT, TODAY, case, check, codes, ruleset

RULES = "---\nbeslistermijn: 8 weken\n---\n" + INCOME_LIMIT
BY_CALCULATION = "---\nbeslistermijn: laatste_dag\n---\n" + INCOME_LIMIT.replace(
    "### Voorwaarde", "### Berekening: laatste_dag\n- soort: datum\n- is: plus_dagen({}; 14)\n\n### Voorwaarde", 1
)
FRIDAY, MONDAY, TUESDAY = date(2026, 2, 27), date(2026, 3, 2), date(2026, 3, 3)


def late(rules: str = RULES, *, received: str = "2026-01-02", today: date = TODAY, **more: object) -> bool:
    """Whether it is too late, for someone whose income is € 900 and who was heard."""
    process = {"heard": {"on": "2026-01-15"}, **more}
    assessment = check(rules, process=process, received=received, today=today, inkomen="900.00")
    return "te_laat" in codes(assessment)


@pytest.mark.parametrize(("today", "found"), [(FRIDAY, False), (date(2026, 2, 28), True), (MONDAY, True)])
def test_the_day_after_the_last_day_is_too_late(today: date, *, found: bool) -> None:
    assert found is late(today=today)


@pytest.mark.parametrize(("today", "found"), [(MONDAY, False), (TUESDAY, True)])
def test_a_last_day_in_the_weekend_moves_on_to_monday(today: date, *, found: bool) -> None:
    assert found is late(received="2026-01-03", today=today)


@pytest.mark.parametrize(("up_to", "found"), [("2026-01-22", True), ("2026-01-23", False)])
def test_a_term_that_stood_still_ends_later(up_to: str, *, found: bool) -> None:
    stood_still = [{"from": "2026-01-20", "to": up_to, "why": "Awb 4:15"}]

    assert found is late(received="2025-12-31", suspended=stood_still)


def test_a_day_in_two_suspensions_counts_once() -> None:
    twice = [{"from": "2026-01-20", "to": "2026-01-22"}, {"from": "2026-01-20", "to": "2026-01-22"}]

    assert late(received="2025-12-31", suspended=twice)


def test_what_stood_still_before_the_receipt_or_after_the_last_day_does_not_count() -> None:
    before, after = {"from": "2025-01-01", "to": "2026-01-02"}, {"from": "2026-02-28", "to": "2026-12-31"}

    assert late(suspended=[before])
    assert late(suspended=[after])


def test_a_term_that_still_stands_still_is_never_over() -> None:
    assert not late(suspended=[{"from": "2026-01-20"}], today=date(2030, 1, 1))


def test_it_fires_on_a_refusal_and_on_an_unknown_outcome_too() -> None:
    assert "te_laat" in codes(check(RULES, received="2026-01-02", inkomen="5000.00"))
    assert {"te_laat"} == codes(check(RULES, received="2026-01-02"))


FILL_IN_RECEIVED = (
    "Of wij op tijd zijn, kan niet worden beoordeeld. Vul in de zaak in op welke dag de aanvraag kwam (received).",
)


def test_without_a_term_nothing_is_late_and_nothing_is_said() -> None:
    assessment = check(INCOME_LIMIT, inkomen="900.00")

    assert not late(INCOME_LIMIT, received="2020-01-01")
    assert (set(), ()) == (codes(assessment), assessment.not_judged)


def test_without_a_day_of_receipt_it_is_said_that_lateness_cannot_be_judged() -> None:
    assessment = check(RULES, today=date(2027, 6, 1), inkomen="900.00")

    assert (set(), FILL_IN_RECEIVED) == (codes(assessment), assessment.not_judged)
    assert () == check(RULES, received="2026-03-01", inkomen="900.00").not_judged


@pytest.mark.parametrize(("received", "found"), [("2026-02-13", True), ("2026-02-14", False), ("2026-02-16", False)])
def test_a_calculation_gives_the_last_day_itself(received: str, *, found: bool) -> None:
    """14 days: from the 13th to Friday the 27th; from the 14th to Saturday, so Monday."""
    assert found is late(BY_CALCULATION.format("zaak_ontvangen"), received=received)


@pytest.mark.parametrize("suspended", [{"from": "2026-02-20", "to": "2026-02-23"}, {"from": "2026-02-20"}])
def test_a_calculated_last_day_is_not_put_off_again_by_what_stood_still(suspended: dict[str, str]) -> None:
    assert late(BY_CALCULATION.format("zaak_ontvangen"), received="2026-02-13", suspended=[suspended])


def test_a_calculation_that_counts_from_the_receipt_waits_for_that_day() -> None:
    assessment = check(BY_CALCULATION.format("zaak_ontvangen"), inkomen="900.00")

    assert (set(), FILL_IN_RECEIVED) == (codes(assessment), assessment.not_judged)


def test_a_calculation_that_does_not_count_from_the_receipt_needs_no_such_day() -> None:
    assessment = check(BY_CALCULATION.format("dag"), inkomen="900.00")

    assert (set(), ()) == (codes(assessment), assessment.not_judged)


def test_a_calculation_that_waits_for_a_fact_is_asked() -> None:
    asked = BY_CALCULATION.format("compleet_op").replace(
        "| inkomen | bedrag per maand |", "| inkomen | bedrag per maand |\n| compleet_op | datum |"
    )

    assert ("Kan niet worden beoordeeld. Vraag eerst: Wat is compleet_op?",) == check(
        asked, inkomen="900.00"
    ).not_judged
    assert {"te_laat"} == codes(check(asked, inkomen="900.00", compleet_op="2026-02-13"))
    assert set() == codes(check(asked, inkomen="900.00", compleet_op="2026-02-16"))


def test_it_names_the_last_day() -> None:
    found = check(RULES, received="2026-01-02", inkomen="900.00").findings[0]

    assert ("te_laat", "procedure") == (found.code, found.kind)
    assert "27 februari 2026" in found.text


def test_no_day_is_too_far_to_count() -> None:
    assert date.max == decision_last_day(date.max - timedelta(days=3), 8).day
    assert date.max == prolonged(date(9999, 12, 1), [(date(9999, 11, 1), date(9999, 12, 31))])


OPEN_TERM = BY_CALCULATION.format("max(compleet_op; 2026-02-16)").replace(
    "| inkomen | bedrag per maand |", "| inkomen | bedrag per maand |\n| compleet_op | datum |"
)  # the last day: Monday 2 March or later


@pytest.mark.parametrize(("today", "asked"), [(MONDAY, False), (TUESDAY, True)])
def test_what_the_term_depends_on_is_asked_from_the_first_day_that_may_be_too_late(today: date, *, asked: bool) -> None:
    assert asked is bool(check(OPEN_TERM, today=today, inkomen="900.00").not_judged)


def test_while_a_term_stands_still_its_end_is_not_known() -> None:
    rules = ruleset(RULES)
    suspended = [{"from": "2026-02-20"}]
    given = case(rules, received="2026-01-02", process={"suspended": suspended}, inkomen="900.00")
    found = last_day(view_of(rules, given, today=TODAY))

    assert found is not None
    assert (True, None) == (found.low is not None, found.high)


# The last day to object was Monday 2 March 2026; six weeks later is Monday 13 April 2026.
@pytest.mark.parametrize(("today", "found"), [(date(2026, 4, 13), False), (date(2026, 4, 14), True)])
def test_on_an_objection_the_term_begins_after_the_last_day_to_object(today: date, *, found: bool) -> None:
    objection = {"number": "2026-0001", "on": "2026-02-20", "last_day": "2026-03-02"}

    assert found is late(today=today, objection=objection)


def test_on_an_objection_without_a_last_day_to_object_that_day_is_asked() -> None:
    process = {"heard": {"on": "2026-04-01"}, "objection": {"number": "2026-0001", "on": "2026-02-20"}}
    assessment = check(RULES, process=process, received="2026-01-02", today=date(2027, 6, 1), inkomen="900.00")

    assert set() == codes(assessment)
    assert ["Vul in de zaak in wat de laatste dag voor bezwaar was (process.objection.last_day)."] == [
        each.partition("kan niet worden beoordeeld. ")[2] for each in assessment.not_judged
    ]
