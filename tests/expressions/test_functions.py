"""The functions: ages, months, days and rounding as the law counts them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from maatwerk.expressions.functions import MONTH_NAMES, apply, day_of_year
from maatwerk.expressions.values import Span, Truth, exactly
from tests.expressions.world import Plain, World, euros

NOBODY = World()


def day(text: str) -> Span[date]:
    return Span.point(date.fromisoformat(text))


def number(text: str) -> Span[Fraction]:
    return Span.point(Fraction(text))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("afronden(€ 0,005; 0,01)", "0.01"),
        ("afronden(€ 0,0049; 0,01)", "0"),
        ("afronden(-€ 0,005; 0,01)", "-0.01"),
        ("afronden(€ 2,675; 0,01)", "2.68"),
        ("afronden_omlaag(€ 2,679; 0,01)", "2.67"),
        ("afronden_omlaag(-€ 2,671; 0,01)", "-2.68"),
        ("afronden_omhoog(€ 2,671; 0,01)", "2.68"),
        ("afronden(€ 1.234; 50)", "1250"),
        ("afronden(120% van € 2.002,13; 0,01)", "2402.56"),
        ("min(3; 1; 2)", "1"),
        ("max(3; 1; 2)", "3"),
    ],
)
def test_half_is_rounded_away_from_zero_and_to_the_step(text: str, result: str) -> None:
    assert number(result) == NOBODY(text)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2008-05-01", "2026-04-30", 17),
        ("2008-05-01", "2026-05-01", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-28", 19),
        ("2008-02-29", "2028-02-29", 20),
        ("2026-05-01", "2026-05-01", 0),
        ("2026-05-02", "2026-05-01", -1),
    ],
)
def test_a_birthday_on_29_february_is_reached_on_1_march_in_other_years(born: str, on: str, age: int) -> None:
    assert number(str(age)) == NOBODY(f"leeftijd_op({born}; {on})")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("maanden_tussen(2026-01-31; 2026-02-28)", "0"),
        ("maanden_tussen(2026-01-31; 2026-03-01)", "1"),
        ("maanden_tussen(2026-01-15; 2026-07-14)", "5"),
        ("maanden_tussen(2026-01-15; 2026-07-15)", "6"),
        ("maanden_tussen(2026-01-15; 2026-01-14)", "-1"),
        ("dagen_tussen(2026-02-28; 2026-03-01)", "1"),
        ("dagen_tussen(2028-02-28; 2028-03-01)", "2"),
        ("dagen_tussen(2026-03-01; 2026-02-28)", "-1"),
        ("jaar(2026-12-31)", "2026"),
    ],
)
def test_months_and_days_between(text: str, result: str) -> None:
    assert number(result) == NOBODY(text)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("plus_dagen(2026-02-27; 2)", "2026-03-01"),
        ("plus_dagen(0001-01-02; -1)", "0001-01-01"),
        ("plus_dagen(9999-12-30; 1)", "9999-12-31"),
        ("plus_jaren(0002-01-01; -1; omlaag)", "0001-01-01"),
        ("plus_jaren(9998-01-01; 1; omlaag)", "9999-01-01"),
        ("plus_werkdagen(1966-01-01; 0)", "1966-01-01"),
        ("plus_werkdagen(2100-12-31; 0)", "2100-12-31"),
        ("plus_maanden(2026-01-31; 1; omlaag)", "2026-02-28"),
        ("plus_maanden(2026-01-31; 1; omhoog)", "2026-03-01"),
        ("plus_maanden(2026-01-28; 1; omhoog)", "2026-02-28"),
        ("plus_maanden(2026-01-31; -2; omlaag)", "2025-11-30"),
        ("plus_jaren(2028-02-29; 5; omlaag)", "2033-02-28"),
        ("plus_jaren(2028-02-29; 5; omhoog)", "2033-03-01"),
        ("plus_jaren(2028-02-29; 4; omhoog)", "2032-02-29"),
        ("eerste_dag_van_maand(2026-02-17)", "2026-02-01"),
        ("eerste_dag_van_jaar(2026-02-17)", "2026-01-01"),
        ("dag_van_jaar(2026-02-17; 1; oktober)", "2026-10-01"),
        ("dag_van_jaar(2026-12-31; 31; december)", "2026-12-31"),
        ("dag_van_jaar(2028-02-29; 28; februari)", "2028-02-28"),
        ("dag_van_jaar(9999-12-31; 1; januari)", "9999-01-01"),
        ("dag_van_jaar(0001-01-01; 31; december)", "0001-12-31"),
        ("plus_dagen(dag_van_jaar(2028-02-10; 1; maart); -1)", "2028-02-29"),
        ("plus_jaren(dag_van_jaar(2026-02-17; 1; oktober); -1; omlaag)", "2025-10-01"),
        ("plus_maanden(2026-02-17; -3; omlaag)", "2025-11-17"),
        ("plus_maanden(2026-03-31; -1; omhoog)", "2026-03-01"),
        ("plus_werkdagen(2026-04-07; -1)", "2026-04-02"),
        ("min(2026-02-17; 2025-01-01)", "2025-01-01"),
    ],
)
def test_days_later_and_earlier(text: str, result: str) -> None:
    assert day(result) == NOBODY(text)


def test_a_year_has_twelve_months_and_fifty_two_weeks() -> None:
    world = World({"inkomen": "100.01", "weekloon": "10", "huur": "1000"})

    assert euros("1200.12") == world("per_jaar(inkomen)")
    assert euros("520") == world("per_jaar(weekloon)")
    assert Span.point(Fraction(250, 3)) == world("per_maand(huur)")


@pytest.mark.parametrize(
    "text",
    [
        "plus_jaren(2026-01-01; 8000; omlaag)",
        "plus_maanden(9999-12-31; 1; omhoog)",
        "plus_dagen(9999-12-31; 1)",
        "plus_dagen(0001-01-01; -1)",
        "plus_jaren(2026-01-01; 1000000000; omlaag)",
        "plus_maanden(9999-12-31; 1; omlaag)",
    ],
)
def test_a_day_outside_the_calendar_is_unknown_and_no_exception(text: str) -> None:
    assert not NOBODY(text).known


def test_a_day_beyond_the_calendar_still_lies_beyond_every_other_day() -> None:
    assert Truth.YES is NOBODY("plus_jaren(2026-01-01; 9000; omlaag) > 2030-01-01")


def test_half_a_month_lies_between_none_and_one() -> None:
    world = World({"proeftijd": Fraction(1, 2)})

    assert Span(date(2026, 1, 1), date(2026, 2, 1)) == world("plus_maanden(2026-01-01; proeftijd; omlaag)")
    assert not world("plus_maanden(9999-12-31; proeftijd; omlaag)").known


ASKED: dict[str, Plain] = {"aanvraag": date(2026, 9, 1)}
BORN_IN_2008_OR_LATER = Span(date(2008, 1, 1), None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("leeftijd_op(geboren; aanvraag)", Span(None, Fraction(18))),
        ("dagen_tussen(geboren; aanvraag)", Span(None, Fraction(6818))),
        ("plus_jaren(geboren; 18; omlaag)", Span(date(2026, 1, 1), None)),
        ("max(geboren; 2007-01-01)", BORN_IN_2008_OR_LATER),
        ("min(geboren; 2009-01-01)", Span(date(2008, 1, 1), date(2009, 1, 1))),
        ("jaar(geboren)", Span(Fraction(2008), None)),
    ],
)
def test_a_day_that_is_only_partly_known_gives_what_can_be_known(text: str, found: Span[Fraction]) -> None:
    assert found == World({**ASKED, "geboren": BORN_IN_2008_OR_LATER})(text)


def test_rounding_keeps_the_ends_of_what_is_partly_known() -> None:
    world = World({"schuld": Span(Fraction("1.005"), Fraction("2.004"))})

    assert Span(Fraction("1.01"), Fraction("2.00")) == world("afronden(schuld; 0,01)")


@pytest.mark.parametrize("step", [Span(None, None), Span(Fraction(1), Fraction(2)), number("0"), number("-1")])
def test_to_a_step_that_is_not_known_or_not_above_zero_nothing_is_rounded(step: Span[Fraction]) -> None:
    assert Span(None, None) == apply("afronden", [number("12"), step])


@pytest.mark.parametrize("count", [2600, -2600])
def test_working_days_are_counted_up_to_some_ten_years(count: int) -> None:
    further = count + (1 if count > 0 else -1)

    assert NOBODY(f"plus_werkdagen(2020-01-01; {count})").known
    assert not NOBODY(f"plus_werkdagen(2020-01-01; {further})").known


def test_a_working_day_beyond_the_holidays_that_are_known_has_a_bound_only() -> None:
    assert Truth.YES is NOBODY("plus_werkdagen(2100-12-01; 100) > 2100-11-30")
    assert not NOBODY("plus_werkdagen(2100-12-01; 100)").known
    assert Truth.YES is NOBODY("plus_werkdagen(1966-01-31; -100) < 1966-02-28")
    assert not NOBODY("plus_werkdagen(1966-01-31; -100)").known


def test_a_day_before_the_calendar_lies_before_every_other_day() -> None:
    assert Truth.YES is NOBODY("plus_jaren(2026-01-01; -9000; omlaag) < 1900-01-01")
    assert Truth.YES is NOBODY("plus_dagen(0001-01-01; -1) < 1900-01-01")


def test_a_fixed_day_of_an_unknown_year_lies_in_the_years_that_can_be() -> None:
    span = Span(date(2025, 11, 1), date(2026, 3, 1))

    assert Span(date(2025, 10, 1), date(2026, 10, 1)) == apply("dag_van_jaar", [span, number("1")], "oktober")
    assert Span(None, None) == NOBODY("dag_van_jaar(geboren; 1; oktober)")


def fixed_day(day: object, number: int, month: str) -> date:
    found = exactly(NOBODY(f"dag_van_jaar({day}; {number}; {month})"))
    assert isinstance(found, date)
    return found


@given(day=st.dates(), other=st.dates(), number=st.integers(1, 31), month=st.sampled_from(MONTH_NAMES))
def test_a_fixed_day_of_a_year_lies_in_that_year_and_never_goes_back(
    day: date, other: date, number: int, month: str
) -> None:
    assume(day_of_year(Fraction(number), month) is not None)
    early, late = (fixed_day(each, number, month) for each in sorted((day, other)))

    assert (min(day, other).year, MONTH_NAMES.index(month) + 1, number) == (early.year, early.month, early.day)
    assert early <= late
    assert early == fixed_day(early, number, month)


@given(number=st.integers(0, 40), month=st.sampled_from(MONTH_NAMES))
def test_a_fixed_day_is_one_that_every_year_has(number: int, month: str) -> None:
    def is_in(year: int) -> bool:
        place = MONTH_NAMES.index(month) + 1
        return 1 <= number <= monthrange(year, place)[1]

    assert all(is_in(year) for year in (2025, 2027, 2028)) == (day_of_year(Fraction(number), month) is not None)
