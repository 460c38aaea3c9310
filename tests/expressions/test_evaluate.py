"""The value of an expression: exact, and honest about what is not known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Choice, Span, Truth
from tests.expressions.world import World, euros, typed

NOBODY = World()
LIMIT = Fraction("1681.80")


@pytest.mark.parametrize(("income", "met"), [("1681.79", Truth.YES), ("1681.80", Truth.YES), ("1681.81", Truth.NO)])
def test_a_limit_decides_to_the_cent(income: str, met: Truth) -> None:
    world = World({"inkomen": income, "grens_heel": "1.2", "norm_alleen": "1401.50"})

    assert met is world("inkomen <= afronden(grens_heel van norm_alleen; 0,01)")


@pytest.mark.parametrize("comparator", ["<", "<=", "=", "!=", ">=", ">"])
@pytest.mark.parametrize("difference", [Fraction(-1, 100), Fraction(0), Fraction(1, 100)])
def test_every_comparison_is_exact_just_under_on_and_just_over(comparator: str, difference: Fraction) -> None:
    expected = {"<": difference < 0, "<=": difference <= 0, "=": difference == 0}
    expected |= {"!=": difference != 0, ">=": difference >= 0, ">": difference > 0}

    found = World({"inkomen": LIMIT + difference})(f"inkomen {comparator} € 1.681,80")

    assert Truth.of(expected[comparator]) is found


def test_thirds_add_up_to_one() -> None:
    assert euros("100") == World({"schuld": "100"})("schuld / 3 + schuld / 3 + schuld / 3")


def test_an_average_of_ten_cents_is_no_rounding_error() -> None:
    assert Truth.YES is NOBODY("€ 0,10 + € 0,20 = € 0,30")


def test_a_percentage_is_a_fraction() -> None:
    assert euros("224.5") == NOBODY("50% van € 449")
    assert Span.point(Fraction(7, 10)) == NOBODY("40% + 30%")


Y, N, U = "student", "niet student", "werkt"  # in the next test the resident is a student; of work nothing is known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{Y} en {U}", Truth.UNKNOWN),
        (f"({N}) en {U}", Truth.NO),
        (f"{U} en {U}", Truth.UNKNOWN),
        (f"{Y} of {U}", Truth.YES),
        (f"({N}) of {U}", Truth.UNKNOWN),
        (f"niet {U}", Truth.UNKNOWN),
        (f"{U} = ja", Truth.UNKNOWN),
        (f"{Y} = ja", Truth.YES),
        (f"{Y} != ja", Truth.NO),
        (f"als {U} dan ja anders ja", Truth.YES),
        (f"als {U} dan ja anders nee", Truth.UNKNOWN),
    ],
)
def test_unknown_is_never_false(text: str, found: Truth) -> None:
    assert found is World({"student": True})(text)


def test_an_unknown_income_never_refuses() -> None:
    assert Truth.UNKNOWN is NOBODY("inkomen <= € 1.681,80")


def test_a_known_part_can_be_enough() -> None:
    assert Truth.YES is World({"schuld": "1500"})("schuld + € 0 > € 1.200")
    assert Truth.YES is World({"inkomen": "1500"})("inkomen + beslag > € 1.200")
    assert Span(Fraction(300), None) == World({"inkomen": "1500"})("inkomen + beslag - € 1.200")


def test_an_unknown_condition_gives_all_that_lies_between_both_branches() -> None:
    world = World({"norm_alleen": "1401.50", "norm_paar": "2002.13"})

    assert Span(Fraction("1401.50"), Fraction("2002.13")) == world("als student dan norm_alleen anders norm_paar")
    assert Truth.YES is world("(als student dan norm_alleen anders norm_paar) > € 1.400")


def test_dividing_by_what_may_be_nothing_is_unknown() -> None:
    assert Span(None, None) == World({"schuld": "100"})("schuld / aantal_kinderen")
    assert Span(None, None) == World({"schuld": "100", "aantal_kinderen": 0})("schuld / aantal_kinderen")
    assert Span(Fraction(0), Fraction(50)) == World({"schuld": "100"})("schuld / max(2; aantal_kinderen)")


def test_multiplying_with_an_end_that_is_not_known_keeps_the_other_end() -> None:
    assert Span(Fraction(0), None) == World({"aantal_kinderen": 3})("inkomen * aantal_kinderen")
    assert euros("0") == World({"aantal_kinderen": 0})("inkomen * aantal_kinderen")
    assert Span(None, Fraction(0)) == NOBODY("inkomen * (0 - 2)")


def test_options_are_known_as_soon_as_the_others_are_ruled_out() -> None:
    world = World({"reden": Choice(frozenset({"rood_staan", "storing"}))})

    assert Truth.UNKNOWN is world("reden = storing")
    assert Truth.NO is world("reden = voorkeur")
    assert Truth.YES is world("reden != voorkeur")
    assert Truth.YES is world("reden in (rood_staan; storing)")
    assert Truth.NO is world("reden niet in (rood_staan; storing)")


def test_is_known_looks_at_the_knowledge_itself() -> None:
    assert Truth.NO is NOBODY("inkomen is bekend")
    assert Truth.YES is World({"inkomen": "1"})("inkomen is bekend")
    assert Truth.YES is NOBODY("inkomen is niet bekend")


def test_a_norm_is_read_on_another_date_where_that_is_written() -> None:
    rows = {"norm_alleen": {date(2025, 1, 1): Fraction(1300), date(2026, 1, 1): Fraction(1400)}}
    born = World({"norm_alleen": 1400, "geboren": date(2025, 7, 1)}, rows=rows)

    assert euros("1300") == born("norm_alleen op geboren")
    assert euros("1400") == born("norm_alleen op 2026-02-01")
    assert euros("1400") == born("norm_alleen")
    assert Span(Fraction(1300), Fraction(1400)) == World(rows=rows)("norm_alleen op geboren")


def test_a_chain_holds_when_every_link_does() -> None:
    text = "12 <= leeftijd_op(geboren; aanvraag) <= 17"
    asked = date(2026, 9, 1)

    found = [World({"geboren": date(year, 5, 1), "aanvraag": asked})(text) for year in (2015, 2014, 2009, 2008)]

    assert [Truth.NO, Truth.YES, Truth.YES, Truth.NO] == found


def test_names_are_found_wherever_they_stand_and_options_are_no_names() -> None:
    root = typed("als reden = storing dan norm_alleen op geboren anders max(inkomen; beslag)")[0].root

    assert {"reden", "norm_alleen", "geboren", "inkomen", "beslag"} == names_in(root)


def test_options_that_are_not_ruled_out_yet_leave_in_and_not_in_unknown() -> None:
    world = World({"reden": Choice(frozenset({"storing", "rood_staan"}))})

    assert Truth.UNKNOWN is world("reden in (storing; voorkeur)")
    assert Truth.NO is world("reden in (voorkeur)")
    assert Truth.YES is world("reden in (storing; rood_staan)")
    assert Truth.UNKNOWN is World()("reden in (voorkeur)")


def test_dividing_by_one_or_more_keeps_both_ends() -> None:
    world = World({"schuld": "10", "aantal_kinderen": Span(Fraction(1), Fraction(2))})

    assert Span(Fraction(5), Fraction(10)) == world("schuld / aantal_kinderen")
