"""Somebody born on 29 February is a year older on 1 March in other years, unless the settings say 28 February."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.expressions.functions import age_on, apply
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.values import Span
from maatwerk.ruleset.printing import print_ruleset
from tests.findings.small import check, read, ruleset

BORN = date(2008, 2, 29)
RULES = """
| gegeven | soort |
|---|---|
| geboren | datum |

### Voorwaarde: volwassen

- eis: (leeftijd_op(geboren; dag) >= 18 en ja) of niet leeftijd_op(geboren; dag) + 0 >= 18 en nee

### Uitkomst: steun

- als: volwassen
- soort: toekenning

### Uitkomst: geen_steun

- als: niet volwassen

### Instellingen

- schrikkelverjaardag: {day}
"""


@pytest.mark.parametrize(
    ("day", "by_default", "early"),
    [
        (date(2026, 2, 27), 17, 17),
        (date(2026, 2, 28), 17, 18),
        (date(2026, 3, 1), 18, 18),
        (date(2028, 2, 28), 19, 19),
        (date(2028, 2, 29), 20, 20),
    ],
)
def test_an_age_counts_from_1_march_or_from_28_february(day: date, by_default: int, early: int) -> None:
    assert age_on(BORN, day, "") == by_default
    assert age_on(BORN, day, "omlaag") == early
    assert apply("leeftijd_op", [Span.point(BORN), Span.point(day)], "omlaag") == Span.point(Fraction(early))


@given(st.dates(date(1900, 1, 1), date(2010, 12, 31)), st.dates(date(2011, 1, 1), date(2100, 12, 31)))
def test_the_setting_makes_a_difference_on_one_day_only_and_an_age_never_falls(born: date, day: date) -> None:
    early, late = age_on(born, day, "omlaag"), age_on(born, day, "")

    assert early - late in {0, 1}
    assert early == late or ((born.month, born.day), (day.month, day.day)) == ((2, 29), (2, 28))
    assert early <= age_on(born, day + timedelta(days=1), "omlaag")
    assert early >= age_on(born + timedelta(days=1), day, "omlaag")


def test_a_ruleset_says_which_it_is_and_1_march_is_the_default() -> None:
    def outcome(rules: str, day: str) -> str:
        dag = {"value": day, "by": "inwoner", "verified": True}
        return check(rules, geboren="2008-02-29", dag=dag).outcome.id

    early, late = RULES.format(day="28 februari"), RULES.format(day="1 maart")
    default = RULES[: RULES.index("### Instellingen")]

    assert [outcome(each, "2026-02-28") for each in (early, late, default)] == ["steun", "geen_steun", "geen_steun"]
    assert [outcome(each, "2026-03-01") for each in (early, late, default)] == ["steun"] * 3


def test_the_assessment_tells_the_setting_and_the_distance_follows_it() -> None:
    found = [check(RULES.format(day=day), geboren="2008-02-29", dag="2026-02-26") for day in ("28 februari", "1 maart")]

    assert [each.settings["leap_birthday"] for each in found] == ["28 februari", "1 maart"]
    assert ["2 dagen" in (found[0].criteria[0].margin or ""), "3 dagen" in (found[1].criteria[0].margin or "")] == [
        True,
        True,
    ]


def test_the_setting_is_part_of_the_rules_and_never_written_in_an_expression() -> None:
    early, late = ruleset(RULES.format(day="28 februari")), ruleset(RULES.format(day="1 maart"))
    printed = print_ruleset(early)

    assert early.identity.rules_hash != late.identity.rules_hash
    assert "omlaag" not in printed
    assert print_expression(early.criteria["volwassen"].requirement.root) == print_expression(
        late.criteria["volwassen"].requirement.root
    )
    assert [each.code for each in read(RULES.format(day="29 februari")).problems if not each.warning] == ["M223"]
