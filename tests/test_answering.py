"""Answers to lists and rows: what is typed as name=value comes into the case, and a wrong one is told, never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from maatwerk import Case, load_ruleset
from maatwerk.basics.errors import ProblemsFound
from maatwerk.case.reading import read_case
from maatwerk.case.writing import case_as_json
from maatwerk.criteria.answering import with_answers

SHELF = Path(__file__).parents[1] / "rulesets" / "bijstand-giften"
RULES, OLD = load_ruleset(SHELF / "2026-01-01.md"), load_ruleset(SHELF / "2015-01-01.md")
NOTHING = Case(id="z1", ruleset="bijstand-giften")


def told(*answers: tuple[str, str], case: Case = NOTHING) -> object:
    """What a case file holds of the list after these answers."""
    return case_as_json(with_answers(case, RULES, answers, "--fact"), RULES)["facts"].get("giften")


def wrong(*answers: tuple[str, str], case: Case = NOTHING) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        with_answers(case, RULES, answers, "--fact")
    assert {str(each.place) for each in found.value.problems} == {"--fact"}
    return [each.code for each in found.value.problems]


def given(*amounts: str, complete: bool = True) -> Case:
    records = {"records": [{"bedrag": each} for each in amounts], "complete": complete}
    found = read_case({"case": "z1", "ruleset": "bijstand-giften", "facts": {"giften": records}}, RULES).case
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["leeg", "-", "–", "0"])
def test_a_list_can_be_known_to_be_empty(text: str) -> None:
    assert told(("giften", text)) == []
    assert told(("giften", text), case=given("1.00")) == []


def test_a_row_that_is_named_is_there_but_whether_more_come_is_open() -> None:
    assert told(("giften[1].bedrag", "50")) == {"records": [{"bedrag": "50.00"}], "complete": False}


@pytest.mark.parametrize("order", [1, -1])
def test_who_says_how_many_there_are_closes_the_list(order: int) -> None:
    answers = [("giften[2].bedrag", "1.690,80"), ("giften[1].vorm", "geld"), ("giften", "2")]
    assert told(*answers[::order]) == [{"vorm": "geld"}, {"bedrag": "1690.80"}]


def test_a_plus_says_that_there_may_be_more() -> None:
    assert told(("giften", "1+")) == {"records": [{}], "complete": False}


def test_a_row_can_be_mended_and_a_closed_list_stays_closed() -> None:
    assert told(("giften[1].bedrag", "2"), case=given("1.00", "5.00")) == [{"bedrag": "2.00"}, {"bedrag": "5.00"}]
    assert told(("giften[1].bedrag", "?"), case=given("1.00")) == [{}]
    assert told(("giften[2].bedrag", "7"), case=given("1.00")) == [{"bedrag": "1.00"}, {"bedrag": "7.00"}]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("giften", "veel", "C051"),
        ("giften", "-1", "C051"),
        ("giften", "501", "C054"),
        ("giften[0].bedrag", "1", "C057"),
        ("giften[2].bedrag", "1", "C057"),
        ("giften[501].bedrag", "1", "C054"),
        ("giften[1].bdrag", "1", "C031"),
        ("gift[1].bedrag", "1", "C030"),
        ("bedrag", "1", "C030"),
        ("giften[1]", "1", "C030"),
        ("giften[1].bedrag", "veel", "C043"),
        ("giften[1].bedrag", "-1", "C047"),
    ],
)
def test_a_wrong_answer_is_told_with_its_code_and_never_shown(name: str, text: str, code: str) -> None:
    assert wrong((name, text)) == [code]


def test_every_wrong_answer_is_told_at_once() -> None:
    assert wrong(("giften", "veel"), ("bedrag", "1"), ("begin_kalenderjaar", "ooit")) == ["C051", "C030", "C042"]


def test_a_list_never_loses_rows_by_a_number() -> None:
    assert wrong(("giften", "1"), case=given("1.00", "2.00")) == ["C058"]


def test_a_judgement_is_no_answer_on_the_command_line() -> None:
    with pytest.raises(ProblemsFound) as found:
        with_answers(NOTHING, OLD, [("tijdvakken[1].verantwoord", "ja")], "--fact")
    assert [each.code for each in found.value.problems] == ["C052"]


@pytest.mark.parametrize(("day", "code"), [("2026-01-01", "C049"), ("2014-12-31", "C050")])
def test_a_day_of_other_rules_is_told(day: str, code: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        with_answers(NOTHING, OLD, [("tijdvakken[1].eerste_dag", day)], "--fact")
    assert [each.code for each in found.value.problems] == [code]
