"""What a new version does to a folder of cases: counts, money, who gains and loses, and what cannot be read."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.diff.cases import CasePair, Elsewhere, Unread, compare_case
from maatwerk.bench.diff.days import on_same_days
from maatwerk.bench.diff.totals import CaseTotals
from maatwerk.ruleset.library import shipped
from tests.diff.versions import LAPTOP, OLD_LIMIT, WIDER, compared, laptop, laptop_case, library, version

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.bench.diff.days import Pair

TODAY = date(2026, 3, 2)
NONE, HALF, WHOLE, UNKNOWN = "geen_vergoeding", "halve_vergoeding", "hele_vergoeding", "onbekend"
INCOMES = ("1400.00", "1401.50", "1401.51", "1541.65", "1541.66", "1681.80", "1681.81", "1900.00")


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """100 % and 110 % become 110 % and 120 %."""
    old, new = laptop(tmp_path, (), old=OLD_LIMIT)
    return on_same_days(load_ruleset(old), load_ruleset(new))


def totals(pair: Pair, *cases: dict[str, Any]) -> CaseTotals:
    return CaseTotals.of(compare_case(each, f"{number}.json", pair, TODAY) for number, each in enumerate(cases))


def of_incomes() -> list[dict[str, Any]]:
    return [laptop_case(number, inkomen=income) for number, income in enumerate(INCOMES)]


def the_other_way(pair: Pair) -> Pair:
    return on_same_days(pair.new.own, pair.old.own)


def test_old_against_new_outcome(pair: Pair) -> None:
    found = totals(pair, *of_incomes())

    expected = {(WHOLE, WHOLE): 2, (HALF, WHOLE): 2, (NONE, HALF): 2, (NONE, NONE): 2}
    assert expected == found.table
    assert found.differ


def test_money_by_pair_of_outcomes_and_in_all(pair: Pair) -> None:
    found = totals(pair, *of_incomes())

    assert Fraction("449.00") == found.money((NONE, HALF)).euros == 2 * Fraction("224.50")
    assert frozenset({Fraction("224.50")}) == found.money((NONE, HALF)).amounts
    assert Fraction("898.00") == found.money().euros
    assert (8, 8) == (found.money().cases, found.money().known)


def test_who_gains_and_who_loses(pair: Pair) -> None:
    found = totals(pair, *of_incomes())

    assert ["Z-2", "Z-3", "Z-4", "Z-5"] == [each.case for each in found.who("better")]
    assert () == found.who("worse") == found.who("mixed") == found.who("unknown")
    assert 4 == len(found.who("same"))


def test_the_other_way_round_is_the_transpose(pair: Pair) -> None:
    cases = [*of_incomes(), laptop_case(9, inkomen=None)]
    there, back = totals(pair, *cases), totals(the_other_way(pair), *cases)

    assert {(old, new): number for (new, old), number in back.table.items()} == there.table
    assert -back.money().euros == there.money().euros
    assert back.who("worse") != ()
    assert [each.case for each in back.who("worse")] == [each.case for each in there.who("better")]
    assert {code: (old, new) for code, (new, old) in back.findings.items()} == there.findings


def test_findings_before_and_after(pair: Pair) -> None:
    found = totals(pair, laptop_case(inkomen="1541.66"), laptop_case(2, inkomen="1690.80", eenmalig_inkomen="200.00"))

    assert (1, 2) == found.findings["harde_grens"]
    assert ("harde_grens" in found.pairs[1].old.findings, "harde_grens" in found.pairs[1].new.findings) == (False, True)


def test_what_is_not_known_keeps_its_own_row(pair: Pair) -> None:
    found = totals(pair, laptop_case(inkomen=None))

    assert {(UNKNOWN, UNKNOWN): 1} == found.table
    assert (1, 0) == (found.money().cases, found.money().known)
    assert 1 == len(found.who("unknown"))
    assert not found.differ


def test_a_case_that_cannot_be_read_is_named_with_its_problem(pair: Pair) -> None:
    wrong = laptop_case(inkomen="veel")
    (found,) = totals(pair, wrong, laptop_case(2)).unread

    assert ("0.json", ("old", "new")) == (found.file, found.sides)
    assert 1 == len(found.problems)
    assert "veel" not in found.problems[0].text()


def test_a_file_that_is_no_json_is_named_too(pair: Pair, tmp_path: Path) -> None:
    file = tmp_path / "kapot.json"
    file.write_text('{"case": ', "utf-8")
    found = compare_case(file, "kapot.json", pair, TODAY)

    assert isinstance(found, Unread)
    assert ("old", "new") == found.sides


def test_a_value_that_only_the_new_version_knows_is_a_problem_of_the_old_one(tmp_path: Path) -> None:
    old, new = laptop(
        tmp_path,
        (
            ("| keuze: alleenstaand,", "| keuze: woongroep, alleenstaand,"),
            ("| single, couple", "| group, single, couple"),
        ),
    )
    pair = on_same_days(load_ruleset(old), load_ruleset(new))
    found = compare_case(laptop_case(huishouden="woongroep"), "z.json", pair, TODAY)

    assert isinstance(found, Unread)
    assert ("old",) == found.sides


def test_a_case_of_another_ruleset_is_counted_apart(pair: Pair) -> None:
    found = totals(pair, {"case": "Z-1", "ruleset": "iets-anders", "facts": {}}, laptop_case(2))

    assert (Elsewhere("0.json"),) == found.elsewhere
    assert 1 == len(found.pairs)


def test_a_fact_that_only_one_version_asks_is_left_out_for_the_other_and_said(tmp_path: Path) -> None:
    fact = "| laptop_gestolen     | ja_nee"
    more = (
        (
            fact,
            "| heeft_stadspas | ja_nee | Hebt u een pas? | Do you have a pass? | inwoner | inwoner | gewoon | |\n"
            + fact,
        ),
        ("- eis: inkomen <= grens_halve_vergoeding", "- eis: inkomen <= grens_halve_vergoeding of heeft_stadspas"),
    )
    old, new = laptop(tmp_path, more)
    pair = on_same_days(load_ruleset(old), load_ruleset(new))
    found = totals(pair, laptop_case(inkomen="3000.00", heeft_stadspas="ja"), laptop_case(2, inkomen="3000.00"))

    assert ("heeft_stadspas",) == found.left_out
    assert {(NONE, HALF): 1, (NONE, UNKNOWN): 1} == found.table
    assert () == found.unread


def test_a_case_with_the_old_name_of_a_fact_is_read_by_both(tmp_path: Path) -> None:
    files = laptop(tmp_path, (("volgt_onderwijs", "zit_op_school"),))
    pair = compared(*files).pair
    old_name, new_name = laptop_case(), laptop_case(2, zit_op_school="ja")
    del new_name["facts"]["volgt_onderwijs"]
    found = totals(pair, old_name, new_name)

    assert {(WHOLE, WHOLE): 2} == found.table
    assert () == found.left_out


def test_a_case_of_before_the_new_version_is_computed_on_its_first_day(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    old, new = shelf / LAPTOP / "2026-01-01.md", version(shelf, LAPTOP, WIDER, day="2026-07-01")
    pair = on_same_days(load_ruleset(old), load_ruleset(new))
    found = totals(pair, laptop_case(inkomen="1700.00"), laptop_case(2, aanvraagdatum="2026-07-02"))

    assert [True, False] == [each.moved for each in found.pairs]
    assert 1 == found.moved
    assert (NONE, HALF) == (found.pairs[0].old.outcome, found.pairs[0].new.outcome)


def test_rows_of_other_days_stay_as_they_are_where_a_list_dates_the_case() -> None:
    folder = shipped() / "bijstand-giften"
    pair = on_same_days(load_ruleset(folder / "2015-01-01.md"), load_ruleset(folder / "2026-01-01.md"))
    judged = {"value": "nee", "by": "J. de Boer (verzonnen)", "role": "jurist", "reason": "Gewogen."}
    rows = [{"eerste_dag": "2017-05-01", "dagen": "10", "bewezen": "ja", "verantwoord": judged}]
    case = {"case": "Z-1", "ruleset": "bijstand-giften", "facts": {"gemeld": "nee", "tijdvakken": rows}}
    found = compare_case(case, "z.json", pair, TODAY)

    assert isinstance(found, CasePair)
    assert ("terugvordering", UNKNOWN) == (found.old.outcome, found.new.outcome)
    assert Fraction(-70) == found.old.euros


def test_a_case_file_gives_the_same_as_its_data(pair: Pair, tmp_path: Path) -> None:
    data = laptop_case(inkomen="1541.66")
    file = tmp_path / "z.json"
    file.write_text(json.dumps(data), "utf-8")

    assert compare_case(data, "z.json", pair, TODAY) == compare_case(file, "z.json", pair, TODAY)
