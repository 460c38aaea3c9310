"""A limit that no example comes near is told: just under it (M332), on it (M333) and just over it (M334)."""

from __future__ import annotations

from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.bench.limits import limit_problems
from maatwerk.ruleset.library import ids, shipped, versions
from tests.findings.small import ruleset

SHIPPED = [version.path for name in ids(shipped()) for version in versions(shipped(), name)]
RULES = """
| gegeven | soort |
|---|---|
{facts}

### Voorwaarde: mag
- eis: {requirement}

### Uitkomst: geld
- als: mag
- soort: toekenning

### Uitkomst: geen_geld
- als: niet mag

## Voorbeelden

{table}
"""
FACTS = {"inkomen": "bedrag per maand", "geboren": "datum", "gestopt": "datum"}
GIFTS = "| giften | lijst |\n| giften.gift | bedrag |"
INCOME = "| inkomen | bedrag per maand |"


def missing(requirement: str, column: str, *values: str) -> list[str]:
    """The codes for this requirement, with one example for each of these values of one fact."""
    rows = "\n".join(f"| rij {number} | 2026-03-02 | {value} |" for number, value in enumerate(values))
    table = f"| geval | dag | {column} |\n|---|---|---|\n{rows}\n"
    facts = f"| {column} | {FACTS[column]} |"
    rules = ruleset(RULES.format(facts=facts, requirement=requirement, table=table))
    return [each.code for each in limit_problems(rules)]


@pytest.mark.parametrize(
    ("requirement", "column", "values"),
    [
        ("inkomen <= € 1.000", "inkomen", ("999,99", "€ 1.000", "€ 1.050")),
        ("€ 1.000 > inkomen", "inkomen", ("€ 950", "€ 1.000", "1.000,01")),
        ("leeftijd_op(geboren; dag) >= 18", "geboren", ("2008-03-03", "2008-03-02", "2006-05-01")),
        ("gestopt < dag", "gestopt", ("2026-03-01", "2026-03-02", "2026-03-16")),
    ],
)
def test_a_limit_with_a_row_on_each_side_and_one_on_it_is_fine(
    requirement: str, column: str, values: tuple[str, ...]
) -> None:
    assert [] == missing(requirement, column, *values)
    assert ["M332"] == missing(requirement, column, *values[1:])
    assert ["M333"] == missing(requirement, column, values[0], values[2])
    assert ["M334"] == missing(requirement, column, *values[:2])


def test_a_row_far_from_the_limit_does_not_show_it() -> None:
    assert ["M332", "M333", "M334"] == missing("inkomen <= € 1.000", "inkomen", "€ 900", "€ 1.100", "onbekend")


def test_no_row_is_asked_for_where_no_case_can_lie() -> None:
    assert ["M333", "M334"] == missing("inkomen > € 0", "inkomen", "onbekend")


def test_a_limit_of_nothing_has_no_margin() -> None:
    assert [] == missing("inkomen > € 0", "inkomen", "€ 0", "€ 700")


def test_two_figures_of_the_rules_are_no_limit() -> None:
    assert [] == missing("€ 1 < € 2 en inkomen = € 1", "inkomen", "€ 1")


def test_a_limit_inside_a_question_about_a_list_is_shown_by_records() -> None:
    asked = "er_is(giften waar gift > € 100)"
    table = "| geval | dag |\n|---|---|\n| twee | 2026-03-02 |\n\n| geval | giften | gift |\n|---|---|---|\n"
    rows = ("| twee | 1 | € 99 |\n", "| twee | 2 | € 100 |\n", "| twee | 3 | € 101 |\n")
    found = [
        ruleset(RULES.format(facts=GIFTS, requirement=asked, table=table + "".join(some)))
        for some in (rows, rows[:2], rows[1:])
    ]

    assert [[], ["M334"], ["M332"]] == [[each.code for each in limit_problems(rules)] for rules in found]


def test_the_message_names_the_limit_and_where_it_stands() -> None:
    table = "| geval | dag |\n|---|---|\n| leeg | 2026-03-02 |\n"
    rules = ruleset(RULES.format(facts=INCOME, requirement="inkomen <= € 1.000", table=table))

    found = limit_problems(rules)

    assert {("inkomen <= € 1.000", "mag")} == {
        (dict(each.values)["found"], dict(each.values)["name"]) for each in found
    }
    assert [True] * 3 == [each.warning for each in found]
    assert {rules.criteria["mag"].place} == {each.place for each in found}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_examples_of_a_shipped_ruleset_show_each_limit(path: Path) -> None:
    assert [] == [str(each.place) for each in limit_problems(load_ruleset(path))]


def proposed(requirement: str, column: str, value: str) -> list[str]:
    """What is said of each side where the one example is far from the limit."""
    table = f"| geval | dag | {column} |\n|---|---|---|\n| ver weg | 2026-03-02 | {value} |\n"
    rules = RULES.format(facts=f"| {column} | {FACTS[column]} |", requirement=requirement, table=table)
    return [each.text().partition("Voeg een rij toe: ")[2] for each in limit_problems(ruleset(rules))]


@pytest.mark.parametrize(
    ("requirement", "column", "far", "values"),
    [
        ("inkomen <= € 1.000", "inkomen", "€ 5", ("€ 999,99", "€ 1.000", "€ 1.000,01")),
        ("gestopt < dag", "gestopt", "2000-01-01", ("2026-03-01", "2026-03-02", "2026-03-03")),
        ("leeftijd_op(geboren; dag) >= 18", "geboren", "1990-01-01", ("2008-03-03", "2008-03-02", "2008-03-01")),
        ("maanden_tussen(gestopt; dag) >= 6", "gestopt", "2000-01-01", ("2025-09-03", "2025-09-02", "2025-09-01")),
    ],
)
def test_the_row_to_add_lies_one_step_from_the_limit_of_an_age_a_day(
    requirement: str, column: str, far: str, values: tuple[str, ...]
) -> None:
    assert [f"`{column}` {value} (`ver weg`)." for value in values] == proposed(requirement, column, far)


def test_a_birthday_some_days_ago_is_just_over_the_limit_of_an_age() -> None:
    rows = ("2008-03-03", "2008-03-02", "2008-02-20")

    assert [] == missing("leeftijd_op(geboren; dag) >= 18", "geboren", *rows)
    assert ["M334"] == missing("leeftijd_op(geboren; dag) >= 18", "geboren", *rows[:2], "2008-02-01")


def test_every_row_that_is_proposed_takes_the_problem_away() -> None:
    values = [text.split(" ")[1] for text in proposed("leeftijd_op(geboren; dag) <= 17", "geboren", "1990-01-01")]

    assert [] == missing("leeftijd_op(geboren; dag) <= 17", "geboren", *values)
