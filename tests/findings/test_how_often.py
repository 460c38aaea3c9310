"""How often findings fire, over drawn cases: a short run of what docs/findings-figures.md has at length."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.outcome.outcome import UNKNOWN
from scripts.drawn_cases import Desk, Drawn
from scripts.measure_findings import NOTHING, OF_PROCEDURE, PROCEDURE, as_markdown, can_be, chosen, figures, main
from tests.properties.worlds import A_LAPTOP, shipped_world
from tests.shares import IDS, RULESETS

CASES = 25
LAPTOP, GIFTS = "laptop-minimaregeling", "bijstand-giften/2015"


def drawn(name: str, cases: int) -> list[Drawn]:
    desk = Desk(load_ruleset(chosen(name)[0]))
    return [desk.drawn(number) for number in range(cases)]


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_what_is_noticed_is_asked_for_by_the_rules(path: Path) -> None:
    found = figures(path, CASES)
    seen = {code for code, _ in found.fired} - {NOTHING, PROCEDURE}

    assert CASES == found.outcomes.total()
    assert seen <= can_be(found.ruleset)


@pytest.mark.parametrize("path", RULESETS, ids=IDS)
def test_nothing_but_procedure_is_noticed_while_the_outcome_is_not_known(path: Path) -> None:
    found = figures(path, CASES)
    seen = {code for code, outcome in found.fired if outcome == UNKNOWN} - {NOTHING, PROCEDURE}

    assert seen <= OF_PROCEDURE


def test_the_same_number_gives_the_same_case_and_another_one_another() -> None:
    (first, second), again = drawn(LAPTOP, 2), drawn(LAPTOP, 1)

    assert (first.file, first.today) == (again[0].file, again[0].today)
    assert first.file["facts"] != second.file["facts"]


def test_drawn_incomes_lie_on_both_sides_of_the_limit_and_some_close_to_it() -> None:
    told = [each.file["facts"].get("inkomen") for each in drawn(LAPTOP, 300)]
    incomes = [Fraction(each["value"]) for each in told if each]

    assert 0 < len(told) - len(incomes) < 30
    assert any(each < 1000 for each in incomes)
    assert any(each > 2500 for each in incomes)
    assert len([each for each in incomes if 1665 < each < 1700]) > 10


def test_the_table_has_a_row_for_each_finding_and_a_column_for_each_outcome() -> None:
    table = as_markdown(figures(chosen(GIFTS)[0], 60))

    assert "| finding | `geen_terugvordering` (toekenning) | `terugvordering` (terugvordering) |" in table
    assert "| `eigen_stilzitten` |  | " in table
    assert "Not asked for by these rules: `onhaalbare_eis`, `harde_grens`" in table


@pytest.mark.parametrize(("at_school", "hit"), [("ja", True), ("nee", False)])
def test_a_child_that_goes_to_no_school_misses_no_laptop_there(at_school: str, *, hit: bool) -> None:
    """Seen in drawn cases: two of three refusals said so, most of them for a child that is not at school."""
    told = shipped_world("laptop-minimaregeling/2026-01-01", A_LAPTOP | {"volgt_onderwijs": at_school}).assessed()

    assert "geen_vergoeding" == told.outcome.id
    assert hit == ("kind_geraakt" in {each.code for each in told.findings})


def test_one_case_is_shown_as_a_case_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", LAPTOP, "3"])
    shown = capsys.readouterr()

    assert drawn(LAPTOP, 4)[3].file == json.loads(shown.out)
    assert shown.err.startswith("--on 20")
